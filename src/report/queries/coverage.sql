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
WITH counted AS MATERIALIZED (  -- the article and the bytes are those of the newest figure of which least is known
    SELECT publication, count(*) AS figures, count(subject) AS with_subject, count(source) AS with_source,
        count(coalesce(period_start, period_end)) AS with_period, count(unit) AS with_unit,
        sum(unit_assumed = 0) AS with_sure_unit,
        min(((subject IS NOT NULL) + (source IS NOT NULL) + (coalesce(period_start, period_end) IS NOT NULL))
            || newest_first(published, article_id, ordinal)),
        article_id, ordinal, start, "end"
    FROM selected
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
