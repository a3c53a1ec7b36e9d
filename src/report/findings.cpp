#include "report/findings.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "check/check.hpp"

namespace figbook {
namespace {

using Json = nlohmann::ordered_json;

bool has_filter(const Filters& filters) {
    return filters.currency || filters.kind || filters.source || filters.subject || filters.publication ||
           filters.from || filters.to;
}

// The articles in which a chosen figure may be part of a finding: another figure of its sentence is of its kind, has moved
// the same way or hangs together with one, it does itself, has been reviewed, is of a fact in conflict, or another of its
// article is as large as a slip would make it. Most figures of a subject stand alone, and to read their whole articles takes
// longer than all else. And whether it hangs together with one, as amounts in two currencies do: what the others of the article
// are in, nobody has asked for, and a rate of each day takes its time. The + keeps SQLite from reading all claims of a kind.
constexpr std::string_view articles_with_findings = R"(
SELECT article_id, max(is_related)
FROM (
    SELECT chosen.article_id, claim.relation IS NOT NULL
        OR EXISTS (SELECT 1 FROM claim AS other WHERE other.document_id = claim.document_id
            AND other.related_ordinal = claim.ordinal) AS is_related,
        claim.document_id, claim.ordinal, claim.sentence_start, claim.kind, claim.unit, claim.per, claim.amount,
        claim.change, claim.role, claim.fact_id
    FROM (SELECT article_id, ordinal FROM selected) AS chosen
    CROSS JOIN claim ON claim.document_id = chosen.article_id AND claim.ordinal = chosen.ordinal
) AS claim
WHERE is_related
    OR ((EXISTS (SELECT 1 FROM claim AS other WHERE other.document_id = claim.document_id
            AND other.ordinal = claim.ordinal - 1 AND other.sentence_start = claim.sentence_start)
        OR EXISTS (SELECT 1 FROM claim AS other WHERE other.document_id = claim.document_id
            AND other.ordinal = claim.ordinal + 1 AND other.sentence_start = claim.sentence_start))
        AND EXISTS (SELECT 1 FROM claim AS other WHERE other.document_id = claim.document_id
            AND other.sentence_start = claim.sentence_start AND other.ordinal <> claim.ordinal
            AND (+other.kind = claim.kind OR +other.relation IS NOT NULL
                OR (claim.change <> 'none' AND other.change = claim.change)
                OR (claim.kind IN ('percent', 'ratio') AND +other.kind IN ('percent', 'ratio'))
                OR (claim.kind IN ('number', 'count') AND +other.kind IN ('number', 'count')))))
    OR claim.fact_id IN (SELECT fact_id FROM fact WHERE conflicts > 0)
    OR claim.document_id IN (SELECT document_id FROM claim_review)
    OR (abs(claim.amount) >= 1e4 AND claim.kind IN ('money', 'count', 'measure')
        AND EXISTS (SELECT 1 FROM claim AS other WHERE other.document_id = claim.document_id
            AND +other.kind = claim.kind AND +other.unit IS claim.unit AND abs(other.amount) >= 1e4
            AND (abs(other.amount) > 100 * abs(claim.amount) OR abs(claim.amount) > 100 * abs(other.amount))
            AND other.per IS claim.per AND other.role = claim.role AND other.change = claim.change))
GROUP BY article_id)";

// Without a filter all articles are checked.
PublishedBetween articles_of(const Selection& selection) {
    const Filters& filters = selection.filters();
    PublishedBetween when{filters.from, filters.to, std::nullopt, std::nullopt};
    if (!has_filter(filters)) return when;
    Json ids = Json::array();
    const bool by_claims = filters.currency || filters.kind || filters.source || filters.subject;
    if (!by_claims) {
        for (const auto& row : selection.query("SELECT article_id FROM matching_articles").rows)
            ids.push_back(std::get<std::int64_t>(row[0]));
        when.articles = ids.dump();
        return when;
    }
    Json related = Json::array();
    for (const auto& row : selection.query(articles_with_findings).rows) {
        ids.push_back(std::get<std::int64_t>(row[0]));
        if (std::get<std::int64_t>(row[1]) != 0) related.push_back(ids.back());
    }
    when.articles = ids.dump();
    when.with_pairs = related.dump();
    return when;
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

std::string detail(const Finding& finding, std::string_view name) {
    for (const auto& [column, value] : finding.details)
        if (const auto* text = std::get_if<std::string>(&value); text != nullptr && column == name)
            return *text;
    return {};
}

Json json_of(const Check& check, const Finding& finding) {
    Json ordinals = Json::array();
    std::istringstream numbers(detail(finding, "claims"));
    for (std::int64_t ordinal = 0; numbers >> ordinal;) ordinals.push_back(ordinal);
    return {{"check", check.name},
            {"verdict", name_of(finding.verdict)},
            {"stated", finding.stated},
            {"explanation", finding.explanation},
            {"published", text_or_null(finding.published)},
            {"publication", text_or_null(finding.publication)},
            {"headline", text_or_null(finding.headline)},
            {"url", text_or_null(finding.url)},
            {"sentence", detail(finding, "sentence")},
            {"article_id", finding.article_id},
            {"claims", std::move(ordinals)}};
}

}  // namespace

std::string findings_as_json(const Database& database, const Selection& selection) {
    const PublishedBetween when = articles_of(selection);
    Json all = Json::array();
    for (const CheckFindings& findings : run_checks(database, every_check(), when))
        for (const Finding& finding : findings.list) all.push_back(json_of(*findings.check, finding));
    // Of bytes that are not UTF-8 there can be none in JSON.
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace figbook
