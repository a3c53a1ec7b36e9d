-- title: Figures
-- description: every figure: when and where it stood, what it says, who says so, and its sentence
-- show: published, publication, headline, figure, review, subject, period, source, notes, sentence, id
-- optional: id, sentence, headline, publication, notes, period, published, source, review
-- column published: date
-- column publication: text, at least 16
-- column headline: text, at least 24
-- column figure: amount(kind, value, high, unit, per, resolution, bound)
-- column review: text, readable only, at least 9
-- column subject: text, at least 14
-- column period: text, readable only, at least 10
-- column source: text, at least 10
-- column notes: text, readable only, at least 16
-- column sentence: text, at least 30
-- column id: text, readable only, at least 24
-- empty: no figures
-- order: newest
WITH listed AS MATERIALIZED (
    SELECT article_id, ordinal
    FROM selected
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
    subject,
    period_start,
    period_end,
    period_words,
    baseline_start,
    baseline_end,
    baseline_words,
    source,
    source_title,
    source_organisation,
    source_kind,
    source_mode,
    relation,
    related_ordinal,
    CASE WHEN related_ordinal IS NOT NULL THEN (SELECT related.text FROM claim AS related
        WHERE related.document_id = figures.article_id AND related.ordinal = figures.related_ordinal) END
        AS related_text,
    resolution,
    sentence,
    sentence_start,
    start,
    "end",
    figures.article_id,
    figures.ordinal,
    rule,
    verdict,
    reviewed_by,
    reviewed_at,
    review_note,
    extracted_value,
    extracted_high,
    extracted_kind,
    extracted_unit,
    extracted_source,
    verdict AS review,
    -- As `figbook review` takes it.
    figures.article_id || '#' || figures.ordinal AS id,
    CASE
        WHEN period_start IS NULL AND period_end IS NULL THEN period_words
        WHEN period_start IS NULL THEN 'until ' || period_end
        WHEN period_end IS NULL THEN 'from ' || period_start
        WHEN period_start = period_end THEN period_start
        WHEN substr(period_start, 5) = '-01-01' AND substr(period_end, 5) = '-12-31' THEN
            CASE WHEN substr(period_start, 1, 4) = substr(period_end, 1, 4) THEN substr(period_start, 1, 4)
                ELSE substr(period_start, 1, 4) || '–' || substr(period_end, 1, 4) END
        WHEN substr(period_start, 8) = '-01' AND period_end = date(period_start, '+1 month', '-1 day') THEN
            substr(period_start, 1, 7)
        WHEN substr(period_start, 5) IN ('-01-01', '-04-01', '-07-01', '-10-01')
            AND period_end = date(period_start, '+3 months', '-1 day') THEN
            substr(period_start, 1, 4) || ' Q' || ((substr(period_start, 6, 2) + 2) / 3)
        ELSE period_start || '–' || period_end
    END AS period,
    -- ", increase, projected": each part brings its comma, the first one is cut off.
    substr(
        coalesce(', ' || verdict
            || CASE
                WHEN coalesce(extracted_value, extracted_kind) IS NOT NULL THEN ' from "' || text || '"'
                WHEN verdict = 'corrected' THEN ' from ' || coalesce('the source ' || extracted_source, 'no source')
                ELSE '' END
            || ' by ' || reviewed_by, '')
        || CASE WHEN change <> 'none' THEN ', ' || change ELSE '' END
        || CASE WHEN role IN ('from', 'to') OR (role = 'share' AND relation IS NULL) THEN ', ' || role ELSE '' END
        || CASE WHEN modality = 'projected' THEN ', projected' ELSE '' END
        || CASE WHEN unit_assumed = 1 THEN ', currency assumed' ELSE '' END
        || CASE WHEN relation IS NULL THEN '' ELSE coalesce(', ' || replace(relation, '_', ' ') || ' ' ||
            (SELECT related.text FROM claim AS related
                WHERE related.document_id = figures.article_id AND related.ordinal = figures.related_ordinal), '') END
        || coalesce(', against ' || nullif(baseline_words, ''), ''),
        3) AS notes
-- A CROSS JOIN reads the listed ones from the first to the last; to sort the whole rows again takes as long as all else.
FROM listed
CROSS JOIN figures_by_number AS figures ON figures.article_id = listed.article_id AND figures.ordinal = listed.ordinal;
