-- title: Conversions
-- description: amounts that an article gives in two currencies; `figbook check conversions` judges them
-- show: published, publication, figure, in_other_currency, source, sentence
-- optional: sentence, publication, source
-- column published: date
-- column publication: text, at least 8
-- column figure: amount('money', restated_value, restated_high, restated_unit, -, restated_resolution, restated_bound)
-- column in_other_currency: amount('money', value, high, unit, -, resolution, bound)
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
    stated.published,
    stated.publication,
    stated.headline,
    stated.url,
    restated.text AS restated_text,
    restated.value AS restated_value,
    restated.high AS restated_high,
    restated.unit AS restated_unit,
    restated.unit_assumed AS restated_unit_assumed,
    restated.bound AS restated_bound,
    restated.resolution AS restated_resolution,
    stated.text,
    stated.value,
    stated.high,
    stated.unit,
    stated.unit_assumed,
    stated.bound,
    stated.resolution,
    stated.source,
    stated.period_start,
    stated.period_end,
    stated.sentence,
    stated.article_id,
    restated.ordinal AS restated_ordinal,
    restated.start_byte AS restated_start,
    restated.end_byte AS restated_end,
    stated.ordinal,
    stated.start,
    stated."end"
FROM pairs
CROSS JOIN all_figures AS stated ON stated.article_id = pairs.article_id AND stated.ordinal = pairs.ordinal
CROSS JOIN claim AS restated
    ON restated.document_id = stated.article_id AND restated.ordinal = stated.related_ordinal
WHERE stated.kind = 'money' AND restated.kind = 'money' AND stated.unit <> restated.unit
    AND stated.is_current = 1 AND stated.is_duration = 0
ORDER BY stated.published DESC, stated.publication, stated.headline, stated.article_id, stated.ordinal
LIMIT coalesce(:limit, -1);
