-- title: Conflicts
-- description: figures of one fact in several articles that cannot all be right, fact by fact
-- reads: ordinal
-- among: SELECT claim.document_id AS of_article, claim.ordinal AS place FROM fact CROSS JOIN claim_by_fact AS claim ON claim.fact_id = fact.fact_id WHERE fact.conflicts > 0 UNION SELECT claim_review.document_id, claim_review.ordinal FROM claim_review JOIN review USING (review_id) WHERE claim_review.stands = 1 AND review.verdict = 'wrong'
-- show: fact, subject, period, published, figure, source, publication, sentence
-- optional: sentence, publication, period
-- column fact: text, at least 10
-- column subject: text, at least 14
-- column period: text, at least 8
-- column published: date
-- column figure: amount(kind, value, high, unit, per, resolution, bound)
-- column source: text, at least 10
-- column publication: text, at least 8
-- column sentence: text, at least 30
-- empty: no figures of one fact contradict one another
WITH listed AS MATERIALIZED (  -- of which a figure is selected
    SELECT fact_id, last_day
    FROM fact
    WHERE conflicts > 0 AND EXISTS (SELECT 1 FROM claim_by_fact AS claim
        WHERE claim.fact_id = fact.fact_id
            AND (claim.document_id, claim.ordinal) IN (SELECT article_id, ordinal FROM selected))
    ORDER BY last_day DESC, fact_id
    LIMIT coalesce(:limit, -1)
)
SELECT
    substr(printf('%016x', listed.fact_id), 1, 10) AS fact,
    figures.published,
    figures.publication,
    figures.headline,
    figures.url,
    figures.text,
    figures.kind,
    figures.value,
    figures.high,
    figures.unit,
    figures.per,
    figures.bound,
    figures.resolution,
    figures.subject,
    figures.period_words AS period,
    figures.period_start,
    figures.period_end,
    figures.source,
    figures.source_organisation,
    figures.sentence,
    claim.sentence_start,
    figures.start,
    figures."end",
    figures.article_id,
    figures.ordinal,
    figures.verdict
FROM listed
CROSS JOIN claim_by_fact AS told ON told.fact_id = listed.fact_id
CROSS JOIN claim USING (document_id, ordinal)
CROSS JOIN all_figures AS figures ON figures.article_id = claim.document_id AND figures.ordinal = claim.ordinal
WHERE figures.is_current = 1 AND figures.is_repeat = 0 AND figures.verdict IS NOT 'wrong'
ORDER BY listed.last_day DESC, listed.fact_id, figures.published, figures.article_id, figures.ordinal;
