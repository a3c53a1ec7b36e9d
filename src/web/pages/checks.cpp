// Checks: what all of them found, what is off first.
#include <algorithm>
#include <fmt/format.h>

#include "store/cell.hpp"
#include "web/filters.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t rows_a_page = 50;

struct Shown {
    const Check* check;
    const Finding* finding;
};

const std::vector<std::string_view>& check_names() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Check& check : all_checks()) all.push_back(check.name);
        return all;
    }();
    return names;
}

std::vector<Shown> chosen(const Request& request, const Findings& findings) {
    const auto name = request.query.one_of("check", check_names());
    const auto verdict = request.query.one_of("verdict", verdict_names());
    std::vector<Shown> list;
    for (const Check& check : all_checks()) {
        if (name && check.name != *name) continue;
        for (const Finding* finding : findings.of(check.name))
            if (!verdict || name_of(finding->verdict) == *verdict) list.push_back({&check, finding});
    }
    std::stable_partition(list.begin(), list.end(),
                          [](const Shown& row) { return row.finding->verdict == Verdict::off; });
    return list;
}

Table table_of(const std::vector<Shown>& list) {
    Table table{{"check", "verdict", "stated", "explanation", "article_id", "claims", "published",
                 "publication", "headline", "url"},
                {}};
    for (const auto& [check, finding] : list)
        table.rows.push_back({std::string(check->name), std::string(name_of(finding->verdict)),
                              finding->stated, finding->explanation, finding->article_id,
                              detail(*finding, "claims"), text_or_null(finding->published),
                              text_or_null(finding->publication), text_or_null(finding->headline),
                              text_or_null(finding->url)});
    return table;
}

std::vector<Markup> cells(const Shown& row) {
    const Finding& finding = *row.finding;
    return {stated_in(finding), text(row.check->name), said(explained(finding)),
            verdict_badge(finding.verdict, verdict_words(*row.check, finding.verdict))};
}

Markup filter(const Query& query) {
    return element("form", {{"action", "/checks"}, {"method", "get"}, {"class", "filter"}},
                   {choice("check", "Check", check_names(), query.value("check")),
                    choice("verdict", "Verdict", verdict_names(), query.value("verdict")),
                    element("button", {{"type", "submit"}}, {text("Show")})});
}

}  // namespace

Response checks_page(const Request& request, Site& site) {
    refuse_others_than(request, {"check", "verdict", "page"});
    if (!site.findings) return not_ready(request, site);
    const std::int64_t number = request.query.number("page", 1, 1, 1'000'000);
    std::vector<Shown> list = chosen(request, *site.findings);
    if (request.form == Form::csv) return csv_response(rows_csv(table_of(list)), "checks");
    const std::int64_t total = keep_page(list, number, rows_a_page);
    if (request.form == Form::json)
        return json_response_of_page(
            total, number, rows_a_page,
            {{"articles_to_check", site.to_check}, {"checks", rows_json(table_of(list))}});
    std::vector<std::vector<Markup>> rows;
    for (const Shown& row : list) rows.push_back(cells(row));
    Markup content = heading("Checks");
    content += paragraph(
        "Figures that can be judged by others: amounts in two currencies or units, changes and shares beside "
        "what they are "
        "of, and figures of one thing that articles tell differently.");
    content += still_checking(site);
    content += element("p", {{"class", "how-many"}}, {text(counted(total, "finding", "findings"))});
    content += filter(request.query);
    content += rows.empty() ? no_rows(request.query, number, rows_a_page, total, "Nothing is like that.",
                                      "/checks", "All of them")
                            : web::table("Checks, what is off first",
                                         {{"Stated"}, {"Check"}, {"What was found"}, {"Verdict"}}, rows);
    content += paging(request.query, number, rows_a_page, total, true);
    return html_response(page(site, {"Checks", "/checks", &request, true}, content));
}

}  // namespace figbook::web
