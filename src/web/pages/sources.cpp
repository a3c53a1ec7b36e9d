// Sources: who figures are from, those with most first.
#include <deque>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "claim/claim.hpp"
#include "store/cell.hpp"
#include "web/filters.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t rows_a_page = 100;

const std::vector<std::string_view>& source_kinds() {
    static const std::vector<std::string_view> names{
        name_of(SourceKind::person), name_of(SourceKind::organisation), name_of(SourceKind::document),
        name_of(SourceKind::unnamed)};
    return names;
}

const std::vector<std::string_view>& sorts() {
    static const std::vector<std::string_view> names{"most", "name"};
    return names;
}

// Counted by an index alone, which is fast, until all figures are read: with copies, older versions and spans of time, and
// without reviews.
constexpr std::string_view rough_sql = R"(
    SELECT name, source.kind, max(title), max(organisation), sum(figures) AS figures
    FROM (SELECT source_id, count(*) AS figures FROM claim_by_source GROUP BY source_id)
    JOIN source USING (source_id)
    GROUP BY name, source.kind
    ORDER BY name, source.kind)";

struct RoughSources {
    std::deque<std::string> words;
    SourceList list;
};

RoughSources rough_sources(const Database& database) {
    RoughSources rough;
    const auto kept = [&](const Value& cell) -> std::string_view {
        return rough.words.emplace_back(text_of(cell));
    };
    database.for_each_row(rough_sql, {}, [&](const std::vector<Value>& row) {
        rough.list.by_name.push_back(
            {kept(row[0]), kept(row[1]), kept(row[2]), kept(row[3]), whole_of(row[4])});
        CountedSource& source = rough.list.by_name.back();
        source.words = lower(fmt::format("{} {} {}", source.name, source.title, source.organisation));
    });
    sort_by_figures(rough.list);
    return rough;
}

// Whether a list that is not of the unnamed ones is without it.
bool is_left_out(const CountedSource& source) {
    return is_nobody(source.kind, source.name);
}

// What is left out of a list: how many figures have a source that the text does not name.
std::int64_t figures_of_nobody(const SourceList& sources) {
    std::int64_t figures = 0;
    for (const CountedSource& source : sources.by_name)
        if (is_left_out(source)) figures += source.figures;
    return figures;
}

std::vector<const CountedSource*> chosen(const Request& request, const SourceList& sources) {
    const std::string words = lower(request.query.value("q"));
    const auto kind = request.query.one_of("kind", source_kinds());
    const bool by_name = request.query.one_of("sort", sorts()) == "name";
    std::vector<const CountedSource*> list;
    const auto choose = [&](const CountedSource& source) {
        if ((kind ? source.kind == *kind : !is_left_out(source)) &&
            (words.empty() || source.words.find(words) != std::string::npos))
            list.push_back(&source);
    };
    if (by_name)
        for (const CountedSource& source : sources.by_name) choose(source);
    else
        for (const CountedSource* source : sources.by_figures) choose(*source);
    return list;
}

Value or_null(std::string_view words) {
    return text_or_null(std::string(words));
}

Table table_of(const std::vector<const CountedSource*>& list) {
    Table table{{"source", "source_kind", "title", "organisation", "figures"}, {}};
    for (const CountedSource* source : list)
        table.rows.push_back({std::string(source->name), or_null(source->kind), or_null(source->title),
                              or_null(source->organisation), source->figures});
    return table;
}

Markup search(const Query& query) {
    return element(
        "form", {{"action", "/sources"}, {"method", "get"}, {"class", "filter"}},
        {words_field("Name, title or organisation has", query),
         choice("kind", "Kind", source_kinds(), query.value("kind")),
         query.has("sort")
             ? element("input", {{"type", "hidden"}, {"name", "sort"}, {"value", query.value("sort")}})
             : Markup(),
         element("button", {{"type", "submit"}}, {text("Find")})});
}

}  // namespace

Response sources_page(const Request& request, Site& site) {
    refuse_others_than(request, {"q", "kind", "sort", "page"});
    RoughSources rough;
    if (!site.counts) rough = rough_sources(site.database);
    const SourceList& sources = site.counts ? site.counts->sources : rough.list;
    const std::int64_t number = request.query.number("page", 1, 1, 1'000'000);
    std::vector<const CountedSource*> list = chosen(request, sources);
    if (request.form == Form::csv) return csv_response(rows_csv(table_of(list)), "sources");
    const std::int64_t total = keep_page(list, number, rows_a_page);
    const Table table = table_of(list);
    if (request.form == Form::json)
        return json_response_of_page(total, number, rows_a_page,
                                     {{"articles_to_check", site.to_check},
                                      {"is_rough", !site.counts},
                                      {"sources", rows_json(table)}});
    std::vector<std::vector<Markup>> rows;
    for (const Row& row : rows_of(table))
        rows.push_back({link_to(source_address(row.text("source")), row.text("source")),
                        text(row.text("title")), text(row.text("organisation")),
                        text(row.text("source_kind")), text(counted(row.whole("figures")))});
    Markup content = heading("Sources");
    content += still_checking(site);
    if (!site.counts)
        content += element(
            "p", {{"class", "notice"}, {"role", "status"}},
            {text("Counted roughly, with copies and older versions; the exact counts are being made and "
                  "will be here in a moment.")});
    content += search(request.query);
    content +=
        sorting(request.query, sorts(), request.query.has("sort") ? request.query.value("sort") : "most");
    content +=
        rows.empty()
            ? no_rows(request.query, number, rows_a_page, total, "No source is like that.", "/sources",
                      "All sources")
            : web::table(
                  "Sources, with how many figures each has",
                  {{"Source"}, {"Title"}, {"Organisation"}, {"Kind"}, {"Figures", Column::Kind::number}},
                  rows);
    content += paging(request.query, number, rows_a_page, total, true);
    if (const std::int64_t left = request.query.has("kind") ? 0 : figures_of_nobody(sources); left > 0)
        content +=
            element("p", {{"class", "hint"}},
                    {text(counted(left, "figure is", "figures are") +
                          " left out, of which the text calls the source “it”, “she” or the like alone: "),
                     link_to("/sources?kind=unnamed", "sources without a name")});
    return html_response(page(site, {"Sources", "/sources", &request, true}, content));
}

}  // namespace figbook::web
