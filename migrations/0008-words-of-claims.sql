-- 0008-words-of-claims: the words of the subjects and sources of each article's claims, by which reports find them:
-- without, each filter by words read every claim. Forward only, never edited after release; no BEGIN or COMMIT, the
-- program runs it in a transaction together with the record of it.

-- What of its claims an article is found by: all of their subjects, and names, titles and organisations of their
-- sources. The text of claim_search, which keeps their words alone.
CREATE VIEW article_words AS
SELECT
    article.document_id,
    (SELECT group_concat(claim.subject, char(10)) FROM claim
        WHERE claim.document_id = article.document_id) AS subjects,
    (SELECT group_concat(source.name || ' ' || source.title || ' ' || source.organisation, char(10))
        FROM claim JOIN source ON source.source_id = claim.source_id
        WHERE claim.document_id = article.document_id) AS sources
FROM article;

CREATE VIRTUAL TABLE claim_search USING fts5(
    subjects,
    sources,
    content = 'article_words',
    content_rowid = 'document_id',
    columnsize = 0,
    detail = 'column',
    tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO claim_search (claim_search) VALUES ('rebuild');

CREATE TRIGGER claim_search_deleted BEFORE DELETE ON article BEGIN
    INSERT INTO claim_search (claim_search, rowid, subjects, sources)
        SELECT 'delete', document_id, subjects, sources FROM article_words WHERE document_id = old.document_id;
END;

DROP VIEW conversions;
DROP VIEW all_conversions;

-- The conversions that articles state: "€50 billion ($51.9 billion)" is one row, where restated_* is the
-- €50 billion, and the other columns the $51.9 billion that restates it. Those of copies too; none of which a review
-- says that one of its amounts was misread.
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
    AND figures.verdict IS NOT 'wrong' AND reviewed.verdict IS NOT 'wrong';

-- The same, each story once.
CREATE VIEW conversions AS
SELECT
    article_id, published, publication, headline, url, ordinal, text, value, high, unit, unit_assumed, bound,
    resolution, restated_ordinal, restated_text, restated_value, restated_high, restated_unit,
    restated_unit_assumed, restated_bound, restated_resolution, source, period_start, period_end, sentence
FROM all_conversions
WHERE is_repeat = 0;
