-- 0016-claims-of-facts: what the claims of facts are judged by is kept beside the facts, so that a fact of which one more claim came
-- is judged without reading the other ones anew, each at places of its own in the file. Facts that are there get theirs when they
-- are next judged. Forward only, never edited after release; no BEGIN or COMMIT, the program runs it in a transaction
-- together with the record of it.

-- Of the claims of facts, what they are judged by: as claim, article and review have it, without a look into each of them at a place
-- of its own. A fact has some of its claims here or all; the program adds those that are missing when it judges the fact anew, and
-- what changes one of them takes it out again. src/track/told_claims.hpp says what is in it.
CREATE TABLE fact_claim (
    fact_id INTEGER NOT NULL,            -- one of those in fact
    document_id INTEGER NOT NULL,        -- the claim: its article
    ordinal INTEGER NOT NULL,            -- and its place there
    told BLOB NOT NULL,                  -- cells, see src/store/packed_cells.hpp; none where it tells nothing
    PRIMARY KEY (fact_id, document_id, ordinal)
) STRICT, WITHOUT ROWID;

DROP TRIGGER claim_deleted;
DROP TRIGGER claim_changed;
DROP TRIGGER article_changes_facts;
DROP TRIGGER review_changes_facts;
DROP TRIGGER copy_leaves_facts;
DROP TRIGGER copy_changes_facts;
DROP TRIGGER copy_tells_facts;

CREATE TRIGGER claim_deleted AFTER DELETE ON claim BEGIN
    DELETE FROM claim_by_size WHERE kind = old.kind AND unit = coalesce(old.unit, '') AND amount = old.amount
        AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_source
        WHERE source_id = old.source_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_fact
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM fact_claim
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
END;

CREATE TRIGGER claim_changed AFTER UPDATE OF document_id, ordinal, kind, unit, amount, source_id, fact_id ON claim
BEGIN
    DELETE FROM claim_by_size WHERE kind = old.kind AND unit = coalesce(old.unit, '') AND amount = old.amount
        AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_source
        WHERE source_id = old.source_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM claim_by_fact
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
    DELETE FROM fact_claim
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

CREATE TRIGGER article_changes_facts AFTER UPDATE OF is_current, published, publication_id, headline ON article BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;

CREATE TRIGGER review_changes_facts AFTER INSERT ON claim_review BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT fact_id FROM claim
        WHERE document_id = new.document_id AND ordinal = new.ordinal AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND ordinal = new.ordinal AND fact_id = (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND ordinal = new.ordinal);
END;

CREATE TRIGGER copy_leaves_facts AFTER INSERT ON article_copy BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact)
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;

CREATE TRIGGER copy_changes_facts AFTER UPDATE OF share_of_copy ON article_copy
    WHEN (old.share_of_copy >= 0.6) <> (new.share_of_copy >= 0.6)
BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = new.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;

CREATE TRIGGER copy_tells_facts AFTER DELETE ON article_copy BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = old.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    DELETE FROM fact_claim
        WHERE document_id = old.document_id AND fact_id IN (SELECT fact_id FROM claim
            WHERE document_id = old.document_id AND fact_id IN (SELECT fact_id FROM fact));
END;

-- Segments of the full-text indexes are brought together eight at a time, not four: the words of an article are written
-- again fewer times, and there are hardly more segments to look into.
INSERT INTO article_search (article_search, rank) VALUES ('automerge', 8);
INSERT INTO claim_search (claim_search, rank) VALUES ('automerge', 8);

-- Nothing does so but a person by hand: what the claim's fact is judged by is then read anew.
CREATE TRIGGER claim_told_otherwise AFTER UPDATE OF text, value, high, resolution, per, bound, change, role, modality, subject,
    period_start, period_end, period_words, baseline_start, baseline_end, baseline_words, relation, related_ordinal ON claim
BEGIN
    DELETE FROM fact_claim
        WHERE fact_id = old.fact_id AND document_id = old.document_id AND ordinal = old.ordinal;
END;
