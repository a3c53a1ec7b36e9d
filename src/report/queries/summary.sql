-- title: Summary
-- description: what is in the database: the newest figures and articles, figures by kind, currency and source

-- section overview: At a glance
-- column what: text
-- column number: text, readable only, right
WITH of_articles AS MATERIALIZED (
    SELECT count(*) AS articles, min(published) AS first, max(published) AS last,
        (SELECT count(*) FROM matching_articles) - count(*) AS copies
    FROM selected_articles
), of_figures AS MATERIALIZED (
    SELECT count(*) AS figures, count(source) AS sourced FROM selected
)
SELECT what, value, CAST(value AS TEXT) AS number
FROM (
    SELECT 1 AS place, 'articles' AS what, articles AS value FROM of_articles
    UNION ALL
    SELECT 2, 'copies more', copies FROM of_articles WHERE copies > 0
    UNION ALL
    SELECT 3, 'figures', figures FROM of_figures
    UNION ALL
    SELECT 4, 'figures with a source', sourced FROM of_figures
    UNION ALL
    SELECT 5, 'first published', first FROM of_articles
    UNION ALL
    SELECT 6, 'last published', last FROM of_articles
)
ORDER BY place;

-- section newest_figures: Newest figures
-- show: published, publication, figure, review, change, subject, source
-- optional: publication, change, source, review
-- column published: date
-- column publication: text, at least 8
-- column figure: amount(kind, value, high, unit, per, resolution, bound)
-- column review: text, readable only, at least 9
-- column change: text
-- column subject: text, at least 14
-- column source: text, at least 10
-- empty: no figures
-- order: newest
SELECT published, publication, headline, url, kind, value, high, unit, unit_assumed, per, bound,
    nullif(change, 'none') AS change, resolution, subject, source, start, "end", article_id, ordinal, verdict,
    verdict AS review
FROM selected
ORDER BY published DESC, publication, headline, article_id, ordinal
LIMIT coalesce(:limit, 15);

-- section newest_articles: Newest articles
-- show: published, publication, headline, figures
-- optional: publication
-- column published: date
-- column publication: text, at least 8
-- column headline: text, at least 20
-- column figures: number
-- empty: no articles
WITH newest AS MATERIALIZED (
    SELECT published, publication, headline, url, article_id
    FROM selected_articles
    ORDER BY published DESC, publication, headline, article_id
    LIMIT coalesce(:limit, 10)
), counted AS MATERIALIZED (
    SELECT article_id, count(*) AS figures
    FROM selected
    WHERE article_id IN (SELECT article_id FROM newest)
    GROUP BY article_id
)
SELECT published, publication, headline, url, article_id,
    coalesce((SELECT figures FROM counted WHERE counted.article_id = newest.article_id), 0) AS figures
FROM newest
ORDER BY published DESC, publication, headline, article_id;

-- section by_kind: Figures by kind
-- figures by: kind
-- column kind: text
-- column figures: number
-- column articles: number
-- empty: no figures
SELECT kind, count(*) AS figures, count_different(article_id) AS articles
FROM selected
GROUP BY kind
ORDER BY figures DESC, kind;

-- section by_currency: Money by currency
-- figures by: currency
-- show: currency, figures, articles, smallest, largest
-- column currency: text
-- column figures: number
-- column articles: number
-- column smallest: amount('money', smallest_value, -, currency, -, smallest_resolution, -)
-- column largest: amount('money', largest_value, -, currency, -, largest_resolution, -)
-- chart: bars(currency, figures) Figures of money by currency
-- empty: no figures of money
WITH money AS MATERIALIZED UNLESS KEPT (
    SELECT unit, amount, value, resolution, article_id, ordinal
    FROM selected
    WHERE kind = 'money' AND unit IS NOT NULL
), smallest AS MATERIALIZED (
    SELECT unit, value, resolution, min(lowest_first(amount, article_id, ordinal))
    FROM money
    GROUP BY unit
), largest AS MATERIALIZED (
    SELECT unit, count(*) AS figures, count_different(article_id) AS articles, value, resolution,
        min(lowest_first(-amount, article_id, ordinal))
    FROM money
    GROUP BY unit
)
SELECT
    unit AS currency,
    figures,
    articles,
    smallest.value AS smallest_value,
    smallest.resolution AS smallest_resolution,
    largest.value AS largest_value,
    largest.resolution AS largest_resolution
FROM largest
JOIN smallest USING (unit)
ORDER BY figures DESC, unit
LIMIT coalesce(:limit, 10);

-- section by_source: Sources with most figures
-- figures by: source
-- show: source, title, figures, articles, last_published
-- optional: last_published, title
-- column source: text, at least 12
-- column title: text, at least 12
-- column figures: number
-- column articles: number
-- column last_published: date
-- chart: bars(source, figures) Figures by source
-- empty: no figure is from a source
SELECT source, most_given(source_title) AS title, count(*) AS figures, count_different(article_id) AS articles,
    max(published) AS last_published
FROM selected
WHERE source IS NOT NULL
GROUP BY source, source_kind
ORDER BY figures DESC, source, source_kind
LIMIT coalesce(:limit, 10);
