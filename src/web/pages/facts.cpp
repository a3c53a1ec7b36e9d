// Facts: what several articles tell of one thing.
#include "track/facts.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "web/filters.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t rows_a_page = 50;

FactFilters filters_of(const Request& request) {
    refuse_others_than(request, {"q", "kind", "from", "to", "conflicts", "page"});
    const Query& query = request.query;
    FactFilters filters;
    filters.words = query.value("q");
    filters.kind = query.one_of("kind", kind_names());
    filters.from = query.date("from");
    filters.to = query.date("to");
    filters.conflicts = query.flag("conflicts");
    // One more than a page shows, to know whether there is another.
    filters.limit = rows_a_page + 1;
    filters.offset = (query.number("page", 1, 1, 1'000'000) - 1) * rows_a_page;
    refuse_reversed(filters.from, filters.to);
    return filters;
}

// How many there are, where the page is behind the last one.
std::int64_t count_before(const Database& database, FactFilters filters) {
    if (filters.offset == 0) return 0;
    filters.limit = filters.offset;
    filters.offset = 0;
    const FactsQuery query = facts_query(filters);
    const Table counted = database.query("SELECT count(*) FROM (" + query.sql + ")", query.parameters);
    return std::get<std::int64_t>(counted.rows.at(0).at(0));
}

// What has no word, such as "'", is in no fact.
bool finds_nothing(const FactFilters& filters) {
    return !filters.words.empty() && fact_words(filters.words).empty();
}

// Without the columns that are made for a table of readers.
Table exact(Table table) {
    const auto first = std::find(table.columns.begin(), table.columns.end(), "stands");
    const auto kept = static_cast<std::size_t>(first - table.columns.begin());
    table.columns.resize(kept);
    for (auto& row : table.rows) row.resize(kept);
    return table;
}

std::vector<Markup> cells(const Row& row) {
    const std::string standing = status_words(row.text("standing"));
    const char* kind = row.whole("conflicts") > 0 ? "badge off" : "badge";
    return {link_to("/facts/" + row.text("name"), row.text("subject")),
            text(row.text("period")),
            text(told_range(row)),
            text(counted(row.whole("articles"))),
            text(row.text("days")),
            standing.empty() ? Markup() : element("span", {{"class", kind}}, {text(standing)})};
}

Markup search(const Query& query) {
    return element(
        "form", {{"action", "/facts"}, {"method", "get"}, {"class", "filter"}},
        {words_field("What is measured", query), choice("kind", "Kind", kind_names(), query.value("kind")),
         element("label", {{"class", "check"}},
                 {element("input", {{"type", "checkbox"},
                                    {"name", "conflicts"},
                                    {"value", "1"},
                                    {"checked", query.flag("conflicts")}}),
                  text("in conflict")}),
         element("button", {{"type", "submit"}}, {text("Find")})});
}

}  // namespace

Response facts_page(const Request& request, Site& site) {
    const std::int64_t number = request.query.number("page", 1, 1, 1'000);
    FactFilters filters = filters_of(request);
    if (request.form == Form::csv) {
        filters.limit.reset();
        filters.offset = 0;
        FactsQuery all = facts_query(filters);
        return csv_response(std::move(all.sql), std::move(all.parameters), "facts");
    }
    Table table = find_facts(site.database, filters);
    const auto shown = static_cast<std::int64_t>(table.rows.size());
    const bool is_last = shown <= rows_a_page;
    const std::int64_t total = shown > 0 ? filters.offset + shown : count_before(site.database, filters);
    if (!is_last) table.rows.resize(static_cast<std::size_t>(rows_a_page));
    if (request.form == Form::json)
        return json_response({{"page", number},
                              {"rows_a_page", rows_a_page},
                              {"is_last_page", is_last},
                              {"facts", rows_json(exact(table))}});
    std::vector<std::vector<Markup>> rows;
    for (const Row& row : rows_of(table)) rows.push_back(cells(row));
    Markup content = heading("Facts");
    content += paragraph("What at least two articles tell of one thing; copies of one another do not count.");
    content += search(request.query);
    content += rows.empty() ? no_rows(request.query, number, rows_a_page, total,
                                      finds_nothing(filters) ? "These words are none to look for."
                                                             : "No fact is like that.",
                                      "/facts", "All facts")
                            : web::table("Facts, those told last first",
                                         {{"Subject"},
                                          {"Period"},
                                          {"Figures"},
                                          {"Articles", Column::Kind::number},
                                          {"Published"},
                                          {"Status"}},
                                         rows);
    content += paging(request.query, number, rows_a_page, total, is_last);
    return html_response(page(site, {"Facts", "/facts", &request, true}, content));
}

}  // namespace figbook::web
