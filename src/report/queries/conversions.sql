-- title: Conversions
-- description: amounts that an article gives in two currencies
-- reads: relation
-- show: published, publication, figure, in_other_currency, review, source, sentence
-- optional: sentence, publication, source, review
-- column published: date
-- column publication: text, at least 8
-- column figure: amount('money', restated_value, restated_high, restated_unit, -, restated_resolution, restated_bound)
-- column in_other_currency: amount('money', value, high, unit, -, resolution, bound)
-- column review: text, at least 9
-- column source: text, at least 10
-- column sentence: text, at least 30
-- empty: no amount is given in two currencies
WITH pairs AS MATERIALIZED (  -- of which one amount is selected, or both
    SELECT article_id, ordinal FROM selected WHERE relation = 'restates'
    UNION
    SELECT selected.article_id, claim.ordinal
    FROM selected CROSS JOIN claim
        ON claim.document_id = selected.article_id AND claim.related_ordinal = selected.ordinal
    WHERE claim.relation = 'restates'
)
SELECT
    published,
    publication,
    headline,
    url,
    restated_text,
    restated_value,
    restated_high,
    restated_unit,
    restated_unit_assumed,
    restated_bound,
    restated_resolution,
    text,
    value,
    high,
    unit,
    unit_assumed,
    bound,
    resolution,
    source,
    period_start,
    period_end,
    sentence,
    (SELECT claim.sentence_start FROM claim
        WHERE claim.document_id = conversions.article_id AND claim.ordinal = conversions.ordinal) AS sentence_start,
    (SELECT claim.start_byte FROM claim
        WHERE claim.document_id = conversions.article_id AND claim.ordinal = conversions.ordinal) AS start,
    (SELECT claim.end_byte FROM claim
        WHERE claim.document_id = conversions.article_id AND claim.ordinal = conversions.ordinal) AS "end",
    (SELECT claim.start_byte FROM claim
        WHERE claim.document_id = conversions.article_id AND claim.ordinal = conversions.restated_ordinal)
        AS restated_start,
    (SELECT claim.end_byte FROM claim
        WHERE claim.document_id = conversions.article_id AND claim.ordinal = conversions.restated_ordinal)
        AS restated_end,
    conversions.article_id,
    restated_ordinal,
    conversions.ordinal,
    -- Of either amount.
    (SELECT group_concat(DISTINCT review.verdict) FROM claim_review JOIN review USING (review_id)
        WHERE claim_review.document_id = conversions.article_id AND claim_review.stands = 1
            AND claim_review.ordinal IN (conversions.ordinal, conversions.restated_ordinal)) AS review
FROM pairs
CROSS JOIN all_conversions AS conversions
    ON conversions.article_id = pairs.article_id AND conversions.ordinal = pairs.ordinal
ORDER BY published DESC, publication, headline, conversions.article_id, conversions.ordinal
LIMIT coalesce(:limit, -1);
