-- title: Subjects
-- description: what figures are about: how many, in how many articles, from how many sources, from when to when
-- show: subject, figures, articles, sources, first_published, last_published
-- optional: first_published, sources, articles
-- figures by: subject
-- column subject: text, at least 20
-- column figures: number
-- column articles: number
-- column sources: number
-- column first_published: date
-- column last_published: date
-- empty: no figure has a subject
WITH told AS MATERIALIZED UNLESS KEPT (
    SELECT subject, fold(subject) AS folded, source, published, article_id, ordinal, start, "end"
    FROM selected
    WHERE subject IS NOT NULL
        -- which say of each figure of them something else
        AND NOT (length(subject) < 6
            AND fold(subject) IN ('he', 'i', 'it', 'she', 'that', 'these', 'they', 'this', 'those', 'we', 'you'))
), counted AS MATERIALIZED (
    SELECT folded, count(*) AS figures, count_different(article_id) AS articles, count(DISTINCT source) AS sources,
        min(published) AS first_published, max(published) AS last_published
    FROM told
    GROUP BY folded
), newest AS MATERIALIZED (  -- the spelling, the article and the bytes are those of the newest figure
    SELECT folded, min(newest_first(published, article_id, ordinal)), subject, article_id, ordinal, start, "end"
    FROM told
    GROUP BY folded
)
SELECT
    subject,
    figures,
    articles,
    sources,
    first_published,
    last_published,
    article_id,
    ordinal,
    start,
    "end"
FROM counted
JOIN newest USING (folded)
ORDER BY figures DESC, folded
LIMIT coalesce(:limit, -1);
