// Sources: who figures are from, those with most first.
#include <fmt/format.h>

#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t rows_a_page = 100;

// A source is a name and what it is; the title and organisation are those that are given most often.
constexpr std::string_view sources_sql = R"(
    WITH said AS (
        SELECT source_id, count(*) AS figures FROM claim CROSS JOIN article USING (document_id)
        WHERE source_id IS NOT NULL AND is_duration = 0 AND is_current = 1 GROUP BY source_id
    ), named AS (
        SELECT name, kind, title, organisation, figures,
            sum(figures) OVER (PARTITION BY name, kind) AS all_figures,
            row_number() OVER (PARTITION BY name, kind ORDER BY (title <> '') + (organisation <> '') DESC, figures DESC, title,
                organisation) AS place
        FROM said JOIN source USING (source_id)
    )
    SELECT name AS source, kind AS source_kind, nullif(title, '') AS title, nullif(organisation, '') AS organisation,
        all_figures AS figures, count(*) OVER () AS total
    FROM named
    WHERE place = 1 AND (:q IS NULL OR instr(fold(name || ' ' || title || ' ' || organisation), fold(:q)) > 0)
        AND (:kind IS NULL OR kind = :kind)
    ORDER BY figures DESC, source, source_kind LIMIT :limit OFFSET :offset)";

Markup search(const Query& query) {
    return element(
        "form", {{"action", "/sources"}, {"method", "get"}, {"class", "filter"}},
        {element("label", {{"for", "name"}}, {text("Name, title or organisation has")}),
         element("input", {{"id", "name"}, {"name", "q"}, {"type", "search"}, {"value", query.value("q")}}),
         element("button", {{"type", "submit"}}, {text("Find")})});
}

}  // namespace

Response sources_page(const Request& request, Site& site) {
    const std::int64_t number = request.query.number("page", 1, 1, 1'000'000);
    const auto or_null = [&](const char* name) {
        const auto given = request.query.given(name);
        return given ? Value(*given) : Value();
    };
    Table table = site.database.query(sources_sql, {{":q", or_null("q")},
                                                    {":kind", or_null("kind")},
                                                    {":limit", rows_a_page},
                                                    {":offset", (number - 1) * rows_a_page}});
    const auto found = rows_of(table);
    const std::int64_t total = found.empty() ? 0 : found.front().whole("total");
    table.columns.pop_back();
    for (auto& row : table.rows) row.pop_back();
    if (request.form == Form::csv) return csv_response(rows_csv(table), "sources");
    if (request.form == Form::json)
        return json_response({{"total", total},
                              {"page", number},
                              {"rows_a_page", rows_a_page},
                              {"sources", rows_json(table)}});
    std::vector<std::vector<Markup>> rows;
    for (const Row& row : rows_of(table))
        rows.push_back(
            {link_to("/figures" + Query().with("source", row.text("source")).text(), row.text("source")),
             text(row.text("title")), text(row.text("organisation")), text(row.text("source_kind")),
             text(counted(row.whole("figures")))});
    Markup content = heading("Sources");
    content += search(request.query);
    content +=
        rows.empty()
            ? nothing_here("No source is like that.", element("p", {}, {link_to("/sources", "All sources")}))
            : web::table(
                  "Sources, those with most figures first",
                  {{"Source"}, {"Title"}, {"Organisation"}, {"Kind"}, {"Figures", Column::Kind::number}},
                  rows);
    content += paging(request.query, number, rows_a_page, total, true);
    return html_response(page(site, {"Sources", "/sources", &request, true}, content));
}

}  // namespace figbook::web
