-- 0012-shared-shingles: runs of shingles know which of them several articles have, so that those of one article are not
-- looked up; and links between copies are changed in place. Forward only, never edited after release; no BEGIN or COMMIT,
-- the program runs it in a transaction together with the record of it.

-- A Bloom filter of the shingles that several articles in the run have; NULL: not known, as of runs from before.
ALTER TABLE shingle_run ADD COLUMN shared BLOB;

-- Nothing changes where a copy is one of another article now.
CREATE TRIGGER copy_changes_facts AFTER UPDATE OF share_of_copy ON article_copy
    WHEN (old.share_of_copy >= 0.6) <> (new.share_of_copy >= 0.6)
BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;
