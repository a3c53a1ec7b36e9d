-- figbook's database: articles, the figures in them, who said them, and the reference rates.
-- This file is the whole current schema, to be read first; views.sql holds the views that people select from.
-- The program itself builds a database from migrations/, and a test holds that both are the same.
--
--     article 1 --- n claim n --- 0..1 source          publication 1 --- n article
--     article 1 --- 0..1 article_copy n --- 1 article  recent_story, shingle_run 1 --- n shingle_block,
--                                                      unlinked: by what copies are found
--     article 1 --- 1 article_search, claim_search     by what words are found
--     claim 1 --- n claim_review n --- 1 review        what people have said of it; a review outlives the claim
--     fact 1 --- n claim                               what several articles tell; fact_claim: what they are judged
--                                                      by; stale_fact, untracked: what is still to be tracked
--     article 1 --- 0..1 article_rows                  where its rows and those of its claims stand
--     claim_by_size, claim_by_source, claim_by_fact    by what claims are looked up; unsorted: what is not there yet
--     reference_rate                                   migration
--
-- Dates are ISO text (2025-02-12), truth values are 0 or 1, exact numbers are text with a REAL beside them for
-- sorting. What is unknown is NULL.

PRAGMA application_id = 1179207490;  -- "FIGB": how the program knows its own files

-- The newspapers, agencies and sites that articles come from.
CREATE TABLE publication (
    publication_id INTEGER PRIMARY KEY,  -- a number without meaning, given by this database
    name TEXT NOT NULL UNIQUE            -- as the user or the article gives it
) STRICT;

-- The articles as they were read. Another text at the same address is another row: a version. INT, not INTEGER: their numbers
-- are hashes, and as the places of rows they would make each article write into pages all over the table. So rows are
-- appended, in the order in which they come.
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

CREATE UNIQUE INDEX article_version ON article (url, version) WHERE url IS NOT NULL;
CREATE UNIQUE INDEX article_current ON article (url) WHERE is_current = 1 AND url IS NOT NULL;
-- Older versions are never listed. With the day and the number, by which those of one day are listed: the newest articles, also of
-- a paper, are looked up instead of sorted, and counted without reading them.
CREATE INDEX article_published ON article (published, document_id) WHERE is_current = 1;
CREATE INDEX article_publication ON article (publication_id, published, document_id) WHERE is_current = 1;

-- The words of the headline and text of every version of every article, to search by. Words only: the text stays
-- in article. Removing accents and case makes "Perón" and "peron" one word. The program adds articles itself, many
-- at once and in the order of their numbers: that is much faster than a trigger for each.
CREATE VIRTUAL TABLE article_search USING fts5(
    headline,
    text,
    content = 'article',
    content_rowid = 'document_id',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Segments are brought together eight at a time, not four: the words of an article are written again fewer times, and
-- there are hardly more segments to look into. The same for claim_search.
INSERT INTO article_search (article_search, rank) VALUES ('automerge', 8);

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

-- Who figures are from: people, organisations, documents, and those without a name.
CREATE TABLE source (
    source_id INTEGER PRIMARY KEY,       -- a number without meaning, given by this database
    name TEXT NOT NULL,                  -- the fullest form in the article: Pete Hegseth
    title TEXT NOT NULL,                 -- Defense Secretary; empty where there is none
    organisation TEXT NOT NULL,          -- NATO; empty where there is none
    kind TEXT NOT NULL CHECK (  -- what it is
        kind = 'person' OR kind = 'organisation' OR kind = 'document' OR kind = 'unnamed'),
    UNIQUE (name, title, organisation, kind)
) STRICT;

-- The figures: one row each, with what the text says of it. Rows are appended, as those of article: the key is an index, of which
-- many claims have room on a page, and the claims of an article stand together. The checks name their words one by one: for a
-- list (kind IN (...)) SQLite makes a table of its own at each insert.
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
    fact_id INTEGER,                     -- what it is of, across articles: a hash of its key; NULL: of no fact
    nothing_found_by INTEGER,            -- the version of the checks that find nothing of it in its article, unless a review
                                         -- or a fact in conflict says otherwise (src/check/marks.hpp); NULL: they may
    PRIMARY KEY (document_id, ordinal),
    FOREIGN KEY (document_id, related_ordinal) REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    CHECK ((relation IS NULL) = (related_ordinal IS NULL)),
    CHECK ((source_id IS NULL) = (source_mode IS NULL)),
    CHECK ((high IS NULL) = (high_amount IS NULL))
) STRICT;

CREATE INDEX claim_related ON claim (document_id, related_ordinal) WHERE related_ordinal IS NOT NULL;

-- By what claims are looked up: their kinds and sizes, sources and facts. No indexes of claim: there each claim of an article
-- would write into a page of its own of each of them, which is most of the work of a load once they are large. So the
-- program leaves the claims of an article `unsorted` and writes those of many articles at once, in the order of each table:
-- when a load has as many as src/pipeline/pipeline.cpp says, and at its end. Who looks claims up has to look through those
-- of unsorted articles too, but for facts, which know nothing of them before.
-- Claims by what they count and how much: the largest of a currency are looked up instead of sorted.
CREATE TABLE claim_by_size (
    kind TEXT NOT NULL,                  -- as in claim
    unit TEXT NOT NULL,                  -- the same; empty where that is NULL
    amount REAL NOT NULL,                -- the same
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (kind, unit, amount, document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Claims by who says so: two in three are the paper's own and not here.
CREATE TABLE claim_by_source (
    source_id INTEGER NOT NULL,          -- as in claim
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (source_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Claims by the fact that they are of; those of no fact are not here.
CREATE TABLE claim_by_fact (
    fact_id INTEGER NOT NULL,            -- as in claim
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (fact_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Articles whose claims are not in these three yet.
CREATE TABLE unsorted (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE  -- the article
) STRICT;

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

-- Those of an article that is unsorted are not there and come later.
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

-- What somebody changes by hand may have findings, with the other claims of its article.
CREATE TRIGGER claim_loses_mark AFTER UPDATE OF text, start_byte, end_byte, sentence_start, sentence_end, kind, value, high,
    resolution, unit, per, bound, change, role, modality, subject, period_start, period_end, period_words, baseline_start,
    baseline_end, baseline_words, relation, related_ordinal ON claim
BEGIN
    UPDATE claim SET nothing_found_by = NULL WHERE document_id = new.document_id;
END;

-- Nothing does so but a person by hand: what the claim's fact is judged by is then read anew.
CREATE TRIGGER claim_told_otherwise AFTER UPDATE OF text, value, high, resolution, per, bound, change, role, modality, subject,
    period_start, period_end, period_words, baseline_start, baseline_end, baseline_words, relation, related_ordinal ON claim
BEGIN
    DELETE FROM fact_claim
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
END;

-- What people have said of figures: one row each time somebody has looked at one. Never changed, never deleted: three
-- triggers see to that, and whoever thinks otherwise later adds another review. Each speaks of the figure as the program
-- had read it in the text, whatever earlier reviews say; of those of one figure the last one stands.
--     confirmed  the figure and what is said of it are so
--     disputed   the text is read as it stands, but somebody disagrees with what it says
--     wrong      the program has misread the text: there is no such figure in it, or it means something else; it is left
--                out of the reports and of their sums
--     corrected  the figure is another: what is right is given here and stands in the reports, what was read beside it
-- A review belongs to an article by its number, which is made of address and text, and to a figure by where it stands
-- there and how it was read. So it outlives that the claims are written anew, and that the article is deleted: where
-- the same text is loaded again, its reviews are there. A new version of an article has another number and none of them.
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

CREATE INDEX review_document ON review (document_id);
-- What is corrected or wrong stands otherwise than in claim; they are few, and looked up beside.
CREATE INDEX review_verdict ON review (verdict);

CREATE TRIGGER review_changed BEFORE UPDATE ON review BEGIN
    SELECT RAISE(ABORT, 'a review is never changed; add another one');
END;

CREATE TRIGGER review_deleted BEFORE DELETE ON review BEGIN
    SELECT RAISE(ABORT, 'a review is never deleted; add another one');
END;

-- INSERT OR REPLACE would delete without the trigger for that.
CREATE TRIGGER review_replaced BEFORE INSERT ON review
    WHEN EXISTS (SELECT 1 FROM review WHERE review_id = new.review_id)
BEGIN
    SELECT RAISE(ABORT, 'a review is never replaced; add another one');
END;

-- To which claim each review belongs as the claims are now; src/store/review_match.hpp says how that is found. Written
-- anew with the claims of an article. A review that is not here has no claim any more, or one that reads otherwise.
CREATE TABLE claim_review (
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    review_id INTEGER NOT NULL REFERENCES review,                -- the review
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)),            -- 1: it is the last one of this claim
    PRIMARY KEY (document_id, ordinal, review_id),
    FOREIGN KEY (document_id, ordinal) REFERENCES claim ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_review_review ON claim_review (review_id);

-- What of its claims an article is found by: the subject of each, in their order, and name, title and organisation of its
-- source, with U+E000 before each claim: a character that is a word of its own and stands in no other text here. The text of
-- claim_search, which keeps their words and places alone; how many of these stand before a word says of which claim it is.
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

-- Which claims the filters --subject and --source of reports leave: a row an article, of all its claims, since one for
-- each claim would make loading much slower. The program keeps it, as it does article_search. Whoever
-- changes subjects or sources by hand runs: INSERT INTO claim_search (claim_search) VALUES ('rebuild').
CREATE VIRTUAL TABLE claim_search USING fts5(
    subjects,
    sources,
    content = 'article_words',
    content_rowid = 'document_id',
    columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO claim_search (claim_search, rank) VALUES ('automerge', 8);

CREATE TRIGGER claim_search_deleted BEFORE DELETE ON article BEGIN
    INSERT INTO claim_search (claim_search, rowid, subjects, sources)
        SELECT 'delete', document_id, subjects, sources FROM article_words WHERE document_id = old.document_id;
END;

-- Where the rows of an article and of its claims stand, so that many claims are read in the order of the file, without a look into the
-- index of all claims for each. It may be wrong behind VACUUM and what is changed by hand: who reads by it must hold the rows it leads
-- to against what they are looked up for.
CREATE TABLE article_rows (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,  -- the article
    article_row INTEGER NOT NULL,        -- the rowid of its row in article
    first_claim_row INTEGER NOT NULL     -- and that of its first claim; the others follow it
) STRICT;

-- Which article is a copy of which: each is linked to the earliest, by day and then by document_id, of those that
-- have at least 0.6 of it; where there is none, to the earliest of which it has 0.6 itself and more beside that.
-- Only current versions are linked. src/store/copies.hpp says how they are found.
CREATE TABLE article_copy (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,      -- the later one
    original_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,         -- the earlier one
    share_of_copy REAL NOT NULL,         -- how much of the later one stands in the earlier; from 0.6 it is a copy
    share_of_original REAL NOT NULL,     -- how much of the earlier one stands in the later
    CHECK (document_id <> original_id)
) STRICT;

CREATE INDEX article_copy_original ON article_copy (original_id);

-- By what copies are found: an entry for each current article and one in twelve of its shingles, five words that
-- stand together as a number of 48 bits. src/store/shingle_index.hpp says how entries go from recent_story into runs.
-- An entry is 16 bytes: shingle * 65536 + 16 bits that say how the article begins, then document_id * 2 + (1 where
-- it has 200 shingles or more), each a number of 8 bytes with the lowest first. Entries are sorted by shingle, then by
-- article. An article that is gone is passed over.
CREATE TABLE recent_story (
    recent_story_id INTEGER PRIMARY KEY, -- in the order in which they came
    document_id INTEGER NOT NULL,        -- the article
    entries BLOB NOT NULL                -- all of its entries
) STRICT;

-- The runs: sorted entries of many articles.
CREATE TABLE shingle_run (
    run INTEGER PRIMARY KEY,             -- never given twice
    bucket INTEGER NOT NULL,             -- the shingles in it are this, modulo 128
    entries INTEGER NOT NULL,            -- how many were written
    first_block INTEGER NOT NULL,        -- its blocks are this one and the next
    firsts BLOB NOT NULL,                -- the first shingle of each block, 8 bytes each
    filter BLOB NOT NULL,                -- a Bloom filter of its shingles, see src/store/shingle_filter.hpp
    shared BLOB                          -- one of those that several articles in it have; NULL: not known
) STRICT;

-- What is in the runs, cut into pieces of about a page.
CREATE TABLE shingle_block (
    block INTEGER PRIMARY KEY,           -- those of a run follow each other
    entries BLOB NOT NULL                -- those that have not been erased
) STRICT;

-- Articles that are still to be compared with the others; the program does so when it next opens the database.
CREATE TABLE unlinked (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE  -- the article
) STRICT;

-- Whoever deletes an article by hand leaves its copies without an original.
CREATE TRIGGER article_deleted BEFORE DELETE ON article BEGIN
    INSERT INTO unlinked (document_id)
        SELECT document_id FROM article_copy WHERE original_id = old.document_id
        ON CONFLICT DO NOTHING;
END;

-- The facts that at least two articles tell which are no copies of one another; what only one tells is in claim alone.
-- Everything here follows from the claims: the program writes it anew for those in stale_fact.
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

CREATE INDEX fact_last_day ON fact (last_day);
CREATE INDEX fact_in_conflict ON fact (last_day) WHERE conflicts > 0;

-- Of the claims of facts, what they are judged by: as claim, article and review have it, without a look into each of them at a place
-- of its own. A fact has some of its claims here or all; the program adds those that are missing when it judges the fact anew, and
-- what changes one of them takes it out again. src/track/told_claims.hpp says what is in it.
CREATE TABLE fact_claim (
    fact_id INTEGER NOT NULL,            -- one of those in fact
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    told BLOB NOT NULL,                  -- cells, see src/store/packed_cells.hpp; none where it tells nothing
    PRIMARY KEY (fact_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Facts of which a claim came, went or is told by another article now: to be written anew, at the latest when a load ends.
CREATE TABLE stale_fact (
    fact_id INTEGER PRIMARY KEY          -- the fact
) STRICT;

-- Articles whose claims were stored before there were facts; the program tracks them when it next writes.
CREATE TABLE untracked (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE  -- the article
) STRICT;

CREATE TRIGGER article_leaves_facts BEFORE DELETE ON article BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = old.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;

-- An older version tells no facts; the others are told by another day, publication or headline than before.
CREATE TRIGGER article_changes_facts AFTER UPDATE OF is_current, published, publication_id, headline ON article BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;

-- A figure that a review corrects tells something else, one that it calls wrong nothing.
CREATE TRIGGER review_changes_facts AFTER INSERT ON claim_review BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT fact_id FROM claim
        WHERE document_id = new.document_id AND ordinal = new.ordinal AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND ordinal = new.ordinal AND fact_id = (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND ordinal = new.ordinal);
END;

-- What was no fact is none with one less to tell it.
CREATE TRIGGER copy_leaves_facts AFTER INSERT ON article_copy BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact)
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;

-- Nothing changes where a copy is one of another article now.
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

-- Exchange rates that the user imported: how much of a currency one euro was worth on a day.
CREATE TABLE reference_rate (
    currency TEXT NOT NULL CHECK (length(currency) = 3),      -- ISO 4217
    day TEXT NOT NULL CHECK (day IS date(day)),               -- the day of the rate
    per_euro TEXT NOT NULL,              -- exact decimal: 1.0389
    source TEXT NOT NULL,                -- who published it
    PRIMARY KEY (currency, day)
) STRICT, WITHOUT ROWID;

-- The migrations that built this database, so that a program can tell whether it knows it.
CREATE TABLE migration (
    number INTEGER PRIMARY KEY CHECK (number >= 1),  -- 1, 2, ...: the schema's version is the highest
    name TEXT NOT NULL,                  -- initial
    hash TEXT NOT NULL,                  -- of the file's text: a migration is never edited after release
    applied_at TEXT NOT NULL             -- when, UTC
) STRICT;
