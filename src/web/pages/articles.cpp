// Articles: the list of them, by day, or those that have some words.
#include <fmt/format.h>

#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t rows_a_page = 50;

std::string articles_sql() {
    return "SELECT article_id, published, publication, headline, byline, url, figures, is_copy, "
           "original_id, " +
           opening_column("articles.article_id") +
           " FROM articles WHERE (:publication IS NULL OR publication = :publication) "
           "ORDER BY published DESC, article_id DESC LIMIT :limit OFFSET :offset";
}
constexpr std::string_view count_sql = R"(
    SELECT count(*) AS total FROM article LEFT JOIN publication USING (publication_id)
    WHERE is_current = 1 AND (:publication IS NULL OR publication.name = :publication))";

std::vector<Markup> cells(const Row& row) {
    Markup title = link_to(article_address(row.whole("article_id")), headline_of(row));
    if (row.whole("is_copy") != 0) {
        title += text(" ");
        title += element("a", {{"class", "badge"}, {"href", article_address(row.whole("original_id"))}},
                         {text("copy")});
    }
    return {text(row.text("published")), title, text(row.text("publication")), text(row.text("byline")),
            text(counted(row.whole("figures")))};
}

}  // namespace

Response articles_page(const Request& request, Site& site) {
    refuse_others_than(request, {"publication", "page"});
    const std::int64_t number = request.query.number("page", 1, 1, 1'000'000);
    const auto publication = request.query.given("publication");
    const bool is_csv = request.form == Form::csv;
    const Parameters parameters{{":publication", publication ? Value(*publication) : Value()},
                                {":limit", is_csv ? -1 : rows_a_page},
                                {":offset", (number - 1) * rows_a_page}};
    if (is_csv) return csv_response(articles_sql(), parameters, "articles");
    const Table table = site.database.query(articles_sql(), parameters);
    const std::int64_t total =
        std::get<std::int64_t>(site.database.query(count_sql, parameters).rows.at(0).at(0));
    if (request.form == Form::json)
        return json_response({{"total", total},
                              {"page", number},
                              {"rows_a_page", rows_a_page},
                              {"articles", rows_json(table)}});
    std::vector<std::vector<Markup>> rows;
    for (const Row& row : rows_of(table)) rows.push_back(cells(row));
    Markup content = heading("Articles");
    content += element("p", {{"class", "how-many"}}, {text(counted(total, "article", "articles"))});
    content += rows.empty() ? no_rows(request.query, number, rows_a_page, total, "No article is like that.",
                                      "/articles", "All articles")
                            : web::table("Articles, the newest first",
                                         {{"Published", Column::Kind::date},
                                          {"Headline"},
                                          {"Publication"},
                                          {"By"},
                                          {"Figures", Column::Kind::number}},
                                         rows);
    content += paging(request.query, number, rows_a_page, total, true);
    return html_response(page(site, {"Articles", "/articles", &request, true}, content));
}

}  // namespace figbook::web
