-- title: Changes
-- description: what rose and fell: by how much, from what, to what, in which time, and who says so
-- show: published, publication, figure, what, subject, period, against, source, sentence
-- optional: sentence, publication, against, period, source, published
-- column published: date
-- column publication: text, at least 8
-- column figure: amount(kind, value, high, unit, per, resolution, bound)
-- column what: text, readable only
-- column subject: text, at least 14
-- column period: text, readable only, at least 10
-- column against: text, readable only, at least 10
-- column source: text, at least 10
-- column sentence: text, at least 30
-- empty: no figure is of a change
WITH listed AS MATERIALIZED UNLESS KEPT (
    SELECT article_id, ordinal
    FROM selected
    WHERE change <> 'none' OR role IN ('from', 'to')
    ORDER BY published DESC, publication, headline, article_id, ordinal
    LIMIT coalesce(:limit, -1)
)
SELECT
    published,
    publication,
    headline,
    url,
    text,
    kind,
    value,
    high,
    unit,
    unit_assumed,
    per,
    bound,
    change,
    role,
    modality,
    resolution,
    subject,
    period_start,
    period_end,
    baseline_start,
    baseline_end,
    baseline_words,
    source,
    sentence,
    figures.article_id,
    figures.ordinal,
    start,
    "end",
    CASE WHEN modality = 'actual' AND role NOT IN ('from', 'to') THEN CASE WHEN change <> 'none' THEN change ELSE '' END
        ELSE trim(CASE WHEN modality = 'projected' THEN 'projected ' ELSE '' END
            || CASE WHEN change <> 'none' THEN change ELSE '' END
            || CASE WHEN role IN ('from', 'to') THEN ' ' || role ELSE '' END) END AS what,
    coalesce(days_text(period_start, period_end), period_words) AS period,
    coalesce(days_text(baseline_start, baseline_end), baseline_words) AS against
-- A CROSS JOIN reads the listed ones from the first to the last; to sort the whole rows again takes as long as all else.
FROM listed
CROSS JOIN figures_by_number AS figures ON figures.article_id = listed.article_id AND figures.ordinal = listed.ordinal;
