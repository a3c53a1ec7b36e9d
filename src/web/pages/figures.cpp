// Figures: all of them, narrowed down by facets, sorted, page by page; the address is the whole state of it.
#include <array>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "web/figure_search.hpp"
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
constexpr std::array<Field, 10> fields{{{"q", "words"},
                                        {"currency", "currency"},
                                        {"kind", "kind"},
                                        {"source", "source"},
                                        {"publication", "publication"},
                                        {"period", "year"},
                                        {"check", "check"},
                                        {"review", "reviewed"},
                                        {"from", "from"},
                                        {"to", "to"}}};

constexpr std::size_t values_at_first = 12;

// What contradicts another text is among what is off.
std::string shown_value(std::string_view field, const std::string& value) {
    return field == "check" && value == name_of(Verdict::off) ? "off or in conflict" : value;
}

Markup facet(const Facet& facet, const Query& query) {
    if (facet.values.empty() || query.has(facet.field)) return {};
    Markup first, more;
    std::size_t shown = 0;
    for (const FacetValue& value : facet.values)
        (shown++ < values_at_first ? first : more) +=
            element("li", {},
                    {element("a", {{"href", query.without("page").with(facet.field, value.value).text()}},
                             {element("span", {}, {said(shown_value(facet.field, value.value))}), text(" "),
                              element("span", {{"class", "count"}}, {text(counted(value.count))})})});
    Markup rest;
    if (!more.empty()) {
        const bool is_whole = facet.total == facet.values.size();
        Markup all = element("ul", {}, {more});
        if (!is_whole && facet.field == "source")
            all += element("p", {}, {link_to("/sources", "All sources")});
        rest = element("details", {{"class", "more"}},
                       {element("summary", {},
                                {text(fmt::format("{}{} more", is_whole ? "" : "the next ",
                                                  facet.values.size() - values_at_first))}),
                        all});
    }
    const bool is_open = facet.values.size() <= 6 || facet.field == "currency" || facet.field == "kind";
    return element("details", {{"open", is_open}},
                   {element("summary", {}, {text(facet.name)}), element("ul", {}, {first}), rest});
}

// The articles with the words that were looked for, which may stand far from any figure.
Markup articles_link(const FigureQuery& query, const FigureList& list) {
    if (!query.words || list.articles == 0) return {};
    const std::string words =
        list.articles < most_counted
            ? counted(list.articles, "article has these words", "articles have these words")
            : fmt::format("{} articles or more have these words", counted(list.articles));
    return element("p", {}, {link_to("/articles" + Query().with("q", *query.words).text(), words)});
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
                                   text(fmt::format("{}: {}", field.label, shown_value(field.name, *value))),
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

std::string how_many(const FigureQuery& query, const FigureList& list) {
    if (list.is_exact) return counted(list.total, "figure", "figures");
    if (query.words)
        return fmt::format(
            "{} near these words in the newest articles that have them; days further back by Published",
            counted(list.total, "figure", "figures"));
    return "more than " + counted(list.total) + " figures; the counts beside are of so many";
}

// Sizes are compared by their numbers, which says nothing of kilometres beside euros.
Markup size_note(const FigureQuery& query) {
    if ((query.sort != "largest" && query.sort != "smallest") || query.currency || query.kind == "percent" ||
        query.kind == "points")
        return {};
    return element(
        "p", {{"class", "hint"}},
        {text("By the number alone, whatever it counts: choose a currency, or a kind such as percent, to "
              "compare like with like.")});
}

// A paper's or a source's figures are fewer here than its articles have.
Markup copies_note(const FigureQuery& query, const Query& asked) {
    if (!query.publication) return {};
    return element(
        "p", {{"class", "hint"}},
        {text("Each story is counted once: what a copy has from another paper stands there alone. "),
         link_to("/reports/figures" +
                     Query().with("publication", asked.value("publication")).with("copies", "1").text(),
                 "With the copies")});
}

std::string why_none(const FigureQuery& query) {
    if (query.words && !has_words(*query.words))
        return fmt::format("“{}” has no word or number to search for.", *query.words);
    return query.words ? "No figure stands near these words." : "No figure is like that.";
}

// Of a window, by which several searches are told apart.
std::string title_of(const FigureQuery& query) {
    std::string words = query.words ? "“" + cut_text(*query.words, 60) + "” – Figures" : "Figures";
    for (const auto& more : {query.currency, query.kind, query.source, query.publication, query.period,
                             query.check, query.review})
        if (more) words += ", " + cut_text(*more, 40);
    return words;
}

FigureList listed(const FigureQuery& query, Site& site) {
    if (site.counts) return find_in_table(site.database, query, *site.counts);
    FindingsOf findings_of;
    if (site.findings_of)
        findings_of = [&](const std::vector<std::int64_t>& articles) {
            return site.findings = site.findings_of(articles);
        };
    return find_figures(site.database, query, site.findings.get(), findings_of);
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
    const FigureList list = listed(query, site);
    if (request.form == Form::json)
        return json_response({{"total", list.total},
                              {"total_is_exact", list.is_exact},
                              {"page", query.page},
                              {"rows_a_page", figures_a_page},
                              {"articles_with_words", query.words ? Json(list.articles) : Json()},
                              {"facets", facets_json(list)},
                              {"figures", rows_json(list.rows)}});
    Markup facets;
    for (const Facet& one : list.facets) facets += facet(one, request.query);
    facets += day_form(request.query);
    const Markup found = list.rows.rows.empty()
                             ? no_rows(request.query, query.page, figures_a_page, list.total, why_none(query),
                                       "/figures", "All figures")
                             : figure_cards(site, rows_of(list.rows));
    const Markup content = element(
        "div", {{"class", "with-side"}},
        {element("aside", {{"class", "facets"}, {"aria-label", "Narrow down"}},
                 {element("details", {{"class", "facets-box"}, {"open", true}},
                          {element("summary", {{"class", "facets-title"}}, {text("Narrow down")}), facets})}),
         element(
             "div", {},
             {heading("Figures"),
              element("p", {{"class", "how-many"}, {"role", "status"}}, {text(how_many(query, list))}),
              chosen(request.query), copies_note(query, request.query),
              sorting(request.query, sort_names(), query.sort), size_note(query), articles_link(query, list),
              found, paging(request.query, query.page, figures_a_page, list.total, list.is_exact)})});
    return html_response(page(site, {title_of(query), "/figures", &request, true}, content));
}

}  // namespace figbook::web
