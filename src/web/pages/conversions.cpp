// Conversions: amounts that articles give in two currencies, with the rate that this implies and that of the day.
#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "base/decimal.hpp"
#include "report/readable.hpp"
#include "store/cell.hpp"
#include "web/filters.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"
#include "web/review_list.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t rows_a_page = 50;
constexpr int shown_digits = 6;

constexpr std::string_view bank_address =
    "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/"
    "index.en.html";

std::vector<const Finding*> chosen(const Request& request, const Findings& findings) {
    const std::string verdict = request.query.value("verdict");
    std::vector<const Finding*> list;
    for (const Finding* finding : findings.of("conversions"))
        if (verdict.empty() || name_of(finding->verdict) == verdict) list.push_back(finding);
    // What is off is what one looks for.
    std::stable_sort(list.begin(), list.end(), [](const Finding* a, const Finding* b) {
        return (a->verdict == Verdict::off) > (b->verdict == Verdict::off);
    });
    return list;
}

Table table_of(const std::vector<const Finding*>& list) {
    Table table{
        {"verdict", "stated", "explanation", "article_id", "published", "publication", "headline", "url"},
        {}};
    if (!list.empty())
        for (const auto& [name, value] : list.front()->details) table.columns.push_back(name);
    for (const Finding* finding : list) {
        std::vector<Value> row{std::string(name_of(finding->verdict)),
                               finding->stated,
                               finding->explanation,
                               finding->article_id,
                               text_or_null(finding->published),
                               text_or_null(finding->publication),
                               text_or_null(finding->headline),
                               text_or_null(finding->url)};
        for (const auto& [name, value] : finding->details) row.push_back(value);
        table.rows.push_back(std::move(row));
    }
    return table;
}

// In as many digits as the bank's own rates have; with all of them for who points at it.
Markup rate_of(const std::string& rate) {
    const auto value = Decimal::parse(rate);
    const auto shown = value ? Decimal::multiply(*value, Decimal(1), shown_digits) : std::nullopt;
    if (!shown || *shown == *value) return text(rate);
    return element("span", {{"title", rate}}, {text(shown->to_string())});
}

// "+53.08 %", "-22.15 %".
std::string signed_percent(const std::string& difference) {
    const auto value = Decimal::parse(difference);
    if (!value) return difference;
    const char* sign = value->is_negative() || value->is_zero() ? "" : "+";
    return fmt::format("{}{} %", sign, difference);
}

// By article: what reviews have corrected of the figures of these conversions, which is what was checked, not what the text
// says.
using Corrections = std::multimap<std::int64_t, std::pair<std::int64_t, std::string>>;

Corrections corrections_of(const Database& database, const std::vector<const Finding*>& list) {
    std::vector<std::int64_t> articles;
    for (const Finding* finding : list) articles.push_back(finding->article_id);
    const Table table = database.query(
        reviews_sql("state = 'stands' AND verdict = 'corrected' AND article_id IN (SELECT value FROM "
                    "json_each(:articles))"),
        {{":articles", json_array(articles)}});
    Corrections corrections;
    for (const Row& row : rows_of(table))
        corrections.emplace(
            row.whole("article_id"),
            std::pair(row.whole("ordinal"),
                      fmt::format("“{}” was corrected by {} to {}, which is what was checked",
                                  row.text("text"), row.text("reviewed_by"), corrected_words(row))));
    return corrections;
}

Markup corrected(const Finding& finding, const Corrections& corrections) {
    Markup lines;
    const auto ordinals = ordinals_of(finding);
    const auto [first, last] = corrections.equal_range(finding.article_id);
    for (auto one = first; one != last; ++one)
        if (std::find(ordinals.begin(), ordinals.end(), one->second.first) != ordinals.end())
            lines += element("p", {{"class", "why-off"}}, {said(one->second.second)});
    return lines;
}

std::vector<Markup> cells(const Finding& finding, const Corrections& corrections) {
    Markup stated = stated_in(finding);
    stated += corrected(finding, corrections);
    const auto words = [&](const char* name) { return plain_text(detail(finding, name)); };
    const std::string reference = words("reference_rate");
    const std::string pair = words("unit") + " for 1 " + words("restated_unit");
    const std::string difference = words("difference_percent");
    Markup verdict = verdict_badge(finding.verdict);
    verdict += element("p", {{"class", "from"}}, {said(explained(finding))});
    Markup bank = rate_of(reference);
    if (!reference.empty()) bank += element("p", {{"class", "from once"}}, {text(words("reference_day"))});
    Markup implied = rate_of(words("implied_rate"));
    if (!words("implied_rate").empty()) implied += element("p", {{"class", "from once"}}, {text(pair)});
    return {stated, implied, bank, text(signed_percent(difference)), verdict};
}

Markup verdicts(const Request& request, const Findings& findings) {
    Markup items;
    const std::string current = request.query.value("verdict");
    const auto item = [&](const std::string& value, const std::string& words) {
        items += element("li", {},
                         {element("a",
                                  {{"href", "/conversions" + Query().with("verdict", value).text()},
                                   {"aria-current", current == value ? "true" : "false"}},
                                  {text(words)})});
    };
    item("", counted(static_cast<std::int64_t>(findings.of("conversions").size())) + " in all");
    for (const Verdict verdict : {Verdict::off, Verdict::consistent, Verdict::cannot_check})
        item(std::string(name_of(verdict)),
             fmt::format("{} {}", counted(static_cast<std::int64_t>(findings.count("conversions", verdict))),
                         name_of(verdict)));
    return element("nav", {{"class", "sorting"}, {"aria-label", "By verdict"}}, {element("ul", {}, {items})});
}

}  // namespace

Response conversions_page(const Request& request, Site& site) {
    refuse_others_than(request, {"verdict", "page"});
    if (!site.findings) return not_ready(request, site);
    const std::int64_t number = request.query.number("page", 1, 1, 1'000'000);
    request.query.one_of("verdict", verdict_names());
    std::vector<const Finding*> list = chosen(request, *site.findings);
    if (request.form == Form::csv) return csv_response(rows_csv(table_of(list)), "conversions");
    const std::int64_t total = keep_page(list, number, rows_a_page);
    if (request.form == Form::json)
        return json_response_of_page(
            total, number, rows_a_page,
            {{"articles_to_check", site.to_check}, {"conversions", rows_json(table_of(list))}});
    std::vector<std::vector<Markup>> rows;
    const Corrections corrections = corrections_of(site.database, list);
    for (const Finding* finding : list) rows.push_back(cells(*finding, corrections));
    Markup content = heading("Conversions");
    content +=
        element("p", {},
                {text("Amounts that articles give in two currencies: the rate that this implies, beside the "
                      "reference rate of the day, which is that of the "),
                 outside_link(bank_address, "European Central Bank"),
                 text(" or one that was imported; the CSV says which.")});
    content += still_checking(site);
    content += verdicts(request, *site.findings);
    content += rows.empty() ? no_rows(request.query, number, rows_a_page, total,
                                      "No conversion is like that.", "/conversions", "All conversions")
                            : web::table("Conversions, those that are off first",
                                         {{"Stated"},
                                          {"Implied rate", Column::Kind::number},
                                          {"Reference rate", Column::Kind::number},
                                          {"Difference", Column::Kind::number},
                                          {"Verdict"}},
                                         rows);
    content += paging(request.query, number, rows_a_page, total, true);
    return html_response(page(site, {"Conversions", "/conversions", &request, true}, content));
}

}  // namespace figbook::web
