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
SELECT
    source,
    source_kind AS kind,
    -- The title and the organisation that are given most often.
    (SELECT titled.source_title FROM selected AS titled
        WHERE titled.source = said.source AND titled.source_kind = said.source_kind
            AND titled.source_title IS NOT NULL
        GROUP BY titled.source_title ORDER BY count(*) DESC, titled.source_title LIMIT 1) AS title,
    (SELECT placed.source_organisation FROM selected AS placed
        WHERE placed.source = said.source AND placed.source_kind = said.source_kind
            AND placed.source_organisation IS NOT NULL
        GROUP BY placed.source_organisation ORDER BY count(*) DESC, placed.source_organisation LIMIT 1)
        AS organisation,
    count(*) AS figures,
    count(DISTINCT article_id) AS articles,
    min(published) AS first_published,
    max(published) AS last_published
FROM selected AS said
WHERE source IS NOT NULL
GROUP BY source, source_kind
ORDER BY figures DESC, source, source_kind
LIMIT coalesce(:limit, -1);
