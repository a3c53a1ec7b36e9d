// Figures: all of them, narrowed down by facets, sorted, page by page; the address is the whole state of it.
#include <array>
#include <fmt/format.h>

#include "web/figure_list.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"
#include "web/words_query.hpp"

namespace figbook::web {
namespace {

struct Field {
    const char* name;
    const char* label;
};
constexpr std::array<Field, 9> fields{{{"q", "words"},
                                       {"currency", "currency"},
                                       {"kind", "kind"},
                                       {"source", "source"},
                                       {"publication", "publication"},
                                       {"period", "year"},
                                       {"check", "check"},
                                       {"from", "from"},
                                       {"to", "to"}}};

Markup facet(const Facet& facet, const Query& query) {
    if (facet.values.empty() || query.has(facet.field)) return {};
    Markup items;
    for (const FacetValue& value : facet.values)
        items +=
            element("li", {},
                    {element("a", {{"href", query.without("page").with(facet.field, value.value).text()}},
                             {element("span", {}, {text(value.value)}), text(" "),
                              element("span", {{"class", "count"}}, {text(counted(value.count))})})});
    const bool is_open = facet.values.size() <= 6 || facet.field == "currency" || facet.field == "kind";
    return element("details", {{"open", is_open}},
                   {element("summary", {}, {text(facet.name)}), element("ul", {}, {items})});
}

// What the list is narrowed down by, each with a link that takes it away.
Markup chosen(const Query& query) {
    Markup items;
    for (const Field& field : fields) {
        const auto value = query.given(field.name);
        if (!value) continue;
        const std::string rest = query.without("page").without(field.name).text();
        items += element("li", {},
                         {element("a", {{"href", "/figures" + rest}},
                                  {element("span", {{"class", "unseen"}}, {text("Take away: ")}),
                                   text(fmt::format("{}: {}", field.label, *value)),
                                   element("span", {{"aria-hidden", "true"}}, {text(" ×")})})});
    }
    return items.empty() ? items
                         : element("ul", {{"class", "chosen"}, {"aria-label", "Narrowed down by"}}, {items});
}

Markup day_form(const Query& query) {
    Markup kept;
    const Query others = query.without("from").without("to").without("page");
    for (const auto& [name, value] : others.fields())
        kept += element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    const auto day = [&](Name name, const char* id, const char* label) {
        return element("label", {},
                       {text(label), element("input", {{"type", "date"},
                                                       {"name", name.view()},
                                                       {"id", id},
                                                       {"value", query.value(name.view())}})});
    };
    return element("details", {{"open", query.has("from") || query.has("to")}},
                   {element("summary", {}, {text("Published")}),
                    element("form", {{"action", "/figures"}, {"method", "get"}, {"class", "days"}},
                            {kept, day("from", "from", "from "), day("to", "to", "to "),
                             element("button", {{"type", "submit"}}, {text("Apply")})})});
}

Json facets_json(const FigureList& list) {
    Json facets = Json::object();
    for (const Facet& facet : list.facets) {
        Json values = Json::array();
        for (const FacetValue& value : facet.values)
            values.push_back({{"value", value.value}, {"count", value.count}});
        facets[std::string(facet.field)] = std::move(values);
    }
    return facets;
}

std::string how_many(const FigureList& list) {
    if (list.is_exact) return counted(list.total, "figure", "figures");
    return "more than " + counted(list.total) + " figures; the counts beside are of so many";
}

std::string why_none(const FigureQuery& query) {
    if (query.words && !has_words(*query.words))
        return fmt::format("“{}” has no word or number to search for.", *query.words);
    return "No figure is like that.";
}

Markup rows(const Site& site, const FigureList& list) {
    Markup items;
    for (const Row& row : rows_of(list.rows))
        items += figure_card(row, site.findings ? verdict_of(*site.findings, row) : std::nullopt, true);
    return element("ol", {{"class", "figures"}}, {items});
}

}  // namespace

Response figures_page(const Request& request, Site& site) {
    const FigureQuery query = read_figure_query(request);
    if (request.form == Form::csv)
        return csv_response(
            [query, findings = site.findings](const Database& database, const Write& write) {
                write_figures_csv(database, query, findings.get(), write);
            },
            "figures");
    const FigureList list = find_figures(site.database, query, site.findings.get());
    if (request.form == Form::json)
        return json_response({{"total", list.total},
                              {"total_is_exact", list.is_exact},
                              {"page", query.page},
                              {"rows_a_page", figures_a_page},
                              {"facets", facets_json(list)},
                              {"figures", rows_json(list.rows)}});
    Markup facets;
    for (const Facet& one : list.facets) facets += facet(one, request.query);
    facets += day_form(request.query);
    const Markup found = list.rows.rows.empty()
                             ? no_rows(request.query, query.page, figures_a_page, list.total, why_none(query),
                                       "/figures", "All figures")
                             : rows(site, list);
    const Markup content = element(
        "div", {{"class", "with-side"}},
        {element("aside", {{"class", "facets"}, {"aria-label", "Narrow down"}},
                 {element("details", {{"class", "facets-box"}, {"open", true}},
                          {element("summary", {{"class", "facets-title"}}, {text("Narrow down")}), facets})}),
         element("div", {},
                 {heading("Figures"),
                  element("p", {{"class", "how-many"}, {"role", "status"}}, {text(how_many(list))}),
                  chosen(request.query), sorting(request.query, sort_names(), query.sort), found,
                  paging(request.query, query.page, figures_a_page, list.total, list.is_exact)})});
    return html_response(page(site, {"Figures", "/figures", &request, true}, content));
}

}  // namespace figbook::web
