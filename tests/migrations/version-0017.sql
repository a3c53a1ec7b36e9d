PRAGMA application_id = 1179207490;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE publication (
    publication_id INTEGER PRIMARY KEY,  -- a number without meaning, given by this database
    name TEXT NOT NULL UNIQUE            -- as the user or the article gives it
) STRICT;
INSERT INTO publication VALUES(1,'The Example');
CREATE TABLE reference_rate (
    currency TEXT NOT NULL CHECK (length(currency) = 3),      -- ISO 4217
    day TEXT NOT NULL CHECK (day IS date(day)),               -- the day of the rate
    per_euro TEXT NOT NULL,              -- exact decimal: 1.0389
    source TEXT NOT NULL,                -- who published it
    PRIMARY KEY (currency, day)
) STRICT, WITHOUT ROWID;
INSERT INTO reference_rate VALUES('USD','2025-02-12','1.037','ECB');
CREATE TABLE migration (
    number INTEGER PRIMARY KEY CHECK (number >= 1),  -- 1, 2, ...: the schema's version is the highest
    name TEXT NOT NULL,                  -- initial
    hash TEXT NOT NULL,                  -- of the file's text: a migration is never edited after release
    applied_at TEXT NOT NULL             -- when, UTC
) STRICT;
INSERT INTO migration VALUES(1,'initial','d2c7f1e883babda658b75553a8d0d4f6','2026-11-25T00:43:27Z');
INSERT INTO migration VALUES(2,'copies','657aee7f74b333f578b5505c9c3378c2','2026-11-26T22:05:52Z');
INSERT INTO migration VALUES(3,'search','adeb729143f3f48d2dbf4c94819a9ed4','2026-11-26T23:27:23Z');
INSERT INTO migration VALUES(4,'shingle-runs','c35c862eff065b7d4792bb4685c2f86e','2026-11-26T23:53:52Z');
INSERT INTO migration VALUES(5,'plain-checks','014d3cd22b833207101472f67e130f7b','2026-11-27T02:18:15Z');
INSERT INTO migration VALUES(6,'reviews','eeecec2c414d001de3c9e3293afc8bd2','2026-11-27T03:06:36Z');
INSERT INTO migration VALUES(7,'facts','2b1c64c722ed870a3826ff02cd2395e9','2026-11-27T03:37:46Z');
INSERT INTO migration VALUES(8,'words-of-claims','e4ebccfe3918044ad7257899ef21dcad','2026-11-27T03:50:32Z');
INSERT INTO migration VALUES(9,'reviewed-facts','d0620e00502c0338a45b8d92b874d571','2026-11-27T06:25:47Z');
INSERT INTO migration VALUES(10,'plain-lookups','546f3b3a992ca31568f2abe7104953d3','2026-11-27T16:33:54Z');
INSERT INTO migration VALUES(11,'sorted-claims','93e3538ca0d37e5a0de270245fd17b94','2026-11-27T23:21:48Z');
INSERT INTO migration VALUES(12,'shared-shingles','1d29f8cf273de4e484a9e31ec0342b51','2026-11-28T02:28:23Z');
INSERT INTO migration VALUES(13,'appended-rows','267f69e370046fc2de9315f295222399','2026-11-28T07:00:39Z');
INSERT INTO migration VALUES(14,'words-of-each-claim','b835a7b902c1030827954c94647660fd','2026-11-28T07:00:39Z');
INSERT INTO migration VALUES(15,'marked-claims','e8c3b0af1de9cf4cbbace456285e9d87','2026-11-28T07:52:35Z');
INSERT INTO migration VALUES(16,'claims-of-facts','8121a9acf3deb36b0016b9143247eb5d','2026-11-28T23:07:31Z');
INSERT INTO migration VALUES(17,'repeats-of-copies','ce4f43a94111bf497b7142e340c7a626','2026-11-29T06:59:32Z');
CREATE TABLE article_copy (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,      -- the later one
    original_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,         -- the earlier one
    share_of_copy REAL NOT NULL,         -- how much of the later one stands in the earlier; from 0.6 it is a copy
    share_of_original REAL NOT NULL,     -- how much of the earlier one stands in the later
    CHECK (document_id <> original_id)
) STRICT;
CREATE TABLE unlinked (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE  -- the article
) STRICT;
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','article_search','article_search',0,'CREATE VIRTUAL TABLE article_search USING fts5(
    headline,
    text,
    content = ''article'',
    content_rowid = ''document_id'',
    tokenize = ''unicode61 remove_diacritics 2''
)');
CREATE TABLE IF NOT EXISTS 'article_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO article_search_data VALUES(1,X'010310');
INSERT INTO article_search_data VALUES(10,X'000000010101010001010101');
INSERT INTO article_search_data VALUES(137438953473,X'0000011e03303530acb4a6acebd3cafd7b06010108020131acb4a6acebd3cafd7b0601010a010139acb4a6acebd3cafd7b0601010b010561626f7574acb4a6acebd3cafd7b0601010702026964acb4a6acebd3cafd7b080201010202056c6c696573acb4a6acebd3cafd7b06010105010762696c6c696f6eacb4a6acebd3cafd7b0801010905010466697665acb4a6acebd3cafd7b0601010e02026f72acb4a6acebd3cafd7b0803010103010467617665acb4a6acebd3cafd7b060101060102696eacb4a6acebd3cafd7b0601010d010473616964acb4a6acebd3cafd7b0601011102026865acb4a6acebd3cafd7b060101100107756b7261696e65acb4a6acebd3cafd7b080401010401057965617273acb4a6acebd3cafd7b0601010f041110101412141713121311131117');
CREATE TABLE IF NOT EXISTS 'article_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO article_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'article_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO article_search_docsize VALUES(6399952403481066875,X'0310');
CREATE TABLE IF NOT EXISTS 'article_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO article_search_config VALUES('automerge',8);
INSERT INTO article_search_config VALUES('version',4);
CREATE TABLE recent_story (
    recent_story_id INTEGER PRIMARY KEY, -- in the order in which they came
    document_id INTEGER NOT NULL,        -- the article
    entries BLOB NOT NULL                -- all of its entries
) STRICT;
INSERT INTO recent_story VALUES(1,6399952403481066875,X'ac7411c66097dd25f6facae99a65a2b1ac749094e7b2123cf6facae99a65a2b1ac747195f0f5b846f6facae99a65a2b1ac74e6c9d732465cf6facae99a65a2b1ac74a0f5f204fc78f6facae99a65a2b1ac74950d18449294f6facae99a65a2b1ac74f25ed441359ff6facae99a65a2b1ac74c5197dd591b6f6facae99a65a2b1');
CREATE TABLE shingle_run (
    run INTEGER PRIMARY KEY,             -- never given twice
    bucket INTEGER NOT NULL,             -- the shingles in it are this, modulo 128
    entries INTEGER NOT NULL,            -- how many were written
    first_block INTEGER NOT NULL,        -- its blocks are this one and the next
    firsts BLOB NOT NULL,                -- the first shingle of each block, 8 bytes each
    filter BLOB NOT NULL                 -- a Bloom filter of its shingles, see src/store/shingle_filter.hpp
, shared BLOB) STRICT;
CREATE TABLE shingle_block (
    block INTEGER PRIMARY KEY,           -- those of a run follow each other
    entries BLOB NOT NULL                -- those that have not been erased
) STRICT;
CREATE TABLE IF NOT EXISTS "source" (
    source_id INTEGER PRIMARY KEY,       -- a number without meaning, given by this database
    name TEXT NOT NULL,                  -- the fullest form in the article: Pete Hegseth
    title TEXT NOT NULL,                 -- Defense Secretary; empty where there is none
    organisation TEXT NOT NULL,          -- NATO; empty where there is none
    kind TEXT NOT NULL CHECK (  -- what it is
        kind = 'person' OR kind = 'organisation' OR kind = 'document' OR kind = 'unnamed'),
    UNIQUE (name, title, organisation, kind)
) STRICT;
INSERT INTO source VALUES(1,'Ana Example','Minister','Ministry of Aid','person');
CREATE TABLE review (
    review_id INTEGER PRIMARY KEY CHECK (review_id > 0),         -- in the order in which they came
    document_id INTEGER NOT NULL CHECK (document_id > 0),        -- the article; it may be gone
    start_byte INTEGER NOT NULL CHECK (start_byte >= 0),         -- where the figure starts in the article's text
    end_byte INTEGER NOT NULL CHECK (end_byte >= start_byte),    -- and where it ends, half open
    text TEXT NOT NULL,                  -- the words there
    kind TEXT NOT NULL CHECK (  -- what the program had read them as, as in claim: what it counts
        kind = 'money' OR kind = 'percent' OR kind = 'points' OR kind = 'count' OR kind = 'measure' OR
        kind = 'ratio' OR kind = 'multiple' OR kind = 'number'),
    value TEXT NOT NULL,                 -- exact decimal
    high TEXT,                           -- the upper end of a range
    unit TEXT,                           -- the unit
    source TEXT,                         -- the name of who says so; NULL: the paper itself
    reviewed_at TEXT NOT NULL CHECK (reviewed_at IS strftime('%Y-%m-%dT%H:%M:%SZ', reviewed_at)),  -- when, UTC
    reviewed_by TEXT NOT NULL CHECK (reviewed_by <> ''),         -- who
    verdict TEXT NOT NULL CHECK (  -- what, see above
        verdict = 'confirmed' OR verdict = 'disputed' OR verdict = 'wrong' OR verdict = 'corrected'),
    note TEXT CHECK (note <> ''),        -- why; only who confirms needs none
    corrected_value TEXT,                -- what is right, exact; NULL: value and high are right
    corrected_amount REAL,               -- the same for sorting and arithmetic, not exact
    corrected_high TEXT,                 -- the upper end of what is right; NULL: it is no range
    corrected_high_amount REAL,          -- the same, not exact
    corrected_resolution TEXT,           -- the worth of the last digit of what is right
    corrected_unit TEXT,                 -- its unit; NULL: the unit is right; empty: it has none
    corrected_kind TEXT CHECK (  -- and what that counts
        corrected_kind = 'money' OR corrected_kind = 'percent' OR corrected_kind = 'points' OR
        corrected_kind = 'count' OR corrected_kind = 'measure' OR corrected_kind = 'ratio' OR
        corrected_kind = 'multiple' OR corrected_kind = 'number'),
    corrected_source TEXT,               -- the name of who says so; NULL: the source is right; empty: the paper itself
    corrected_source_kind TEXT CHECK (  -- and what that is, as in source, where a source of that name was known
        corrected_source_kind = 'person' OR corrected_source_kind = 'organisation' OR
        corrected_source_kind = 'document' OR corrected_source_kind = 'unnamed'),
    CHECK (verdict = 'confirmed' OR note IS NOT NULL),
    CHECK ((verdict = 'corrected') = (coalesce(corrected_value, corrected_unit, corrected_source) IS NOT NULL)),
    CHECK ((corrected_value IS NULL) = (corrected_amount IS NULL)),
    CHECK ((corrected_value IS NULL) = (corrected_resolution IS NULL)),
    CHECK (corrected_high IS NULL OR corrected_value IS NOT NULL),
    CHECK ((corrected_high IS NULL) = (corrected_high_amount IS NULL)),
    CHECK ((corrected_unit IS NULL) = (corrected_kind IS NULL))
) STRICT;
CREATE TABLE claim_review (
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    review_id INTEGER NOT NULL REFERENCES review,                -- the review
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)),            -- 1: it is the last one of this claim
    PRIMARY KEY (document_id, ordinal, review_id),
    FOREIGN KEY (document_id, ordinal) REFERENCES claim ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE fact (
    fact_id INTEGER PRIMARY KEY,         -- 63 bits of a hash of the key: src/track/fact_key.hpp says what that is
    subject TEXT NOT NULL,               -- as the earliest article has it
    words TEXT NOT NULL,                 -- of the key, each between blanks, to search by
    kind TEXT NOT NULL,                  -- like the columns of the same names in claim
    unit TEXT,                           -- the same
    per TEXT,                            -- the same
    role TEXT NOT NULL,                  -- level (also the ends of a move), change or share
    period_start TEXT CHECK (period_start IS date(period_start)),  -- NULL: as of the day of each article
    period_end TEXT CHECK (period_end IS date(period_end)),        -- the same
    period_words TEXT,                   -- as the earliest article has it
    first_text TEXT NOT NULL,            -- the figure as the earliest article has it
    last_text TEXT NOT NULL,             -- and as the newest one does
    claims INTEGER NOT NULL,             -- how many figures are of it, without those of copies
    articles INTEGER NOT NULL,           -- of how many articles
    copies INTEGER NOT NULL,             -- articles that are copies of those
    first_day TEXT CHECK (first_day IS date(first_day)),  -- when the first of them came out
    last_day TEXT CHECK (last_day IS date(last_day)),     -- and the last
    standing TEXT NOT NULL CHECK (  -- the gravest of what any two of its figures are to each other
        standing = 'same' OR standing = 'rounding' OR standing = 'update' OR standing = 'not_comparable' OR
        standing = 'conflict'),
    conflicts INTEGER NOT NULL           -- how many pairs of figures are in conflict
) STRICT;
CREATE TABLE stale_fact (
    fact_id INTEGER PRIMARY KEY          -- the fact
) STRICT;
CREATE TABLE untracked (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE  -- the article
) STRICT;
CREATE TABLE claim_by_size (
    kind TEXT NOT NULL,                  -- as in claim
    unit TEXT NOT NULL,                  -- the same; empty where that is NULL
    amount REAL NOT NULL,                -- the same
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (kind, unit, amount, document_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_by_size VALUES('measure','a',5.0,6399952403481066875,2);
INSERT INTO claim_by_size VALUES('money','EUR',50000000000.0,6399952403481066875,0);
INSERT INTO claim_by_size VALUES('money','USD',51900000000.0,6399952403481066875,1);
CREATE TABLE claim_by_source (
    source_id INTEGER NOT NULL,          -- as in claim
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (source_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_by_source VALUES(1,6399952403481066875,0);
INSERT INTO claim_by_source VALUES(1,6399952403481066875,1);
CREATE TABLE claim_by_fact (
    fact_id INTEGER NOT NULL,            -- as in claim
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (fact_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO claim_by_fact VALUES(808026720669584483,6399952403481066875,1);
INSERT INTO claim_by_fact VALUES(6158582930864179426,6399952403481066875,0);
CREATE TABLE unsorted (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE  -- the article
) STRICT;
CREATE TABLE article (
    document_id INT NOT NULL PRIMARY KEY CHECK (document_id > 0),  -- 63 bits of a hash over address and text
    url TEXT,                            -- the address in canonical form; NULL: known by its text alone
    version INTEGER NOT NULL CHECK (version >= 1),            -- 1, 2, ... in the order of loading, by address
    is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)), -- 1 for the one version that reports show
    published TEXT CHECK (published IS date(published)),      -- the day it came out
    publication_id INTEGER REFERENCES publication,            -- where it came out
    headline TEXT,                       -- its headline
    byline TEXT,                         -- who wrote it
    language TEXT,                       -- BCP 47, such as en
    origin TEXT,                         -- the file (and line) it was read from, as the user named it
    loaded_at TEXT NOT NULL,             -- when this row was last written, UTC
    extractor_version TEXT,              -- the version of the extractor that found its claims
    text TEXT NOT NULL,                  -- the whole text; the offsets of claims count its UTF-8 bytes
    modified TEXT CHECK (modified IS date(modified))          -- the day of its last change, where the page says so
) STRICT;
INSERT INTO article VALUES(6399952403481066875,'https://news.example/aid',1,1,'2025-02-12',1,'Aid for Ukraine',NULL,NULL,'aid.txt','2026-11-25T00:43:27Z','1',replace('Aid for Ukraine\nAllies gave about €50 billion ($51.9 billion) in five years, she said.\n','\n',char(10)),NULL);
CREATE TABLE claim (
    document_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,  -- the article it stands in
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),   -- its place among the article's claims, from 0
    text TEXT NOT NULL,                  -- the words as they stand
    start_byte INTEGER NOT NULL CHECK (start_byte >= 0),         -- where they start in the article's text
    end_byte INTEGER NOT NULL CHECK (end_byte >= start_byte),    -- and where they end, half open
    sentence_start INTEGER NOT NULL CHECK (sentence_start >= 0), -- the sentence around them, in bytes
    sentence_end INTEGER NOT NULL CHECK (sentence_end >= sentence_start),  -- and its end, half open
    kind TEXT NOT NULL CHECK (  -- what it counts
        kind = 'money' OR kind = 'percent' OR kind = 'points' OR kind = 'count' OR kind = 'measure' OR
        kind = 'ratio' OR kind = 'multiple' OR kind = 'number'),
    value TEXT NOT NULL,                 -- exact decimal: 50000000000
    amount REAL NOT NULL,                -- the value for sorting and arithmetic, not exact
    high TEXT,                           -- the upper end of a range, exact
    high_amount REAL,                    -- the same, not exact
    resolution TEXT NOT NULL,            -- the worth of the last printed digit; 0 for words such as half
    unit TEXT,                           -- EUR (ISO 4217), %, pp, bp, km/h (UCUM), or the counted noun
    unit_assumed INTEGER NOT NULL CHECK (unit_assumed IN (0, 1)),  -- 1: the text leaves the currency open
    per TEXT,                            -- the denominator of a rate: barrel
    bound TEXT NOT NULL CHECK (  -- how exact
        bound = 'exact' OR bound = 'about' OR bound = 'over' OR bound = 'under' OR bound = 'at_least' OR
        bound = 'at_most'),
    change TEXT NOT NULL CHECK (  -- which way the thing moved
        change = 'none' OR change = 'increase' OR change = 'decrease'),
    role TEXT NOT NULL CHECK (  -- what it is of the thing
        role = 'level' OR role = 'change' OR role = 'from' OR role = 'to' OR role = 'share'),
    modality TEXT NOT NULL CHECK (modality IN ('actual', 'projected')),  -- whether it is so or may be so
    subject TEXT,                        -- the phrase that says what is measured
    period_start TEXT CHECK (period_start IS date(period_start)),  -- first day that the figure holds for
    period_end TEXT CHECK (period_end IS date(period_end)),        -- last day
    period_words TEXT,                   -- the words that say it: last year; NULL where the text does not say
    period_inferred INTEGER NOT NULL CHECK (period_inferred IN (0, 1)),  -- 1: dated without a publication date
    baseline_start TEXT CHECK (baseline_start IS date(baseline_start)),  -- what a change is measured from:
    baseline_end TEXT CHECK (baseline_end IS date(baseline_end)),        -- first day, last day
    baseline_words TEXT,                 -- and the words: compared to 2023
    baseline_inferred INTEGER NOT NULL CHECK (baseline_inferred IN (0, 1)),  -- 1: dated without a publication date
    source_id INTEGER REFERENCES source, -- who says so; NULL: the paper itself
    source_mode TEXT CHECK (source_mode IN ('quote', 'paraphrase')),  -- in whose words
    source_cue TEXT,                     -- the words that say that somebody says it: told reporters
    relation TEXT CHECK (relation IN ('restates', 'share_of')),  -- how it hangs together with another claim
    related_ordinal INTEGER,             -- that claim, of the same article
    is_duration INTEGER NOT NULL CHECK (is_duration IN (0, 1)),  -- 1: a span of time, left out of most reports
    rule TEXT NOT NULL,                  -- the rule that found it
    fact_id INTEGER, nothing_found_by INTEGER,                     -- what it is of, across articles: a hash of its key; NULL: of no fact
    PRIMARY KEY (document_id, ordinal),
    FOREIGN KEY (document_id, related_ordinal) REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    CHECK ((relation IS NULL) = (related_ordinal IS NULL)),
    CHECK ((source_id IS NULL) = (source_mode IS NULL)),
    CHECK ((high IS NULL) = (high_amount IS NULL))
) STRICT;
INSERT INTO claim VALUES(6399952403481066875,0,'€50 billion',34,47,16,88,'money','50000000000',50000000000.0,NULL,NULL,'1000000000','EUR',0,NULL,'about','none','level','actual','aid for Ukraine','2024-01-01','2024-12-31','last year',0,NULL,NULL,NULL,0,1,'paraphrase','she said',NULL,NULL,0,'by-hand',6158582930864179426,NULL);
INSERT INTO claim VALUES(6399952403481066875,1,'$51.9 billion',49,62,16,88,'money','51900000000',51900000000.0,NULL,NULL,'100000000','USD',0,NULL,'exact','none','level','actual','aid for Ukraine','2024-01-01','2024-12-31','last year',0,NULL,NULL,NULL,0,1,'paraphrase','she said','restates',0,0,'by-hand',808026720669584483,NULL);
INSERT INTO claim VALUES(6399952403481066875,2,'five years',67,77,16,88,'measure','5',5.0,NULL,NULL,'1','a',0,NULL,'exact','none','level','actual',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,1,'by-hand',NULL,NULL);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','claim_search','claim_search',0,'CREATE VIRTUAL TABLE claim_search USING fts5(
    subjects,
    sources,
    content = ''article_words'',
    content_rowid = ''document_id'',
    columnsize = 0,
    tokenize = ''unicode61 remove_diacritics 2''
)');
CREATE TABLE IF NOT EXISTS 'claim_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO claim_search_data VALUES(1,X'01090f');
INSERT INTO claim_search_data VALUES(10,X'000000010101010001010101');
INSERT INTO claim_search_data VALUES(137438953473,X'000000bb0430616964acb4a6acebd3cafd7b0c03060101080902026e61acb4a6acebd3cafd7b080101030901076578616d706c65acb4a6acebd3cafd7b08010104090103666f72acb4a6acebd3cafd7b04040601086d696e6973746572acb4a6acebd3cafd7b080101050907027279acb4a6acebd3cafd7b080101060901026f66acb4a6acebd3cafd7b08010107090107756b7261696e65acb4a6acebd3cafd7b0405060103ee8080acb4a6acebd3cafd7b100206060101020909041512171118121215');
CREATE TABLE IF NOT EXISTS 'claim_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO claim_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'claim_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO claim_search_config VALUES('automerge',8);
INSERT INTO claim_search_config VALUES('version',4);
CREATE TABLE fact_claim (
    fact_id INTEGER NOT NULL,            -- one of those in fact
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    told BLOB NOT NULL,                  -- cells, see src/store/packed_cells.hpp; none where it tells nothing
    PRIMARY KEY (fact_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_copy_original ON article_copy (original_id);
CREATE INDEX review_document ON review (document_id);
CREATE TRIGGER review_changed BEFORE UPDATE ON review BEGIN
    SELECT RAISE(ABORT, 'a review is never changed; add another one');
END;
CREATE TRIGGER review_deleted BEFORE DELETE ON review BEGIN
    SELECT RAISE(ABORT, 'a review is never deleted; add another one');
END;
CREATE TRIGGER review_replaced BEFORE INSERT ON review
    WHEN EXISTS (SELECT 1 FROM review WHERE review_id = new.review_id)
BEGIN
    SELECT RAISE(ABORT, 'a review is never replaced; add another one');
END;
CREATE INDEX claim_review_review ON claim_review (review_id);
CREATE VIEW figures AS
SELECT
    article_id, ordinal, published, publication, headline, url, text, kind, value, amount, high, high_amount, unit,
    unit_assumed, per, bound, change, role, modality, subject, period_start, period_end, period_words,
    baseline_start, baseline_end, baseline_words, source, source_title, source_organisation, source_kind,
    source_mode, source_cue, relation, related_ordinal, resolution, sentence, start, "end", rule,
    verdict, reviewed_by, reviewed_at, review_note, extracted_value, extracted_high, extracted_kind, extracted_unit,
    extracted_source
FROM all_figures
WHERE is_current = 1 AND is_duration = 0 AND is_repeat = 0 AND verdict IS NOT 'wrong';
CREATE VIEW articles AS
SELECT
    article.document_id AS article_id,
    article.published,
    article.modified,
    publication.name AS publication,
    article.headline,
    article.byline,
    article.url,
    article.language,
    (SELECT count(*) FROM claim WHERE claim.document_id = article.document_id AND claim.is_duration = 0) AS figures,
    article.version,
    article.origin,
    article.loaded_at,
    article.extractor_version,
    article_copy.original_id,
    coalesce(article_copy.share_of_copy >= 0.6, 0) AS is_copy,
    article.text
FROM article
LEFT JOIN publication ON publication.publication_id = article.publication_id
LEFT JOIN article_copy ON article_copy.document_id = article.document_id
WHERE article.is_current = 1;
CREATE VIEW copies AS
SELECT
    later.article_id,
    later.published,
    later.publication,
    later.headline,
    later.url,
    later.is_copy,
    article_copy.share_of_copy,
    article_copy.share_of_original,
    earlier.article_id AS original_id,
    earlier.published AS original_published,
    earlier.publication AS original_publication,
    earlier.headline AS original_headline,
    earlier.url AS original_url
FROM article_copy
JOIN articles AS later ON later.article_id = article_copy.document_id
JOIN articles AS earlier ON earlier.article_id = article_copy.original_id;
CREATE VIEW sources AS
SELECT
    said.source,
    said.source_kind,
    (SELECT titled.source_title FROM figures AS titled
        WHERE titled.source = said.source AND titled.source_kind = said.source_kind
            AND titled.source_title IS NOT NULL
        GROUP BY titled.source_title ORDER BY count(*) DESC, titled.source_title LIMIT 1) AS title,
    (SELECT placed.source_organisation FROM figures AS placed
        WHERE placed.source = said.source AND placed.source_kind = said.source_kind
            AND placed.source_organisation IS NOT NULL
        GROUP BY placed.source_organisation ORDER BY count(*) DESC, placed.source_organisation LIMIT 1)
        AS organisation,
    count(*) AS figures,
    count(DISTINCT said.article_id) AS articles,
    min(said.published) AS first_published,
    max(said.published) AS last_published
FROM figures AS said
WHERE said.source IS NOT NULL
GROUP BY said.source, said.source_kind;
CREATE VIEW reviews AS
SELECT
    review.review_id,
    review.reviewed_at,
    review.reviewed_by,
    review.verdict,
    review.note,
    review.document_id AS article_id,
    claim_review.ordinal,
    CASE claim_review.stands WHEN 1 THEN 'stands' WHEN 0 THEN 'replaced' ELSE 'unmatched' END AS state,
    article.is_current,
    article.published,
    publication.name AS publication,
    article.headline,
    article.url,
    review.text,
    review.kind,
    review.value,
    review.high,
    review.unit,
    review.source,
    review.corrected_value,
    review.corrected_high,
    review.corrected_resolution,
    review.corrected_kind,
    review.corrected_unit,
    review.corrected_source,
    review.start_byte AS start,
    review.end_byte AS "end"
FROM review
LEFT JOIN claim_review ON claim_review.review_id = review.review_id
LEFT JOIN article ON article.document_id = review.document_id
LEFT JOIN publication ON publication.publication_id = article.publication_id;
CREATE INDEX fact_last_day ON fact (last_day);
CREATE INDEX fact_in_conflict ON fact (last_day) WHERE conflicts > 0;
CREATE VIEW all_conversions AS
SELECT
    figures.article_id,
    figures.published,
    figures.publication,
    figures.headline,
    figures.url,
    figures.ordinal,
    figures.text,
    figures.value,
    figures.high,
    figures.unit,
    figures.unit_assumed,
    figures.bound,
    figures.resolution,
    restated.ordinal AS restated_ordinal,
    restated.text AS restated_text,
    coalesce(reviewed.corrected_value, restated.value) AS restated_value,
    CASE WHEN reviewed.corrected_value IS NULL THEN restated.high ELSE reviewed.corrected_high END AS restated_high,
    coalesce(reviewed.corrected_unit, restated.unit) AS restated_unit,
    CASE WHEN reviewed.corrected_unit IS NULL THEN restated.unit_assumed ELSE 0 END AS restated_unit_assumed,
    restated.bound AS restated_bound,
    coalesce(reviewed.corrected_resolution, restated.resolution) AS restated_resolution,
    figures.source,
    figures.period_start,
    figures.period_end,
    figures.sentence,
    figures.is_repeat
FROM all_figures AS figures
JOIN claim AS restated
    ON restated.document_id = figures.article_id AND restated.ordinal = figures.related_ordinal
LEFT JOIN claim_review ON claim_review.document_id = restated.document_id
    AND claim_review.ordinal = restated.ordinal AND claim_review.stands = 1
LEFT JOIN review AS reviewed ON reviewed.review_id = claim_review.review_id
WHERE figures.is_current = 1 AND figures.is_duration = 0
    -- The + keeps SQLite from reading all money where it is asked for the conversions of an article.
    AND figures.relation = 'restates' AND +figures.kind = 'money'
    AND coalesce(reviewed.corrected_kind, restated.kind) = 'money'
    AND figures.unit <> coalesce(reviewed.corrected_unit, restated.unit)
    AND figures.verdict IS NOT 'wrong' AND reviewed.verdict IS NOT 'wrong'
;
CREATE VIEW conversions AS
SELECT
    article_id, published, publication, headline, url, ordinal, text, value, high, unit, unit_assumed, bound,
    resolution, restated_ordinal, restated_text, restated_value, restated_high, restated_unit,
    restated_unit_assumed, restated_bound, restated_resolution, source, period_start, period_end, sentence
FROM all_conversions
WHERE is_repeat = 0;
CREATE INDEX review_verdict ON review (verdict);
CREATE UNIQUE INDEX article_version ON article (url, version) WHERE url IS NOT NULL;
CREATE UNIQUE INDEX article_current ON article (url) WHERE is_current = 1 AND url IS NOT NULL;
CREATE INDEX claim_related ON claim (document_id, related_ordinal) WHERE related_ordinal IS NOT NULL;
CREATE TRIGGER article_search_deleted AFTER DELETE ON article BEGIN
    INSERT INTO article_search (article_search, rowid, headline, text)
        VALUES ('delete', old.document_id, old.headline, old.text);
END;
CREATE TRIGGER article_search_updated AFTER UPDATE OF document_id, headline, text ON article
    WHEN old.document_id <> new.document_id OR old.headline IS NOT new.headline OR old.text <> new.text
BEGIN
    INSERT INTO article_search (article_search, rowid, headline, text)
        VALUES ('delete', old.document_id, old.headline, old.text);
    INSERT INTO article_search (rowid, headline, text) VALUES (new.document_id, new.headline, new.text);
END;
CREATE TRIGGER article_deleted BEFORE DELETE ON article BEGIN
    INSERT INTO unlinked (document_id)
        SELECT document_id FROM article_copy WHERE original_id = old.document_id
        ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER article_leaves_facts BEFORE DELETE ON article BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = old.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;
CREATE VIEW article_words AS
SELECT
    article.document_id,
    (SELECT group_concat(char(57344) || ' ' || replace(coalesce(told.subject, ''), char(57344), ' '), ' ')
        FROM (SELECT claim.subject FROM claim
            WHERE claim.document_id = article.document_id ORDER BY claim.ordinal) AS told) AS subjects,
    (SELECT group_concat(char(57344) || ' ' || replace(coalesce(told.source, ''), char(57344), ' '), ' ')
        FROM (SELECT source.name || ' ' || source.title || ' ' || source.organisation AS source
            FROM claim LEFT JOIN source ON source.source_id = claim.source_id
            WHERE claim.document_id = article.document_id ORDER BY claim.ordinal) AS told) AS sources
FROM article;
CREATE TRIGGER claim_search_deleted BEFORE DELETE ON article BEGIN
    INSERT INTO claim_search (claim_search, rowid, subjects, sources)
        SELECT 'delete', document_id, subjects, sources FROM article_words WHERE document_id = old.document_id;
END;
CREATE TRIGGER claim_loses_mark AFTER UPDATE OF text, start_byte, end_byte, sentence_start, sentence_end, kind, value, high,
    resolution, unit, per, bound, change, role, modality, subject, period_start, period_end, period_words, baseline_start,
    baseline_end, baseline_words, relation, related_ordinal ON claim
BEGIN
    UPDATE claim SET nothing_found_by = NULL WHERE document_id = new.document_id;
END;
CREATE INDEX article_published ON article (published, document_id) WHERE is_current = 1;
CREATE INDEX article_publication ON article (publication_id, published, document_id) WHERE is_current = 1;
CREATE TRIGGER claim_deleted AFTER DELETE ON claim BEGIN
    DELETE FROM claim_by_size WHERE kind = old.kind AND unit = coalesce(old.unit, '') AND amount = old.amount
        AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_source
        WHERE source_id = old.source_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_fact
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM fact_claim
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
END;
CREATE TRIGGER claim_changed AFTER UPDATE OF document_id, ordinal, kind, unit, amount, source_id, fact_id ON claim
BEGIN
    DELETE FROM claim_by_size WHERE kind = old.kind AND unit = coalesce(old.unit, '') AND amount = old.amount
        AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_source
        WHERE source_id = old.source_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_fact
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM fact_claim
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
    INSERT INTO claim_by_size (kind, unit, amount, document_id, ordinal)
        SELECT new.kind, coalesce(new.unit, ''), new.amount, new.document_id, new.ordinal
        WHERE NOT EXISTS (SELECT 1 FROM unsorted WHERE document_id = new.document_id);
    INSERT INTO claim_by_source (source_id, document_id, ordinal)
        SELECT new.source_id, new.document_id, new.ordinal WHERE new.source_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM unsorted WHERE document_id = new.document_id);
    INSERT INTO claim_by_fact (fact_id, document_id, ordinal)
        SELECT new.fact_id, new.document_id, new.ordinal WHERE new.fact_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM unsorted WHERE document_id = new.document_id);
END;
CREATE TRIGGER article_changes_facts AFTER UPDATE OF is_current, published, publication_id, headline ON article BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;
CREATE TRIGGER review_changes_facts AFTER INSERT ON claim_review BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT fact_id FROM claim
        WHERE document_id = new.document_id AND ordinal = new.ordinal AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND ordinal = new.ordinal AND fact_id = (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND ordinal = new.ordinal);
END;
CREATE TRIGGER copy_leaves_facts AFTER INSERT ON article_copy BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact)
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;
CREATE TRIGGER copy_changes_facts AFTER UPDATE OF share_of_copy ON article_copy
    WHEN (old.share_of_copy >= 0.6) <> (new.share_of_copy >= 0.6)
BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;
CREATE TRIGGER copy_tells_facts AFTER DELETE ON article_copy BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = old.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = old.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = old.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;
CREATE TRIGGER claim_told_otherwise AFTER UPDATE OF text, value, high, resolution, per, bound, change, role, modality, subject,
    period_start, period_end, period_words, baseline_start, baseline_end, baseline_words, relation, related_ordinal ON claim
BEGIN
    DELETE FROM fact_claim
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
END;
CREATE VIEW all_figures AS
SELECT
    article.document_id AS article_id,
    claim.ordinal,
    article.published,
    publication.name AS publication,
    article.headline,
    article.url,
    claim.text,
    coalesce(review.corrected_kind, claim.kind) AS kind,
    coalesce(review.corrected_value, claim.value) AS value,
    coalesce(review.corrected_amount, claim.amount) AS amount,
    CASE WHEN review.corrected_value IS NULL THEN claim.high ELSE review.corrected_high END AS high,
    CASE WHEN review.corrected_value IS NULL THEN claim.high_amount ELSE review.corrected_high_amount END
        AS high_amount,
    CASE WHEN review.corrected_unit IS NULL THEN claim.unit ELSE nullif(review.corrected_unit, '') END AS unit,
    CASE WHEN review.corrected_unit IS NULL THEN claim.unit_assumed ELSE 0 END AS unit_assumed,
    claim.per,
    claim.bound,
    claim.change,
    claim.role,
    claim.modality,
    claim.subject,
    claim.period_start,
    claim.period_end,
    claim.period_words,
    claim.baseline_start,
    claim.baseline_end,
    claim.baseline_words,
    CASE WHEN review.corrected_source IS NULL THEN source.name ELSE nullif(review.corrected_source, '') END AS source,
    -- Of one that a review gives, no more than its name is known, and its kind where another figure has it.
    CASE WHEN review.corrected_source IS NULL THEN nullif(source.title, '') END AS source_title,
    CASE WHEN review.corrected_source IS NULL THEN nullif(source.organisation, '') END AS source_organisation,
    CASE WHEN review.corrected_source IS NULL THEN source.kind ELSE review.corrected_source_kind END AS source_kind,
    CASE WHEN review.corrected_source IS NULL THEN claim.source_mode END AS source_mode,
    CASE WHEN review.corrected_source IS NULL THEN claim.source_cue END AS source_cue,
    claim.relation,
    claim.related_ordinal,
    coalesce(review.corrected_resolution, claim.resolution) AS resolution,
    -- Offsets count bytes, and substr() of a text counts characters.
    CAST(substr(CAST(article.text AS BLOB), claim.sentence_start + 1, claim.sentence_end - claim.sentence_start)
        AS TEXT) AS sentence,
    claim.sentence_start,
    claim.sentence_end,
    claim.start_byte AS start,
    claim.end_byte AS "end",
    claim.rule,
    article.is_current,
    claim.is_duration,
    -- 1: its article is a copy, or a longer story, and the original has the figure too; of a longer story, which may
    -- tell of other things by the same number, with the same subject. What only the copy says is no repetition.
    -- CASE and not AND: of that SQLite would ask both sides, of each figure. Those of the original of that size are looked
    -- up; while it is unsorted all of them are looked at.
    CASE WHEN article_copy.document_id IS NULL THEN 0 ELSE EXISTS (
        SELECT 1 FROM claim_by_size AS sized
        CROSS JOIN claim AS told ON told.document_id = sized.document_id AND told.ordinal = sized.ordinal
        WHERE sized.kind = claim.kind AND sized.unit = coalesce(claim.unit, '') AND sized.amount = claim.amount
            AND sized.document_id = article_copy.original_id AND told.unit IS claim.unit
            AND told.value = claim.value AND told.high IS claim.high AND told.change = claim.change
            AND (article_copy.share_of_copy >= 0.6 OR told.subject IS claim.subject)
    ) OR EXISTS (
        SELECT 1 FROM unsorted
        CROSS JOIN claim AS told ON told.document_id = unsorted.document_id
        WHERE unsorted.document_id = article_copy.original_id AND told.kind = claim.kind AND told.unit IS claim.unit
            AND told.amount = claim.amount AND told.value = claim.value AND told.high IS claim.high
            AND told.change = claim.change
            AND (article_copy.share_of_copy >= 0.6 OR told.subject IS claim.subject)
    ) END AS is_repeat,
    coalesce(article_copy.share_of_copy >= 0.6, 0) AS is_copy,
    review.verdict,
    review.reviewed_by,
    review.reviewed_at,
    review.note AS review_note,
    CASE WHEN review.corrected_value IS NOT NULL THEN claim.value END AS extracted_value,
    CASE WHEN review.corrected_value IS NOT NULL THEN claim.high END AS extracted_high,
    CASE WHEN review.corrected_unit IS NOT NULL THEN claim.kind END AS extracted_kind,
    CASE WHEN review.corrected_unit IS NOT NULL THEN claim.unit END AS extracted_unit,
    CASE WHEN review.corrected_source IS NOT NULL THEN source.name END AS extracted_source,
    claim.fact_id,
    claim.nothing_found_by
FROM claim
JOIN article ON article.document_id = claim.document_id
LEFT JOIN article_copy ON article_copy.document_id = claim.document_id
LEFT JOIN publication ON publication.publication_id = article.publication_id
LEFT JOIN source ON source.source_id = claim.source_id
LEFT JOIN claim_review ON claim_review.document_id = claim.document_id
    AND claim_review.ordinal = claim.ordinal AND claim_review.stands = 1
LEFT JOIN review ON review.review_id = claim_review.review_id
;
PRAGMA writable_schema=OFF;
COMMIT;
