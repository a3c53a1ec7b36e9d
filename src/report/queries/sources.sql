-- title: Sources
-- description: who figures are from: how many, from when to when, and how many reviews have confirmed or not, or others contradict
-- show: source, title, organisation, figures, articles, first_published, last_published, reviews
-- optional: first_published, organisation, articles, title, reviews
-- figures by: source
-- column source: text, at least 12
-- column title: text, at least 12
-- column organisation: text, at least 10
-- column figures: number
-- column articles: number
-- column first_published: date
-- column last_published: date
-- column reviews: text, readable only, at least 14
-- chart: bars(source, figures) Figures by source
-- empty: no figure is from a source
WITH conflicting AS MATERIALIZED (  -- of facts of which articles give figures that cannot all be right
    SELECT claim.document_id, claim.ordinal FROM fact CROSS JOIN claim_by_fact AS claim ON claim.fact_id = fact.fact_id
    WHERE fact.conflicts > 0
), listed AS MATERIALIZED (  -- those that a review calls wrong are counted as that alone
    SELECT source, source_kind,
        most_given(CASE WHEN verdict IS NOT 'wrong' THEN source_title END) AS title,
        most_given(CASE WHEN verdict IS NOT 'wrong' THEN source_organisation END) AS organisation,
        count(CASE WHEN verdict IS NOT 'wrong' THEN 1 END) AS figures,
        count_different(CASE WHEN verdict IS NOT 'wrong' THEN article_id END) AS articles,
        min(CASE WHEN verdict IS NOT 'wrong' THEN published END) AS first_published,
        max(CASE WHEN verdict IS NOT 'wrong' THEN published END) AS last_published,
        count(CASE WHEN verdict = 'confirmed' THEN 1 END) AS confirmed,
        count(CASE WHEN verdict = 'disputed' THEN 1 END) AS disputed,
        count(CASE WHEN verdict = 'wrong' THEN 1 END) AS wrong,
        count(CASE WHEN verdict = 'corrected' THEN 1 END) AS corrected,
        count(CASE WHEN verdict IS NOT 'wrong' AND (article_id, ordinal) IN conflicting THEN 1 END) AS in_conflict
    FROM selected_or_wrong
    WHERE source IS NOT NULL
    GROUP BY source, source_kind
    ORDER BY figures DESC, source, source_kind
    LIMIT coalesce(:limit, -1)
)
SELECT
    source,
    source_kind AS kind,
    title,
    organisation,
    figures,
    articles,
    first_published,
    last_published,
    confirmed,
    disputed,
    wrong,
    corrected,
    in_conflict,
    -- ", 2 confirmed, 1 wrong": each part brings its comma, the first one is cut off.
    substr(
        coalesce(', ' || nullif(confirmed, 0) || ' confirmed', '')
        || coalesce(', ' || nullif(disputed, 0) || ' disputed', '')
        || coalesce(', ' || nullif(wrong, 0) || ' wrong', '')
        || coalesce(', ' || nullif(corrected, 0) || ' corrected', '')
        || coalesce(', ' || nullif(in_conflict, 0) || ' in conflict', ''),
        3) AS reviews
FROM listed
ORDER BY figures DESC, source, source_kind;
