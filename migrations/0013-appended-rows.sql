-- 0013-appended-rows: articles and claims are appended to their tables, in the order in which they come, and found by an
-- index of their numbers. Rows lay in the order of articles' numbers, which are hashes: each article wrote into pages
-- all over both tables. Forward only, never edited after release; no BEGIN or COMMIT, the program runs it in a
-- transaction together with the record of it.

-- Views and triggers of other tables that name these two are left as they are.
PRAGMA legacy_alter_table = ON;

DROP TRIGGER article_search_deleted;
DROP TRIGGER article_search_updated;
DROP TRIGGER claim_deleted;
DROP TRIGGER claim_changed;
DROP TRIGGER claim_search_deleted;
DROP TRIGGER article_deleted;
DROP TRIGGER article_leaves_facts;
DROP TRIGGER article_changes_facts;
DROP INDEX article_version;
DROP INDEX article_current;
DROP INDEX article_published;
DROP INDEX article_publication;
DROP INDEX claim_related;
ALTER TABLE article RENAME TO article_by_number;
ALTER TABLE claim RENAME TO claim_by_number;

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
-- Older versions are never listed. With the day: the newest articles of a paper are looked up instead of sorted.
CREATE INDEX article_published ON article (published) WHERE is_current = 1;
CREATE INDEX article_publication ON article (publication_id, published) WHERE is_current = 1;

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
    PRIMARY KEY (document_id, ordinal),
    FOREIGN KEY (document_id, related_ordinal) REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    CHECK ((relation IS NULL) = (related_ordinal IS NULL)),
    CHECK ((source_id IS NULL) = (source_mode IS NULL)),
    CHECK ((high IS NULL) = (high_amount IS NULL))
) STRICT;

CREATE INDEX claim_related ON claim (document_id, related_ordinal) WHERE related_ordinal IS NOT NULL;

INSERT INTO article (
    document_id, url, version, is_current, published, publication_id, headline, byline, language, origin,
    loaded_at, extractor_version, text, modified)
SELECT
    document_id, url, version, is_current, published, publication_id, headline, byline, language, origin,
    loaded_at, extractor_version, text, modified
FROM article_by_number ORDER BY document_id;

INSERT INTO claim (
    document_id, ordinal, text, start_byte, end_byte, sentence_start, sentence_end, kind, value, amount, high,
    high_amount, resolution, unit, unit_assumed, per, bound, change, role, modality, subject, period_start,
    period_end, period_words, period_inferred, baseline_start, baseline_end, baseline_words,
    baseline_inferred, source_id, source_mode, source_cue, relation, related_ordinal, is_duration, rule,
    fact_id)
SELECT
    document_id, ordinal, text, start_byte, end_byte, sentence_start, sentence_end, kind, value, amount, high,
    high_amount, resolution, unit, unit_assumed, per, bound, change, role, modality, subject, period_start,
    period_end, period_words, period_inferred, baseline_start, baseline_end, baseline_words,
    baseline_inferred, source_id, source_mode, source_cue, relation, related_ordinal, is_duration, rule,
    fact_id
FROM claim_by_number ORDER BY document_id, ordinal;

-- Not before both are filled: of pages that became free in this transaction, a statement that fills them keeps copies in
-- memory.
DROP TABLE claim_by_number;
DROP TABLE article_by_number;

PRAGMA legacy_alter_table = OFF;

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

CREATE TRIGGER claim_deleted AFTER DELETE ON claim BEGIN
    DELETE FROM claim_by_size WHERE kind = old.kind AND unit = coalesce(old.unit, '') AND amount = old.amount
        AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_source
        WHERE source_id = old.source_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_fact
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

CREATE TRIGGER claim_search_deleted BEFORE DELETE ON article BEGIN
    INSERT INTO claim_search (claim_search, rowid, subjects, sources)
        SELECT 'delete', document_id, subjects, sources FROM article_words WHERE document_id = old.document_id;
END;

-- Whoever deletes an article by hand leaves its copies without an original.
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

-- An older version tells no facts; the others are told by another day, publication or headline than before.
CREATE TRIGGER article_changes_facts AFTER UPDATE OF is_current, published, publication_id, headline ON article BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;
