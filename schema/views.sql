-- The views that reports, the web page and people with a SQLite browser select from.
--     sqlite3 figbook.db "SELECT published, text, subject, source FROM figures WHERE unit = 'EUR'"

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
    -- The + keeps SQLite from reading all money where it is asked for the conversions of an article.
    AND figures.relation = 'restates' AND +figures.kind = 'money' AND +restated.kind = 'money'
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
