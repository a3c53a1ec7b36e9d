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
WITH listed AS MATERIALIZED UNLESS KEPT (
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
    figure_id(figures.article_id, figures.ordinal) AS id,
    coalesce(days_text(period_start, period_end), period_words) AS period,
    comma_list(
        -- Of each figure that is listed: what is not asked here takes no time, nor does a column that is read once.
        CASE WHEN verdict IS NOT NULL THEN verdict
            || CASE
                WHEN coalesce(extracted_value, extracted_kind) IS NOT NULL THEN ' from "' || text || '"'
                WHEN verdict = 'corrected' THEN ' from ' || coalesce('the source ' || extracted_source, 'no source')
                ELSE '' END
            || ' by ' || reviewed_by END,
        CASE WHEN change <> 'none' THEN change END,
        CASE role WHEN 'from' THEN 'from' WHEN 'to' THEN 'to'
            WHEN 'share' THEN CASE WHEN relation IS NULL THEN 'share' END END,
        CASE WHEN modality = 'projected' THEN 'projected' END,
        CASE WHEN unit_assumed = 1 THEN 'currency assumed' END,
        CASE WHEN relation IS NOT NULL THEN replace(relation, '_', ' ') || ' ' ||
            (SELECT related.text FROM claim AS related
                WHERE related.document_id = figures.article_id AND related.ordinal = figures.related_ordinal) END,
        CASE WHEN baseline_words <> '' THEN 'against ' || baseline_words END) AS notes
-- A CROSS JOIN reads the listed ones from the first to the last; to sort the whole rows again takes as long as all else.
FROM listed
CROSS JOIN figures_by_number AS figures ON figures.article_id = listed.article_id AND figures.ordinal = listed.ordinal;
