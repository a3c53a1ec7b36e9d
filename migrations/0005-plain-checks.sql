-- 0005-plain-checks: the checks of source and claim name their words one by one. For a list (kind IN (...)) SQLite makes
-- a table of its own at each insert, which took as long as the rest of the insert. Forward only, never edited after
-- release; no BEGIN or COMMIT, the program runs it in a transaction together with the record of it.

DROP VIEW sources;
DROP VIEW copies;
DROP VIEW articles;
DROP VIEW conversions;
DROP VIEW all_conversions;
DROP VIEW figures;
DROP VIEW all_figures;

-- Who figures are from: people, organisations, documents, and those without a name.
CREATE TABLE source_with_plain_checks (
    source_id INTEGER PRIMARY KEY,       -- a number without meaning, given by this database
    name TEXT NOT NULL,                  -- the fullest form in the article: Pete Hegseth
    title TEXT NOT NULL,                 -- Defense Secretary; empty where there is none
    organisation TEXT NOT NULL,          -- NATO; empty where there is none
    kind TEXT NOT NULL CHECK (  -- what it is
        kind = 'person' OR kind = 'organisation' OR kind = 'document' OR kind = 'unnamed'),
    UNIQUE (name, title, organisation, kind)
) STRICT;

INSERT INTO source_with_plain_checks (source_id, name, title, organisation, kind)
SELECT source_id, name, title, organisation, kind FROM source;

DROP TABLE source;
ALTER TABLE source_with_plain_checks RENAME TO source;

-- The figures: one row each, with what the text says of it. The checks name their words one by one: for a list
-- (kind IN (...)) SQLite makes a table of its own at each insert.
CREATE TABLE claim_with_plain_checks (
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
    PRIMARY KEY (document_id, ordinal),
    FOREIGN KEY (document_id, related_ordinal) REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
    CHECK ((relation IS NULL) = (related_ordinal IS NULL)),
    CHECK ((source_id IS NULL) = (source_mode IS NULL)),
    CHECK ((high IS NULL) = (high_amount IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO claim_with_plain_checks (
    document_id, ordinal, text, start_byte, end_byte, sentence_start,
    sentence_end, kind, value, amount, high, high_amount,
    resolution, unit, unit_assumed, per, bound, change,
    role, modality, subject, period_start, period_end, period_words,
    period_inferred, baseline_start, baseline_end, baseline_words, baseline_inferred, source_id,
    source_mode, source_cue, relation, related_ordinal, is_duration, rule)
SELECT
    document_id, ordinal, text, start_byte, end_byte, sentence_start,
    sentence_end, kind, value, amount, high, high_amount,
    resolution, unit, unit_assumed, per, bound, change,
    role, modality, subject, period_start, period_end, period_words,
    period_inferred, baseline_start, baseline_end, baseline_words, baseline_inferred, source_id,
    source_mode, source_cue, relation, related_ordinal, is_duration, rule
FROM claim;

DROP TABLE claim;
ALTER TABLE claim_with_plain_checks RENAME TO claim;

CREATE INDEX claim_kind_unit ON claim (kind, unit);
CREATE INDEX claim_source ON claim (source_id);
CREATE INDEX claim_related ON claim (document_id, related_ordinal) WHERE related_ordinal IS NOT NULL;

-- Every claim of every version of every article, durations and copies too.
CREATE VIEW all_figures AS
SELECT
    article.document_id AS article_id,
    claim.ordinal,
    article.published,
    publication.name AS publication,
    article.headline,
    article.url,
    claim.text,
    claim.kind,
    claim.value,
    claim.amount,
    claim.high,
    claim.high_amount,
    claim.unit,
    claim.unit_assumed,
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
    source.name AS source,
    nullif(source.title, '') AS source_title,
    nullif(source.organisation, '') AS source_organisation,
    source.kind AS source_kind,
    claim.source_mode,
    claim.source_cue,
    claim.relation,
    claim.related_ordinal,
    claim.resolution,
    -- Offsets count bytes, and substr() of a text counts characters.
    CAST(substr(CAST(article.text AS BLOB), claim.sentence_start + 1, claim.sentence_end - claim.sentence_start)
        AS TEXT) AS sentence,
    claim.start_byte AS start,
    claim.end_byte AS "end",
    claim.rule,
    article.is_current,
    claim.is_duration,
    -- 1: its article is a copy, or a longer story, and the original has the figure too; of a longer story, which may
    -- tell of other things by the same number, with the same subject. What only the copy says is no repetition.
    article_copy.document_id IS NOT NULL AND EXISTS (SELECT 1 FROM claim AS told
        WHERE told.document_id = article_copy.original_id AND told.kind = claim.kind AND told.value = claim.value
            AND told.high IS claim.high AND told.unit IS claim.unit AND told.change = claim.change
            AND (article_copy.share_of_copy >= 0.6 OR told.subject IS claim.subject)) AS is_repeat
FROM claim
JOIN article ON article.document_id = claim.document_id
LEFT JOIN article_copy ON article_copy.document_id = claim.document_id
LEFT JOIN publication ON publication.publication_id = article.publication_id
LEFT JOIN source ON source.source_id = claim.source_id;

-- The figures: one row a claim of the current version of each article, durations left out, and each story once:
-- without what copies repeat.
CREATE VIEW figures AS
SELECT
    article_id, ordinal, published, publication, headline, url, text, kind, value, amount, high, high_amount, unit,
    unit_assumed, per, bound, change, role, modality, subject, period_start, period_end, period_words,
    baseline_start, baseline_end, baseline_words, source, source_title, source_organisation, source_kind,
    source_mode, source_cue, relation, related_ordinal, resolution, sentence, start, "end", rule
FROM all_figures
WHERE is_current = 1 AND is_duration = 0 AND is_repeat = 0;

-- The conversions that articles state: "€50 billion ($51.9 billion)" is one row, where restated_* is the
-- €50 billion, and the other columns the $51.9 billion that restates it. Those of copies too.
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
    restated.value AS restated_value,
    restated.high AS restated_high,
    restated.unit AS restated_unit,
    restated.unit_assumed AS restated_unit_assumed,
    restated.bound AS restated_bound,
    restated.resolution AS restated_resolution,
    figures.source,
    figures.period_start,
    figures.period_end,
    figures.sentence,
    figures.is_repeat
FROM all_figures AS figures
JOIN claim AS restated
    ON restated.document_id = figures.article_id AND restated.ordinal = figures.related_ordinal
WHERE figures.is_current = 1 AND figures.is_duration = 0
    AND figures.relation = 'restates' AND figures.kind = 'money' AND restated.kind = 'money'
    AND figures.unit <> restated.unit;

-- The same, each story once.
CREATE VIEW conversions AS
SELECT
    article_id, published, publication, headline, url, ordinal, text, value, high, unit, unit_assumed, bound,
    resolution, restated_ordinal, restated_text, restated_value, restated_high, restated_unit,
    restated_unit_assumed, restated_bound, restated_resolution, source, period_start, period_end, sentence
FROM all_conversions
WHERE is_repeat = 0;

-- The articles in their current version, copies too, with the number of figures in each.
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

-- The copies, and the longer stories that hold an earlier one (is_copy is 0 there), each with its original.
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

-- Who figures of current articles are from, each story once, with how many and from when to when. A title or organisation is the
-- one given most often.
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
