// A source: its figures, the facts that it tells, and where others contradict it.
#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/utf8.hpp"
#include "store/cell.hpp"
#include "web/figure_search.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::size_t shown_figures = 10;
constexpr std::int64_t shown_facts = 20;
// Of more figures than these the facts are not looked up one by one.
constexpr std::int64_t few = 3'000;

// What a source is called, each form once.
constexpr std::string_view forms_sql = R"(
    SELECT kind, title, organisation,
        (SELECT count(*) FROM (SELECT 1 FROM claim_by_source AS said
            WHERE said.source_id = source.source_id LIMIT :most)) AS figures
    FROM source WHERE name = :name ORDER BY 4 DESC, 1, 2, 3 LIMIT 50)";

// The facts in conflict to which it has told a figure: few facts are.
constexpr std::string_view conflicts_sql = R"(
    SELECT fact.fact_id, printf('%016x', fact.fact_id) AS name, subject, fact.kind, fact.unit, fact.per, articles,
        first_text, last_text, last_day, standing, conflicts,
        (SELECT group_concat(text, '; ') FROM (SELECT DISTINCT claim.text
            FROM claim_by_fact AS told CROSS JOIN claim USING (document_id, ordinal)
            WHERE told.fact_id = fact.fact_id
                AND claim.source_id IN (SELECT source_id FROM source WHERE source.name = :name))) AS told
    FROM fact WHERE conflicts > 0 AND told IS NOT NULL
    ORDER BY last_day DESC, fact.fact_id LIMIT :limit)";

// By its claims where they are few, else the newest facts first, of which one that says much has told some.
std::string facts_sql(bool has_few) {
    return fmt::format(
        "SELECT printf('%016x', fact.fact_id) AS name, subject, articles, first_text, last_text, last_day, "
        "standing,"
        " conflicts FROM fact WHERE conflicts = 0 AND {} ORDER BY last_day DESC, fact.fact_id LIMIT :limit",
        has_few ? "fact_id IN (SELECT claim.fact_id FROM claim_by_source AS said"
                  " CROSS JOIN claim USING (document_id, ordinal) WHERE claim.fact_id IS NOT NULL"
                  " AND said.source_id IN (SELECT source_id FROM source WHERE name = :name))"
                : "EXISTS (SELECT 1 FROM claim_by_fact AS told CROSS JOIN claim USING (document_id, ordinal)"
                  " WHERE told.fact_id = fact.fact_id AND claim.source_id IN"
                  " (SELECT source_id FROM source WHERE name = :name))");
}

struct SourceRead {
    Table forms;
    FigureList figures;
    Table conflicts;
    Table facts;
};

FigureList figures_of(const std::string& name, Site& site) {
    FigureQuery query;
    query.source = name;
    if (site.counts) return find_in_table(site.database, query, *site.counts);
    return find_figures(site.database, query, site.findings.get(), {});
}

SourceRead read_source(const std::string& name, Site& site) {
    SourceRead source;
    source.forms = site.database.query(forms_sql, {{":name", name}, {":most", few + 1}});
    source.figures = figures_of(name, site);
    if (source.forms.rows.empty() && source.figures.total == 0)
        throw NotFound(fmt::format("No figure is from a source called “{}”.", cut_text(name, 80)));
    const Parameters parameters{{":name", name}, {":limit", shown_facts}};
    source.conflicts = site.database.query(conflicts_sql, parameters);
    source.facts = site.database.query(facts_sql(source.figures.total <= few), parameters);
    return source;
}

// "Defence Secretary; Defence Minister, NATO".
std::string forms_of(const Table& forms) {
    std::vector<std::string> seen;
    for (const Row& row : rows_of(forms)) {
        std::string words = row.text("title");
        if (const std::string at = row.text("organisation"); !at.empty())
            words += (words.empty() ? "" : ", ") + at;
        if (words.empty()) words = row.text("kind");
        if (std::find(seen.begin(), seen.end(), words) == seen.end()) seen.push_back(words);
    }
    if (seen.size() > 1)
        std::erase_if(seen, [](const std::string& words) {
            return words == "person" || words == "organisation" || words == "document" || words == "unnamed";
        });
    constexpr std::size_t most = 6;
    std::string all;
    for (std::size_t i = 0; i < std::min(most, seen.size()); ++i) all += (i == 0 ? "" : "; ") + seen[i];
    return seen.size() > most ? all + "; …" : all;
}

Markup conflict_list(const Table& table) {
    Markup items;
    for (const Row& row : rows_of(table))
        items +=
            element("li", {},
                    {link_to("/facts/" + row.text("name"), row.text("subject")),
                     element("p", {}, {text("told here: "), said(row.text("told"))}),
                     element("p", {{"class", "from"}},
                             {said(fmt::format("first told: {}; last: {}; {}", row.text("first_text"),
                                               row.text("last_text"),
                                               counted(row.whole("articles"), "article", "articles")))})});
    return items.empty() ? nothing_here("No figure of this source is of a fact in conflict.")
                         : element("ul", {{"class", "list"}}, {items});
}

Markup fact_list(const Table& table) {
    Markup items;
    for (const Row& row : rows_of(table))
        items += element("li", {},
                         {link_to("/facts/" + row.text("name"), row.text("subject")),
                          element("p", {{"class", "from"}},
                                  {said(fmt::format("{}; {}; {}", row.text("last_text"),
                                                    counted(row.whole("articles"), "article", "articles"),
                                                    status_words(row.text("standing"))))})});
    return items.empty() ? nothing_here("No other fact that several articles tell is from this source.")
                         : element("ul", {{"class", "list"}}, {items});
}

Table first_figures(const FigureList& list) {
    Table first = list.rows;
    if (first.rows.size() > shown_figures) first.rows.resize(shown_figures);
    return first;
}

// "money 12, percent 3".
Markup facet_line(const FigureList& list, std::string_view field, const std::string& name) {
    constexpr std::size_t most = 8;
    for (const Facet& facet : list.facets) {
        if (facet.field != field || facet.values.empty()) continue;
        Markup items = element("li", {{"class", "label"}}, {text(facet.name)});
        for (std::size_t i = 0; i < std::min(most, facet.values.size()); ++i) {
            const FacetValue& value = facet.values[i];
            items += element(
                "li", {},
                {element(
                    "a",
                    {{"href", "/figures" + Query().with("source", name).with(field, value.value).text()}},
                    {said(value.value), text(" "),
                     element("span", {{"class", "count"}}, {text(counted(value.count))})})});
        }
        return element("nav", {{"class", "sorting"}, {"aria-label", facet.name}},
                       {element("ul", {}, {items})});
    }
    return {};
}

Json source_json(const std::string& name, const SourceRead& source) {
    return {{"source", name},
            {"figures", source.figures.total},
            {"figures_is_exact", source.figures.is_exact},
            {"forms", rows_json(source.forms)},
            {"newest_figures", rows_json(first_figures(source.figures))},
            {"conflicts", rows_json(source.conflicts)},
            {"facts", rows_json(source.facts)}};
}

}  // namespace

Response source_page(const Request& request, Site& site, const std::string& name) {
    request.query.refuse_others_than({});
    if (request.form == Form::csv)
        throw NotFound("A source has no .csv; its figures have one: /figures.csv" +
                       Query().with("source", name).text());
    const SourceRead source = read_source(name, site);
    if (request.form == Form::json) return json_response(source_json(name, source));
    const std::string all = "/figures" + Query().with("source", name).text();
    Markup content = element("p", {{"class", "crumbs"}}, {link_to("/sources", "Sources")});
    content += element("h1", {}, {said(name)});
    content += element("p", {{"class", "from"}}, {said(forms_of(source.forms))});
    content += still_checking(site);
    content += facet_line(source.figures, "kind", name);
    content += facet_line(source.figures, "publication", name);
    const std::string number = source.figures.is_exact
                                   ? counted(source.figures.total, "figure", "figures")
                                   : "more than " + counted(source.figures.total) + " figures";
    Markup figures = element("h2", {}, {text("Newest figures")});
    figures += element("p", {{"class", "how-many"}},
                       {link_to(all, number == "1 figure" ? "The figure" : "All " + number), text(" · "),
                        link_to(all + "&sort=largest", "by size")});
    const Table newest = first_figures(source.figures);
    figures += figure_cards(site, rows_of(newest));
    content += element(
        "div", {{"class", "columns"}},
        {element("section", {}, {figures}),
         element("section", {},
                 {element("h2", {}, {text("Where others say otherwise")}), conflict_list(source.conflicts),
                  element("h2", {}, {text("Facts that others tell too")}), fact_list(source.facts)})});
    return html_response(page(site, {name, "/sources", &request}, content));
}

}  // namespace figbook::web
