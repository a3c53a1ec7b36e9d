#include "report/findings.hpp"

#include <nlohmann/json.hpp>

#include "check/check.hpp"
#include "check/marks.hpp"

namespace figbook {
namespace {

using Json = nlohmann::ordered_json;

bool has_filter(const Filters& filters) {
    return filters.currency || filters.kind || filters.source || filters.subject || filters.publication ||
           filters.from || filters.to;
}

// The articles in which a chosen figure may be part of a finding (check/marks.hpp), and whether it hangs together with another
// one, as amounts in two currencies do: what the others of the article are in, nobody has asked for, and a rate of each day
// takes its time.
constexpr std::string_view articles_with_findings = R"(
SELECT article_id, max(relation IS NOT NULL OR EXISTS (SELECT 1 FROM claim AS other
    WHERE other.document_id = article_id AND other.related_ordinal = selected.ordinal)) AS is_related
FROM selected
WHERE nothing_found_by IS NOT :checks
    OR fact_id IN (SELECT fact_id FROM fact WHERE conflicts > 0)
    OR EXISTS (SELECT 1 FROM claim_review WHERE claim_review.document_id = article_id)
GROUP BY article_id)";

// Without a filter all articles are checked.
PublishedBetween articles_of(const Selection& selection) {
    const Filters& filters = selection.filters();
    PublishedBetween when{filters.from, filters.to, std::nullopt, std::nullopt};
    if (!has_filter(filters)) return when;
    Json ids = Json::array();
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
            {"claims", finding.claims()}};
}

}  // namespace

std::string findings_as_json(const Database& database, Selection& selection) {
    selection.add_parameter(":checks", checks_version());
    const PublishedBetween when = articles_of(selection);
    Json all = Json::array();
    for (const CheckFindings& findings : run_checks(database, every_check(), when))
        for (const Finding& finding : findings.list) all.push_back(json_of(*findings.check, finding));
    // Of bytes that are not UTF-8 there can be none in JSON.
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace figbook
