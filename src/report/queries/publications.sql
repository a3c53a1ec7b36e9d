-- title: Publications
-- description: where figures stand: articles, copies among them, figures, how many have a source, from when to when
-- copies: listed
-- show: publication, articles, copies, figures, with_source, first_published, last_published
-- optional: first_published, with_source, copies
-- figures by: publication
-- column publication: text, at least 16
-- column articles: number
-- column copies: number
-- column figures: number
-- column with_source: number
-- column first_published: date
-- column last_published: date
-- empty: no articles
WITH printed AS MATERIALIZED (
    SELECT publication, count(*) AS articles, sum(is_copy) AS copies, min(published) AS first_published,
        max(published) AS last_published
    FROM matching_articles
    GROUP BY publication
), counted AS MATERIALIZED (  -- the article and the bytes are those of the newest figure
    SELECT publication, count(*) AS figures, count(source) AS with_source,
        min(newest_first(published, article_id, ordinal)), article_id, ordinal, start, "end"
    FROM selected
    GROUP BY publication
)
SELECT
    printed.publication,
    articles,
    copies,
    coalesce(figures, 0) AS figures,
    coalesce(with_source, 0) AS with_source,
    first_published,
    last_published,
    article_id,
    ordinal,
    start,
    "end"
FROM printed
LEFT JOIN counted ON counted.publication IS printed.publication
ORDER BY figures DESC, printed.publication IS NULL, printed.publication
LIMIT coalesce(:limit, -1);
