-- 0018-rows-of-articles: where the rows of each article and of its claims stand is kept, and the view all_figures tells it of each
-- claim, so that the figures of a subject are read in the order of the file, without a look into the index of claims for each.
-- Nothing is said otherwise than before. Forward only, never edited after release; no BEGIN or COMMIT, the program runs it in a
-- transaction together with the record of it.

-- Where the rows of an article and of its claims stand, so that many claims are read in the order of the file, without a look into the
-- index of all claims for each. It may be wrong behind VACUUM and what is changed by hand: who reads by it must hold the rows it leads
-- to against what they are looked up for.
CREATE TABLE article_rows (
    document_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,  -- the article
    article_row INTEGER NOT NULL,        -- the rowid of its row in article
    first_claim_row INTEGER NOT NULL     -- and that of its first claim; the others follow it
) STRICT;

INSERT INTO article_rows (document_id, article_row, first_claim_row)
    SELECT article.document_id, article.rowid, claim.rowid
    FROM article CROSS JOIN claim ON claim.document_id = article.document_id AND claim.ordinal = 0
    ORDER BY article.document_id;

DROP VIEW all_figures;

-- Every claim of every version of every article, durations and copies too. Where a review has corrected it, what is right
-- stands here, and what the program had read in the extracted_ columns; they are NULL where nothing was corrected.
CREATE VIEW all_figures AS
SELECT
    article.document_id AS article_id,
    claim.ordinal,
    article.published,
    publication.name AS publication,
    article.headline,
    article.url,
    claim.text,
    coalesce(review.corrected_kind, claim.kind) AS kind,
    coalesce(review.corrected_value, claim.value) AS value,
    coalesce(review.corrected_amount, claim.amount) AS amount,
    CASE WHEN review.corrected_value IS NULL THEN claim.high ELSE review.corrected_high END AS high,
    CASE WHEN review.corrected_value IS NULL THEN claim.high_amount ELSE review.corrected_high_amount END
        AS high_amount,
    CASE WHEN review.corrected_unit IS NULL THEN claim.unit ELSE nullif(review.corrected_unit, '') END AS unit,
    CASE WHEN review.corrected_unit IS NULL THEN claim.unit_assumed ELSE 0 END AS unit_assumed,
    claim.per,
    claim.bound,
    claim.change,
    claim.role,
    claim.modality,
    claim.subject,
    claim.period_start,
    claim.period_end,
    claim.period_words,
    claim.baseline_start,
    claim.baseline_end,
    claim.baseline_words,
    CASE WHEN review.corrected_source IS NULL THEN source.name ELSE nullif(review.corrected_source, '') END AS source,
    -- Of one that a review gives, no more than its name is known, and its kind where another figure has it.
    CASE WHEN review.corrected_source IS NULL THEN nullif(source.title, '') END AS source_title,
    CASE WHEN review.corrected_source IS NULL THEN nullif(source.organisation, '') END AS source_organisation,
    CASE WHEN review.corrected_source IS NULL THEN source.kind ELSE review.corrected_source_kind END AS source_kind,
    CASE WHEN review.corrected_source IS NULL THEN claim.source_mode END AS source_mode,
    CASE WHEN review.corrected_source IS NULL THEN claim.source_cue END AS source_cue,
    claim.relation,
    claim.related_ordinal,
    coalesce(review.corrected_resolution, claim.resolution) AS resolution,
    -- Offsets count bytes, and substr() of a text counts characters.
    CAST(substr(CAST(article.text AS BLOB), claim.sentence_start + 1, claim.sentence_end - claim.sentence_start)
        AS TEXT) AS sentence,
    claim.sentence_start,
    claim.sentence_end,
    claim.start_byte AS start,
    claim.end_byte AS "end",
    claim.rule,
    article.is_current,
    claim.is_duration,
    -- 1: its article is a copy, or a longer story, and the original has the figure too; of a longer story, which may
    -- tell of other things by the same number, with the same subject. What only the copy says is no repetition.
    -- CASE and not AND: of that SQLite would ask both sides, of each figure. Those of the original of that size are looked
    -- up; while it is unsorted all of them are looked at.
    CASE WHEN article_copy.document_id IS NULL THEN 0 ELSE EXISTS (
        SELECT 1 FROM claim_by_size AS sized
        CROSS JOIN claim AS told ON told.document_id = sized.document_id AND told.ordinal = sized.ordinal
        WHERE sized.kind = claim.kind AND sized.unit = coalesce(claim.unit, '') AND sized.amount = claim.amount
            AND sized.document_id = article_copy.original_id AND told.unit IS claim.unit
            AND told.value = claim.value AND told.high IS claim.high AND told.change = claim.change
            AND (article_copy.share_of_copy >= 0.6 OR told.subject IS claim.subject)
    ) OR EXISTS (
        SELECT 1 FROM unsorted
        CROSS JOIN claim AS told ON told.document_id = unsorted.document_id
        WHERE unsorted.document_id = article_copy.original_id AND told.kind = claim.kind AND told.unit IS claim.unit
            AND told.amount = claim.amount AND told.value = claim.value AND told.high IS claim.high
            AND told.change = claim.change
            AND (article_copy.share_of_copy >= 0.6 OR told.subject IS claim.subject)
    ) END AS is_repeat,
    coalesce(article_copy.share_of_copy >= 0.6, 0) AS is_copy,
    review.verdict,
    review.reviewed_by,
    review.reviewed_at,
    review.note AS review_note,
    CASE WHEN review.corrected_value IS NOT NULL THEN claim.value END AS extracted_value,
    CASE WHEN review.corrected_value IS NOT NULL THEN claim.high END AS extracted_high,
    CASE WHEN review.corrected_unit IS NOT NULL THEN claim.kind END AS extracted_kind,
    CASE WHEN review.corrected_unit IS NOT NULL THEN claim.unit END AS extracted_unit,
    CASE WHEN review.corrected_source IS NOT NULL THEN source.name END AS extracted_source,
    claim.fact_id,
    claim.nothing_found_by,
    -- Where SQLite has the two rows, by which the program looks up what article_rows leads to. No numbers to keep: VACUUM gives others.
    claim.rowid AS claim_row,
    article.rowid AS article_row
FROM claim
JOIN article ON article.document_id = claim.document_id
LEFT JOIN article_copy ON article_copy.document_id = claim.document_id
LEFT JOIN publication ON publication.publication_id = article.publication_id
LEFT JOIN source ON source.source_id = claim.source_id
LEFT JOIN claim_review ON claim_review.document_id = claim.document_id
    AND claim_review.ordinal = claim.ordinal AND claim_review.stands = 1
LEFT JOIN review ON review.review_id = claim_review.review_id;
