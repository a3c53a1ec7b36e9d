-- 0004-shingle-runs: by what copies are found is kept in sorted blocks, so that an article no longer touches a page for
-- each of its shingles. Forward only, never edited after release; no BEGIN or COMMIT, the program runs it in a
-- transaction together with the record of it.

DROP TABLE story_shingle;

-- By what copies are found: an entry for each current article and one in twelve of its shingles, five words that
-- stand together as a number of 48 bits. src/store/shingle_index.hpp says how entries go from recent_story into runs.
-- An entry is 16 bytes: shingle * 65536 + 16 bits that say how the article begins, then document_id * 2 + (1 where
-- it has 200 shingles or more), each a number of 8 bytes with the lowest first. Entries are sorted by shingle, then by
-- article. An article that is gone is passed over.
CREATE TABLE recent_story (
    recent_story_id INTEGER PRIMARY KEY, -- in the order in which they came
    document_id INTEGER NOT NULL,        -- the article
    entries BLOB NOT NULL                -- all of its entries
) STRICT;

-- The runs: sorted entries of many articles.
CREATE TABLE shingle_run (
    run INTEGER PRIMARY KEY,             -- never given twice
    bucket INTEGER NOT NULL,             -- the shingles in it are this, modulo 128
    entries INTEGER NOT NULL,            -- how many were written
    first_block INTEGER NOT NULL,        -- its blocks are this one and the next
    firsts BLOB NOT NULL,                -- the first shingle of each block, 8 bytes each
    filter BLOB NOT NULL                 -- a Bloom filter of its shingles, see src/store/shingle_filter.hpp
) STRICT;

-- What is in the runs, cut into pieces of about a page.
CREATE TABLE shingle_block (
    block INTEGER PRIMARY KEY,           -- those of a run follow each other
    entries BLOB NOT NULL                -- those that have not been erased
) STRICT;

-- All articles are compared anew when the program opens the database.
DELETE FROM article_copy;
INSERT INTO unlinked (document_id) SELECT document_id FROM article WHERE is_current = 1 ON CONFLICT DO NOTHING;
