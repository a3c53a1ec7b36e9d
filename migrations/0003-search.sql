-- 0003-search: the words of all articles, to search them, and the day an article was last changed. Forward only,
-- never edited after release; no BEGIN or COMMIT, the program runs it in a transaction together with the record of it.

ALTER TABLE article ADD COLUMN
    modified TEXT CHECK (modified IS date(modified));         -- the day of its last change, where the page says so

-- The words of the headline and text of every version of every article, to search by. Words only: the text stays
-- in article. Removing accents and case makes "Perón" and "peron" one word.
CREATE VIRTUAL TABLE article_search USING fts5(
    headline,
    text,
    content = 'article',
    content_rowid = 'document_id',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- The program adds articles itself, many at once and in the order of their numbers: that is much faster than a
-- trigger for each.
INSERT INTO article_search (article_search) VALUES ('rebuild');

CREATE TRIGGER article_search_deleted AFTER DELETE ON article BEGIN
    INSERT INTO article_search (article_search, rowid, headline, text)
        VALUES ('delete', old.document_id, old.headline, old.text);
END;

CREATE TRIGGER article_search_updated AFTER UPDATE OF document_id, headline, text ON article
    WHEN old.document_id <> new.document_id OR old.headline IS NOT new.headline OR old.text <> new.text
BEGIN
    INSERT INTO article_search (article_search, rowid, headline, text)
        VALUES ('delete', old.document_id, old.headline, old.text);
    INSERT INTO article_search (rowid, headline, text) VALUES (new.document_id, new.headline, new.text);
END;

DROP VIEW articles;

-- The articles in their current version, copies too, with the number of figures in each.
CREATE VIEW articles AS
SELECT
    article.document_id AS article_id,
    article.published,
    article.modified,
    publication.name AS publication,
    article.headline,
    article.byline,
    article.url,
    article.language,
    (SELECT count(*) FROM claim WHERE claim.document_id = article.document_id AND claim.is_duration = 0) AS figures,
    article.version,
    article.origin,
    article.loaded_at,
    article.extractor_version,
    article_copy.original_id,
    coalesce(article_copy.share_of_copy >= 0.6, 0) AS is_copy,
    article.text
FROM article
LEFT JOIN publication ON publication.publication_id = article.publication_id
LEFT JOIN article_copy ON article_copy.document_id = article.document_id
WHERE article.is_current = 1;
