-- 0001-initial: the first schema. Never edited after release: what changes later is a migration of its own.

PRAGMA application_id = 1179207490;  -- "FIGB": how the program knows its own files

-- The newspapers, agencies and sites that articles come from.
CREATE TABLE publication (
    publication_id INTEGER PRIMARY KEY,  -- a number without meaning, given by this database
    name TEXT NOT NULL UNIQUE            -- as the user or the article gives it
) STRICT;

-- The articles as they were read. Another text at the same address is another row: a version.
CREATE TABLE article (
    document_id INTEGER PRIMARY KEY CHECK (document_id > 0),  -- 63 bits of a hash over address and text
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
    text TEXT NOT NULL                   -- the whole text; the offsets of claims count its UTF-8 bytes
) STRICT;

CREATE UNIQUE INDEX article_version ON article (url, version) WHERE url IS NOT NULL;
CREATE UNIQUE INDEX article_current ON article (url) WHERE is_current = 1 AND url IS NOT NULL;
CREATE INDEX article_published ON article (published);
CREATE INDEX article_publication ON article (publication_id);

-- Who figures are from: people, organisations, documents, and those without a name.
CREATE TABLE source (
    source_id INTEGER PRIMARY KEY,       -- a number without meaning, given by this database
    name TEXT NOT NULL,                  -- the fullest form in the article: Pete Hegseth
    title TEXT NOT NULL,                 -- Defense Secretary; empty where there is none
    organisation TEXT NOT NULL,          -- NATO; empty where there is none
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'document', 'unnamed')),  -- what it is
    UNIQUE (name, title, organisation, kind)
) STRICT;

-- The figures: one row each, with what the text says of it.
CREATE TABLE claim (
    document_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,  -- the article it stands in
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),   -- its place among the article's claims, from 0
    text TEXT NOT NULL,                  -- the words as they stand
    start_byte INTEGER NOT NULL CHECK (start_byte >= 0),         -- where they start in the article's text
    end_byte INTEGER NOT NULL CHECK (end_byte >= start_byte),    -- and where they end, half open
    sentence_start INTEGER NOT NULL CHECK (sentence_start >= 0), -- the sentence around them, in bytes
    sentence_end INTEGER NOT NULL CHECK (sentence_end >= sentence_start),  -- and its end, half open
    kind TEXT NOT NULL CHECK (kind IN
        ('money', 'percent', 'points', 'count', 'measure', 'ratio', 'multiple', 'number')),  -- what it counts
    value TEXT NOT NULL,                 -- exact decimal: 50000000000
    amount REAL NOT NULL,                -- the value for sorting and arithmetic, not exact
    high TEXT,                           -- the upper end of a range, exact
    high_amount REAL,                    -- the same, not exact
    resolution TEXT NOT NULL,            -- the worth of the last printed digit; 0 for words such as half
    unit TEXT,                           -- EUR (ISO 4217), %, pp, bp, km/h (UCUM), or the counted noun
    unit_assumed INTEGER NOT NULL CHECK (unit_assumed IN (0, 1)),  -- 1: the text leaves the currency open
    per TEXT,                            -- the denominator of a rate: barrel
    bound TEXT NOT NULL CHECK (bound IN ('exact', 'about', 'over', 'under', 'at_least', 'at_most')),  -- how exact
    change TEXT NOT NULL CHECK (change IN ('none', 'increase', 'decrease')),  -- which way the thing moved
    role TEXT NOT NULL CHECK (role IN ('level', 'change', 'from', 'to', 'share')),  -- what it is of the thing
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

CREATE INDEX claim_kind_unit ON claim (kind, unit);
CREATE INDEX claim_source ON claim (source_id);
CREATE INDEX claim_related ON claim (document_id, related_ordinal) WHERE related_ordinal IS NOT NULL;

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

-- Every claim of every version of every article, durations too.
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
    claim.is_duration
FROM claim
JOIN article ON article.document_id = claim.document_id
LEFT JOIN publication ON publication.publication_id = article.publication_id
LEFT JOIN source ON source.source_id = claim.source_id;

-- The figures: one row a claim of the current version of each article, durations left out.
CREATE VIEW figures AS
SELECT
    article_id, ordinal, published, publication, headline, url, text, kind, value, amount, high, high_amount, unit,
    unit_assumed, per, bound, change, role, modality, subject, period_start, period_end, period_words,
    baseline_start, baseline_end, baseline_words, source, source_title, source_organisation, source_kind,
    source_mode, source_cue, relation, related_ordinal, resolution, sentence, start, "end", rule
FROM all_figures
WHERE is_current = 1 AND is_duration = 0;

-- The conversions that articles state: "€50 billion ($51.9 billion)" is one row, where restated_* is the
-- €50 billion, and the other columns the $51.9 billion that restates it.
CREATE VIEW conversions AS
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
    figures.sentence
FROM figures
JOIN claim AS restated
    ON restated.document_id = figures.article_id AND restated.ordinal = figures.related_ordinal
WHERE figures.relation = 'restates' AND figures.kind = 'money' AND restated.kind = 'money'
    AND figures.unit <> restated.unit;

-- The articles in their current version, with the number of figures in each.
CREATE VIEW articles AS
SELECT
    article.document_id AS article_id,
    article.published,
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
    article.text
FROM article
LEFT JOIN publication ON publication.publication_id = article.publication_id
WHERE article.is_current = 1;

-- Who figures of current articles are from, with how many and from when to when. A title or organisation is the
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
