-- title: Coverage
-- description: what is known of the figures of each publication: how many have a subject, a source, a period, ...
-- show: publication, figures, subject, source, period, unit, sure_unit
-- optional: sure_unit, unit
-- figures by: publication
-- column publication: text, at least 16
-- column figures: number
-- column subject: text, readable only, right
-- column source: text, readable only, right
-- column period: text, readable only, right
-- column unit: text, readable only, right
-- column sure_unit: text, readable only, right
-- empty: no figures
WITH known AS MATERIALIZED (
    SELECT publication, subject IS NOT NULL AS subject, source IS NOT NULL AS source,
        period_start IS NOT NULL OR period_end IS NOT NULL AS period, unit IS NOT NULL AS unit,
        unit_assumed = 0 AS sure_unit, article_id, ordinal, start, "end",
        -- The article and the bytes are those of the newest figure of which least is known.
        row_number() OVER (PARTITION BY publication ORDER BY (subject IS NOT NULL) + (source IS NOT NULL)
            + (period_start IS NOT NULL OR period_end IS NOT NULL), published DESC, article_id, ordinal) AS place
    FROM selected
), counted AS MATERIALIZED (
    SELECT publication, count(*) AS figures, sum(subject) AS with_subject, sum(source) AS with_source,
        sum(period) AS with_period, sum(unit) AS with_unit, sum(sure_unit) AS with_sure_unit,
        max(CASE WHEN place = 1 THEN article_id END) AS article_id,
        max(CASE WHEN place = 1 THEN ordinal END) AS ordinal,
        max(CASE WHEN place = 1 THEN start END) AS start,
        max(CASE WHEN place = 1 THEN "end" END) AS "end"
    FROM known
    GROUP BY publication
)
SELECT
    publication,
    figures,
    with_subject,
    with_source,
    with_period,
    with_unit,
    with_sure_unit,
    article_id,
    ordinal,
    start,
    "end",
    printf('%d %%', round(100.0 * with_subject / figures)) AS subject,
    printf('%d %%', round(100.0 * with_source / figures)) AS source,
    printf('%d %%', round(100.0 * with_period / figures)) AS period,
    printf('%d %%', round(100.0 * with_unit / figures)) AS unit,
    printf('%d %%', round(100.0 * with_sure_unit / figures)) AS sure_unit
FROM counted
ORDER BY figures DESC, publication IS NULL, publication
LIMIT coalesce(:limit, -1);
