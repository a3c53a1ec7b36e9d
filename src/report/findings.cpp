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

// Without a filter all articles are checked.
PublishedBetween articles_of(const Selection& selection) {
    const Filters& filters = selection.filters();
    PublishedBetween when{filters.from, filters.to, std::nullopt};
    if (!has_filter(filters)) return when;
    Json ids = Json::array();
    for (const auto& row : selection.query("SELECT article_id FROM matching_articles").rows)
        ids.push_back(std::get<std::int64_t>(row[0]));
    when.articles = ids.dump();
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
