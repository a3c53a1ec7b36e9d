-- title: Copies
-- description: articles that are copies of earlier ones, or hold an earlier one, each with its original
-- copies: listed
-- show: published, publication, headline, shared, what, original_published, original_publication, original_headline
-- optional: original_headline, publication, original_publication
-- column published: date
-- column publication: text, at least 12
-- column headline: text, at least 16
-- column shared: text, readable only, right
-- column what: text, readable only
-- column original_published: date
-- column original_publication: text, at least 12
-- column original_headline: text, at least 20
-- empty: no copies
SELECT
    published,
    publication,
    headline,
    url,
    is_copy,
    share_of_copy,
    share_of_original,
    original_published,
    original_publication,
    original_headline,
    original_url,
    article_id,
    original_id,
    CAST(round(100 * max(share_of_copy, share_of_original)) AS INTEGER) || ' %' AS shared,
    CASE WHEN is_copy = 1 THEN 'copy' ELSE 'longer' END AS what
FROM copies
WHERE article_id IN (SELECT article_id FROM matching_articles)
ORDER BY original_published DESC, original_id, published IS NULL, published, publication,
    article_id
LIMIT coalesce(:limit, -1);
