-- title: Checks
-- description: what the checks find out about the figures: what is off first, then the rest
-- needs: findings
-- reads: relation, fact_id, nothing_found_by
-- show: published, publication, check, verdict, stated, explanation, headline
-- optional: headline, publication, published
-- column published: date
-- column publication: text, at least 8
-- column check: text
-- column verdict: text
-- column stated: text, at least 16
-- column explanation: text, at least 20
-- column headline: text, at least 16
-- empty: there is nothing to check
WITH chosen AS MATERIALIZED (
    SELECT DISTINCT finding.key AS place
    FROM json_each(:findings) AS finding, json_each(finding.value, '$.claims') AS claim
    WHERE (json_extract(finding.value, '$.article_id'), claim.value) IN (SELECT article_id, ordinal FROM selected)
), found AS MATERIALIZED (
    SELECT
        CAST(key AS INTEGER) AS place,
        json_extract(value, '$.check') AS "check",
        json_extract(value, '$.verdict') AS verdict,
        json_extract(value, '$.stated') AS stated,
        json_extract(value, '$.explanation') AS explanation,
        json_extract(value, '$.published') AS published,
        json_extract(value, '$.publication') AS publication,
        json_extract(value, '$.headline') AS headline,
        json_extract(value, '$.url') AS url,
        json_extract(value, '$.sentence') AS sentence,
        json_extract(value, '$.article_id') AS article_id,
        json_extract(value, '$.claims') AS claims
    FROM json_each(:findings)
    WHERE key IN (SELECT place FROM chosen)
)
SELECT
    found.published,
    found.publication,
    found.headline,
    found.url,
    found."check",
    found.verdict,
    found.stated,
    found.explanation,
    found.sentence,
    found.article_id,
    min(claim.ordinal) AS ordinal,
    min(claim.start_byte) AS start,
    max(claim.end_byte) AS "end"
FROM found
CROSS JOIN json_each(found.claims) AS number
CROSS JOIN claim ON claim.document_id = found.article_id AND claim.ordinal = number.value
GROUP BY found.place
ORDER BY found.verdict <> 'off', found.place
LIMIT coalesce(:limit, -1);
