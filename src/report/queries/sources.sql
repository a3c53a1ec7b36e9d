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
WITH said AS MATERIALIZED UNLESS KEPT (
    SELECT source, source_kind, source_title, source_organisation, article_id, ordinal, published, verdict
    FROM selected_or_wrong
    WHERE source IS NOT NULL
), conflicting AS MATERIALIZED (  -- of facts of which articles give figures that cannot all be right
    SELECT claim.document_id, claim.ordinal FROM fact CROSS JOIN claim_by_fact AS claim ON claim.fact_id = fact.fact_id
    WHERE fact.conflicts > 0
), counted AS MATERIALIZED (  -- those that a review calls wrong are counted as that alone
    SELECT source, source_kind,
        count(CASE WHEN verdict IS NOT 'wrong' THEN 1 END) AS figures,
        count(DISTINCT CASE WHEN verdict IS NOT 'wrong' THEN article_id END) AS articles,
        min(CASE WHEN verdict IS NOT 'wrong' THEN published END) AS first_published,
        max(CASE WHEN verdict IS NOT 'wrong' THEN published END) AS last_published,
        count(CASE WHEN verdict = 'confirmed' THEN 1 END) AS confirmed,
        count(CASE WHEN verdict = 'disputed' THEN 1 END) AS disputed,
        count(CASE WHEN verdict = 'wrong' THEN 1 END) AS wrong,
        count(CASE WHEN verdict = 'corrected' THEN 1 END) AS corrected,
        count(CASE WHEN verdict IS NOT 'wrong' AND (article_id, ordinal) IN conflicting THEN 1 END) AS in_conflict
    FROM said
    GROUP BY source, source_kind
    ORDER BY figures DESC, source, source_kind
    LIMIT coalesce(:limit, -1)
), forms AS MATERIALIZED (  -- what a source is called; there are far fewer than figures
    SELECT source, source_kind, source_title, source_organisation, count(*) AS figures
    FROM said
    WHERE verdict IS NOT 'wrong'
    GROUP BY source, source_kind, source_title, source_organisation
), titles AS MATERIALIZED (  -- the one that is given most often has the place 1
    SELECT source, source_kind, source_title, row_number() OVER (PARTITION BY source, source_kind
        ORDER BY sum(figures) DESC, source_title) AS place
    FROM forms
    WHERE source_title IS NOT NULL
    GROUP BY source, source_kind, source_title
), organisations AS MATERIALIZED (
    SELECT source, source_kind, source_organisation, row_number() OVER (PARTITION BY source, source_kind
        ORDER BY sum(figures) DESC, source_organisation) AS place
    FROM forms
    WHERE source_organisation IS NOT NULL
    GROUP BY source, source_kind, source_organisation
), named AS (  -- brought together by sorting: a join would look through all titles for each source
    SELECT source, source_kind, figures, articles, first_published, last_published, confirmed, disputed, wrong,
        corrected, in_conflict, NULL AS title, NULL AS organisation
    FROM counted
    UNION ALL
    SELECT source, source_kind, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, source_title, NULL
    FROM titles
    WHERE place = 1
    UNION ALL
    SELECT source, source_kind, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, source_organisation
    FROM organisations
    WHERE place = 1
), listed AS (
    SELECT source, source_kind, max(title) AS title, max(organisation) AS organisation, max(figures) AS figures,
        max(articles) AS articles, max(first_published) AS first_published, max(last_published) AS last_published,
        max(confirmed) AS confirmed, max(disputed) AS disputed, max(wrong) AS wrong, max(corrected) AS corrected,
        max(in_conflict) AS in_conflict
    FROM named
    GROUP BY source, source_kind
    HAVING count(figures) > 0
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
