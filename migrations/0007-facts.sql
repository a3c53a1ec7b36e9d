-- 0007-facts: the fact that a claim is of, and the facts that several articles tell. Forward only, never edited after
-- release; no BEGIN or COMMIT, the program runs it in a transaction together with the record of it.

ALTER TABLE claim ADD COLUMN fact_id INTEGER;  -- what it is of, across articles: a hash of its key; NULL: of no fact

CREATE INDEX claim_fact ON claim (fact_id) WHERE fact_id IS NOT NULL;

-- The facts that at least two articles tell which are no copies of one another; what only one tells is in claim alone.
-- Everything here follows from the claims: the program writes it anew for those in stale_fact.
CREATE TABLE fact (
    fact_id INTEGER PRIMARY KEY,         -- 63 bits of a hash of the key: src/track/fact_key.hpp says what that is
    subject TEXT NOT NULL,               -- as the earliest article has it
    words TEXT NOT NULL,                 -- of the key, each between blanks, to search by
    kind TEXT NOT NULL,                  -- like the columns of the same names in claim
    unit TEXT,                           -- the same
    per TEXT,                            -- the same
    role TEXT NOT NULL,                  -- level (also the ends of a move), change or share
    period_start TEXT CHECK (period_start IS date(period_start)),  -- NULL: as of the day of each article
    period_end TEXT CHECK (period_end IS date(period_end)),        -- the same
    period_words TEXT,                   -- as the earliest article has it
    first_text TEXT NOT NULL,            -- the figure as the earliest article has it
    last_text TEXT NOT NULL,             -- and as the newest one does
    claims INTEGER NOT NULL,             -- how many figures are of it, without those of copies
    articles INTEGER NOT NULL,           -- of how many articles
    copies INTEGER NOT NULL,             -- articles that are copies of those
    first_day TEXT CHECK (first_day IS date(first_day)),  -- when the first of them came out
    last_day TEXT CHECK (last_day IS date(last_day)),     -- and the last
    standing TEXT NOT NULL CHECK (  -- the gravest of what any two of its figures are to each other
        standing = 'same' OR standing = 'rounding' OR standing = 'update' OR standing = 'not_comparable' OR
        standing = 'conflict'),
    conflicts INTEGER NOT NULL           -- how many pairs of figures are in conflict
) STRICT;

CREATE INDEX fact_last_day ON fact (last_day);
CREATE INDEX fact_in_conflict ON fact (last_day) WHERE conflicts > 0;

-- Facts of which a claim came, went or is told by another article now: to be written anew before the commit.
CREATE TABLE stale_fact (
    fact_id INTEGER PRIMARY KEY          -- the fact
) STRICT;

-- Articles whose claims were stored before there were facts; the program tracks them when it next writes.
CREATE TABLE untracked (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE  -- the article
) STRICT;

INSERT INTO untracked (document_id)
SELECT document_id FROM article WHERE document_id IN (SELECT document_id FROM claim);

CREATE TRIGGER article_leaves_facts BEFORE DELETE ON article BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = old.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;

-- An older version tells no facts; the others are told by another day, publication or headline than before.
CREATE TRIGGER article_changes_facts AFTER UPDATE OF is_current, published, publication_id, headline ON article BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER copy_leaves_facts AFTER INSERT ON article_copy BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = new.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER copy_tells_facts AFTER DELETE ON article_copy BEGIN
    INSERT INTO stale_fact (fact_id)
        SELECT DISTINCT fact_id FROM claim WHERE document_id = old.document_id AND fact_id IS NOT NULL
        ON CONFLICT DO NOTHING;
END;
