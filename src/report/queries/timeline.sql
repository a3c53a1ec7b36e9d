-- title: Timeline
-- description: what was said of a subject, in the order of time: give it by --subject
-- show: period, published, figure, subject, source, publication, headline, sentence
-- optional: sentence, headline, publication, source, period
-- chart: timeline(period_start, period_end, published, value, high, unit, source, figure) What was said, by whom, of when
-- column period: text, at least 10
-- column published: date
-- column figure: amount(kind, value, high, unit, per, resolution, bound)
-- column subject: text, at least 14
-- column source: text, at least 10
-- column publication: text, at least 8
-- column headline: text, at least 20
-- column sentence: text, at least 30
-- empty: no figures
SELECT
    coalesce(period_start, period_end, published) AS day,
    CASE
        WHEN period_start IS NULL AND period_end IS NULL THEN period_words
        WHEN period_start IS NULL THEN 'until ' || period_end
        WHEN period_end IS NULL THEN 'from ' || period_start
        WHEN period_start = period_end THEN period_start
        ELSE period_start || '–' || period_end
    END AS period,
    period_start,
    period_end,
    published,
    publication,
    headline,
    url,
    text,
    kind,
    value,
    high,
    unit,
    per,
    bound,
    resolution,
    change,
    role,
    modality,
    subject,
    source,
    sentence,
    (SELECT claim.sentence_start FROM claim
        WHERE claim.document_id = selected.article_id AND claim.ordinal = selected.ordinal) AS sentence_start,
    start,
    "end",
    article_id,
    ordinal
FROM selected
ORDER BY day IS NULL, day, published, article_id, ordinal
LIMIT coalesce(:limit, -1);
