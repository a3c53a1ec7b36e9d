-- title: Sources
-- description: who figures are from: how many, in how many articles, from when to when
-- show: source, title, organisation, figures, articles, first_published, last_published
-- optional: first_published, organisation, articles, title
-- column source: text, at least 12
-- column title: text, at least 12
-- column organisation: text, at least 10
-- column figures: number
-- column articles: number
-- column first_published: date
-- column last_published: date
-- empty: no figure is from a source
WITH said AS MATERIALIZED (
    SELECT source, source_kind, source_title, source_organisation, article_id, published
    FROM selected
    WHERE source IS NOT NULL
)
SELECT
    source,
    source_kind AS kind,
    title,
    organisation,
    count(*) AS figures,
    count(DISTINCT article_id) AS articles,
    min(published) AS first_published,
    max(published) AS last_published
FROM said
-- The title and the organisation that are given most often.
LEFT JOIN (
    SELECT source, source_kind, source_title AS title,
        row_number() OVER (PARTITION BY source, source_kind ORDER BY count(*) DESC, source_title) AS place
    FROM said
    WHERE source_title IS NOT NULL
    GROUP BY source, source_kind, source_title
) AS titled USING (source, source_kind)
LEFT JOIN (
    SELECT source, source_kind, source_organisation AS organisation,
        row_number() OVER (PARTITION BY source, source_kind ORDER BY count(*) DESC, source_organisation) AS place
    FROM said
    WHERE source_organisation IS NOT NULL
    GROUP BY source, source_kind, source_organisation
) AS placed USING (source, source_kind)
WHERE coalesce(titled.place, 1) = 1 AND coalesce(placed.place, 1) = 1
GROUP BY source, source_kind, title, organisation
ORDER BY figures DESC, source, source_kind
LIMIT coalesce(:limit, -1);
