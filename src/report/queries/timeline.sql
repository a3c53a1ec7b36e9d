-- title: Timeline
-- description: what was said of a subject, by the time that it is about, and by whom
-- takes: subject
-- show: time, figure, what, subject, source, published, publication, sentence
-- optional: sentence, publication, what, published
-- column time: text, readable only, at least 10
-- column figure: amount(kind, value, high, unit, per, resolution, bound)
-- column what: text, readable only
-- column subject: text, at least 14
-- column source: text, at least 10
-- column published: date
-- column publication: text, at least 8
-- column sentence: text, at least 30
-- chart: timeline(period_start, period_end, published, value, high, unit, source, bound, figure) What was said, by whom, of when
-- empty: nothing is said of it
WITH listed AS MATERIALIZED UNLESS KEPT (
    SELECT article_id, ordinal, coalesce(period_start, period_end, published) AS day
    FROM selected
    -- By the day, the last day and the day of publication, as one text: SQLite then compares that alone. What has no day comes
    -- last, and what has no day of publication before what has one.
    ORDER BY coalesce(period_start || coalesce(period_end, published, '') || coalesce(published, ''),
        period_end || period_end || coalesce(published, ''), published || published || published, '~'),
        article_id, ordinal
    LIMIT coalesce(:limit, -1)
)
-- The day is the first one of the period; where the text names none, the day of publication.
SELECT
    day,
    period_start,
    period_end,
    period_words,
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
    source,
    source_title,
    source_organisation,
    published,
    publication,
    headline,
    url,
    sentence,
    sentence_start,
    figures.article_id,
    figures.ordinal,
    start,
    "end",
    coalesce(days_text(period_start, period_end), published) AS time,
    CASE WHEN modality = 'actual' AND role IN ('level', 'change') THEN CASE WHEN change <> 'none' THEN change ELSE '' END
        ELSE trim(CASE WHEN modality = 'projected' THEN 'projected ' ELSE '' END
            || CASE WHEN change <> 'none' THEN change ELSE '' END
            || CASE WHEN role NOT IN ('level', 'change') THEN ' ' || role ELSE '' END) END AS what
-- A CROSS JOIN reads the listed ones from the first to the last; to sort the whole rows again takes as long as all else.
FROM listed
CROSS JOIN figures_by_number AS figures ON figures.article_id = listed.article_id AND figures.ordinal = listed.ordinal;
