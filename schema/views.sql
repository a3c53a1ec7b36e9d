-- The views that reports, the web page and people with a SQLite browser select from.
--     sqlite3 figbook.db "SELECT published, text, subject, source FROM figures WHERE unit = 'EUR'"

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

-- The figures: one row a claim of the current version of each article, durations left out, and each story once:
-- without what copies repeat, and without what a review says the program has misread.
CREATE VIEW figures AS
SELECT
    article_id, ordinal, published, publication, headline, url, text, kind, value, amount, high, high_amount, unit,
    unit_assumed, per, bound, change, role, modality, subject, period_start, period_end, period_words,
    baseline_start, baseline_end, baseline_words, source, source_title, source_organisation, source_kind,
    source_mode, source_cue, relation, related_ordinal, resolution, sentence, start, "end", rule,
    verdict, reviewed_by, reviewed_at, review_note, extracted_value, extracted_high, extracted_kind, extracted_unit,
    extracted_source
FROM all_figures
WHERE is_current = 1 AND is_duration = 0 AND is_repeat = 0 AND verdict IS NOT 'wrong';

-- The conversions that articles state: "€50 billion ($51.9 billion)" is one row, where restated_* is the
-- €50 billion, and the other columns the $51.9 billion that restates it. Those of copies too; none of which a review
-- says that one of its amounts was misread.
CREATE VIEW all_conversions AS
SELECT
    figures.article_id,
    figures.published,
    figures.publication,
    figures.headline,
    figures.url,
    figures.ordinal,
    figures.text,
    figures.value,
    figures.high,
    figures.unit,
    figures.unit_assumed,
    figures.bound,
    figures.resolution,
    restated.ordinal AS restated_ordinal,
    restated.text AS restated_text,
    coalesce(reviewed.corrected_value, restated.value) AS restated_value,
    CASE WHEN reviewed.corrected_value IS NULL THEN restated.high ELSE reviewed.corrected_high END AS restated_high,
    coalesce(reviewed.corrected_unit, restated.unit) AS restated_unit,
    CASE WHEN reviewed.corrected_unit IS NULL THEN restated.unit_assumed ELSE 0 END AS restated_unit_assumed,
    restated.bound AS restated_bound,
    coalesce(reviewed.corrected_resolution, restated.resolution) AS restated_resolution,
    figures.source,
    figures.period_start,
    figures.period_end,
    figures.sentence,
    figures.is_repeat
FROM all_figures AS figures
JOIN claim AS restated
    ON restated.document_id = figures.article_id AND restated.ordinal = figures.related_ordinal
LEFT JOIN claim_review ON claim_review.document_id = restated.document_id
    AND claim_review.ordinal = restated.ordinal AND claim_review.stands = 1
LEFT JOIN review AS reviewed ON reviewed.review_id = claim_review.review_id
WHERE figures.is_current = 1 AND figures.is_duration = 0
    -- The + keeps SQLite from reading all money where it is asked for the conversions of an article.
    AND figures.relation = 'restates' AND +figures.kind = 'money'
    AND coalesce(reviewed.corrected_kind, restated.kind) = 'money'
    AND figures.unit <> coalesce(reviewed.corrected_unit, restated.unit)
    AND figures.verdict IS NOT 'wrong' AND reviewed.verdict IS NOT 'wrong';

-- The same, each story once.
CREATE VIEW conversions AS
SELECT
    article_id, published, publication, headline, url, ordinal, text, value, high, unit, unit_assumed, bound,
    resolution, restated_ordinal, restated_text, restated_value, restated_high, restated_unit,
    restated_unit_assumed, restated_bound, restated_resolution, source, period_start, period_end, sentence
FROM all_conversions
WHERE is_repeat = 0;

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

-- The copies, and the longer stories that hold an earlier one (is_copy is 0 there), each with its original.
CREATE VIEW copies AS
SELECT
    later.article_id,
    later.published,
    later.publication,
    later.headline,
    later.url,
    later.is_copy,
    article_copy.share_of_copy,
    article_copy.share_of_original,
    earlier.article_id AS original_id,
    earlier.published AS original_published,
    earlier.publication AS original_publication,
    earlier.headline AS original_headline,
    earlier.url AS original_url
FROM article_copy
JOIN articles AS later ON later.article_id = article_copy.document_id
JOIN articles AS earlier ON earlier.article_id = article_copy.original_id;

-- Who figures of current articles are from, each story once, with how many and from when to when. A title or organisation is the
-- one given most often.
CREATE VIEW sources AS
SELECT
    said.source,
    said.source_kind,
    (SELECT titled.source_title FROM figures AS titled
        WHERE titled.source = said.source AND titled.source_kind = said.source_kind
            AND titled.source_title IS NOT NULL
        GROUP BY titled.source_title ORDER BY count(*) DESC, titled.source_title LIMIT 1) AS title,
    (SELECT placed.source_organisation FROM figures AS placed
        WHERE placed.source = said.source AND placed.source_kind = said.source_kind
            AND placed.source_organisation IS NOT NULL
        GROUP BY placed.source_organisation ORDER BY count(*) DESC, placed.source_organisation LIMIT 1)
        AS organisation,
    count(*) AS figures,
    count(DISTINCT said.article_id) AS articles,
    min(said.published) AS first_published,
    max(said.published) AS last_published
FROM figures AS said
WHERE said.source IS NOT NULL
GROUP BY said.source, said.source_kind;

-- What people have said of figures, by time. Of a figure whose claim is still there, ordinal is its place and state says
-- whether this is the last word on it (stands) or a later review is (replaced); else state is unmatched: the claim is gone
-- or reads otherwise now, or so is the article. is_current is 0 where the article has a newer version.
CREATE VIEW reviews AS
SELECT
    review.review_id,
    review.reviewed_at,
    review.reviewed_by,
    review.verdict,
    review.note,
    review.document_id AS article_id,
    claim_review.ordinal,
    CASE claim_review.stands WHEN 1 THEN 'stands' WHEN 0 THEN 'replaced' ELSE 'unmatched' END AS state,
    article.is_current,
    article.published,
    publication.name AS publication,
    article.headline,
    article.url,
    review.text,
    review.kind,
    review.value,
    review.high,
    review.unit,
    review.source,
    review.corrected_value,
    review.corrected_high,
    review.corrected_resolution,
    review.corrected_kind,
    review.corrected_unit,
    review.corrected_source,
    review.start_byte AS start,
    review.end_byte AS "end"
FROM review
LEFT JOIN claim_review ON claim_review.review_id = review.review_id
LEFT JOIN article ON article.document_id = review.document_id
LEFT JOIN publication ON publication.publication_id = article.publication_id;
