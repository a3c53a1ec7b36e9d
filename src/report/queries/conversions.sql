-- title: Conversions
-- description: amounts that an article gives in two currencies; `figbook check conversions` judges them
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
    article_id,
    restated_ordinal,
    ordinal,
    -- Of either amount.
    (SELECT group_concat(DISTINCT review.verdict) FROM claim_review JOIN review USING (review_id)
        WHERE claim_review.document_id = conversions.article_id AND claim_review.stands = 1
            AND claim_review.ordinal IN (conversions.ordinal, conversions.restated_ordinal)) AS review
FROM all_conversions AS conversions
WHERE EXISTS (SELECT 1 FROM selected
    WHERE selected.article_id = conversions.article_id
        AND selected.ordinal IN (conversions.ordinal, conversions.restated_ordinal))
ORDER BY published IS NULL, published DESC, publication, headline, article_id, ordinal
LIMIT coalesce(:limit, -1);
