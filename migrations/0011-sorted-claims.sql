-- 0011-sorted-claims: by what claims are looked up goes into tables of its own, which are written many claims at a time
-- and in their order: as indexes of claim each claim wrote into a page of its own of each of them. Forward only, never
-- edited after release; no BEGIN or COMMIT, the program runs it in a transaction together with the record of it.

-- Claims by what they count and how much.
CREATE TABLE claim_by_size (
    kind TEXT NOT NULL,                  -- as in claim
    unit TEXT NOT NULL,                  -- the same; empty where that is NULL
    amount REAL NOT NULL,                -- the same
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (kind, unit, amount, document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Claims by who says so: two in three are the paper's own and not here.
CREATE TABLE claim_by_source (
    source_id INTEGER NOT NULL,          -- as in claim
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (source_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Claims by the fact that they are of; those of no fact are not here.
CREATE TABLE claim_by_fact (
    fact_id INTEGER NOT NULL,            -- as in claim
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    PRIMARY KEY (fact_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Articles whose claims are not in these three yet.
CREATE TABLE unsorted (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE  -- the article
) STRICT;

INSERT INTO claim_by_size (kind, unit, amount, document_id, ordinal)
    SELECT kind, coalesce(unit, ''), amount, document_id, ordinal FROM claim
    ORDER BY kind, unit, amount, document_id, ordinal;
INSERT INTO claim_by_source (source_id, document_id, ordinal)
    SELECT source_id, document_id, ordinal FROM claim WHERE source_id IS NOT NULL
    ORDER BY source_id, document_id, ordinal;
INSERT INTO claim_by_fact (fact_id, document_id, ordinal)
    SELECT fact_id, document_id, ordinal FROM claim WHERE fact_id IS NOT NULL
    ORDER BY fact_id, document_id, ordinal;

DROP INDEX claim_size;
DROP INDEX claim_source;
DROP INDEX claim_fact;

CREATE TRIGGER claim_deleted AFTER DELETE ON claim BEGIN
    DELETE FROM claim_by_size WHERE kind = old.kind AND unit = coalesce(old.unit, '') AND amount = old.amount
        AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_source
        WHERE source_id = old.source_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_fact
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
END;

-- Those of an article that is unsorted are not there and come later.
CREATE TRIGGER claim_changed AFTER UPDATE OF document_id, ordinal, kind, unit, amount, source_id, fact_id ON claim
BEGIN
    DELETE FROM claim_by_size WHERE kind = old.kind AND unit = coalesce(old.unit, '') AND amount = old.amount
        AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_source
        WHERE source_id = old.source_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_fact
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
    INSERT INTO claim_by_size (kind, unit, amount, document_id, ordinal)
        SELECT new.kind, coalesce(new.unit, ''), new.amount, new.document_id, new.ordinal
        WHERE NOT EXISTS (SELECT 1 FROM unsorted WHERE document_id = new.document_id);
    INSERT INTO claim_by_source (source_id, document_id, ordinal)
        SELECT new.source_id, new.document_id, new.ordinal WHERE new.source_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM unsorted WHERE document_id = new.document_id);
    INSERT INTO claim_by_fact (fact_id, document_id, ordinal)
        SELECT new.fact_id, new.document_id, new.ordinal WHERE new.fact_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM unsorted WHERE document_id = new.document_id);
END;

DROP TRIGGER copy_leaves_facts;
-- What was no fact is none with one less to tell it.
CREATE TRIGGER copy_leaves_facts AFTER INSERT ON article_copy BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact)
        ON CONFLICT DO NOTHING;
END;
