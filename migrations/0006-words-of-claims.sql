-- 0006-words-of-claims: the words of the subjects and sources of each article's claims, by which reports find them:
-- without, each filter by words read every claim. Forward only, never edited after release; no BEGIN or COMMIT, the
-- program runs it in a transaction together with the record of it.

-- What of its claims an article is found by: all of their subjects, and names, titles and organisations of their
-- sources. The text of claim_search, which keeps their words alone.
CREATE VIEW article_words AS
SELECT
    article.document_id,
    (SELECT group_concat(claim.subject, char(10)) FROM claim
        WHERE claim.document_id = article.document_id) AS subjects,
    (SELECT group_concat(source.name || ' ' || source.title || ' ' || source.organisation, char(10))
        FROM claim JOIN source ON source.source_id = claim.source_id
        WHERE claim.document_id = article.document_id) AS sources
FROM article;

CREATE VIRTUAL TABLE claim_search USING fts5(
    subjects,
    sources,
    content = 'article_words',
    content_rowid = 'document_id',
    columnsize = 0,
    detail = 'column',
    tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO claim_search (claim_search) VALUES ('rebuild');

CREATE TRIGGER claim_search_deleted BEFORE DELETE ON article BEGIN
    INSERT INTO claim_search (claim_search, rowid, subjects, sources)
        SELECT 'delete', document_id, subjects, sources FROM article_words WHERE document_id = old.document_id;
END;
