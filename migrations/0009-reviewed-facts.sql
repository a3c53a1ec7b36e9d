-- 0009-reviewed-facts: what a review says of a figure is said of its fact too. Forward only, never edited after release;
-- no BEGIN or COMMIT, the program runs it in a transaction together with the record of it.

CREATE TRIGGER review_changes_facts AFTER INSERT ON claim_review BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT fact_id FROM claim
        WHERE document_id = new.document_id AND ordinal = new.ordinal AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;
