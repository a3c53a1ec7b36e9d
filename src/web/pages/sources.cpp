// Sources: who figures are from, those with most first.
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "claim/claim.hpp"
#include "store/cell.hpp"
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

std::vector<const CountedSource*> chosen(const Request& request, const SourceList& sources) {
    const std::string words = lower(request.query.value("q"));
    const auto kind = request.query.one_of("kind", source_kinds());
    const bool by_name = request.query.one_of("sort", sorts()) == "name";
    std::vector<const CountedSource*> list;
    const auto choose = [&](const CountedSource& source) {
        if ((!kind || source.kind == *kind) &&
            (words.empty() || source.words.find(words) != std::string::npos))
            list.push_back(&source);
    };
    if (by_name)
        for (const CountedSource& source : sources.by_name) choose(source);
    else
        for (const CountedSource* source : sources.by_figures) choose(*source);
    return list;
}

Table table_of(const std::vector<const CountedSource*>& list) {
    Table table{{"source", "source_kind", "title", "organisation", "figures"}, {}};
    for (const CountedSource* source : list)
        table.rows.push_back({source->name, text_or_null(source->kind), text_or_null(source->title),
                              text_or_null(source->organisation), source->figures});
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
    if (!site.findings) return not_ready(request, site);
    const std::int64_t number = request.query.number("page", 1, 1, 1'000'000);
    std::vector<const CountedSource*> list = chosen(request, site.findings->sources());
    if (request.form == Form::csv) return csv_response(rows_csv(table_of(list)), "sources");
    const std::int64_t total = keep_page(list, number, rows_a_page);
    const Table table = table_of(list);
    if (request.form == Form::json)
        return json_response_of_page(total, number, rows_a_page,
                                     {{"articles_to_check", site.to_check}, {"sources", rows_json(table)}});
    std::vector<std::vector<Markup>> rows;
    for (const Row& row : rows_of(table))
        rows.push_back(
            {link_to("/figures" + Query().with("source", row.text("source")).text(), row.text("source")),
             text(row.text("title")), text(row.text("organisation")), text(row.text("source_kind")),
             text(counted(row.whole("figures")))});
    Markup content = heading("Sources");
    content += still_checking(site);
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
    return html_response(page(site, {"Sources", "/sources", &request, true}, content));
}

}  // namespace figbook::web
