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
WITH told AS MATERIALIZED (
    SELECT subject, fold(subject) AS folded, source, published, article_id, ordinal, start, "end",
        row_number() OVER (PARTITION BY fold(subject) ORDER BY published DESC, article_id, ordinal) AS place
    FROM selected
    WHERE subject IS NOT NULL
)
-- The spelling, the article and the bytes are those of the newest figure.
SELECT
    max(CASE WHEN place = 1 THEN subject END) AS subject,
    count(*) AS figures,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT source) AS sources,
    min(published) AS first_published,
    max(published) AS last_published,
    max(CASE WHEN place = 1 THEN article_id END) AS article_id,
    max(CASE WHEN place = 1 THEN ordinal END) AS ordinal,
    max(CASE WHEN place = 1 THEN start END) AS start,
    max(CASE WHEN place = 1 THEN "end" END) AS "end"
FROM told
GROUP BY folded
ORDER BY figures DESC, folded
LIMIT coalesce(:limit, -1);
