// Articles: the list of them, by day, or those that have some words.
#include <fmt/format.h>

#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "report/search.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"
#include "web/words_query.hpp"

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
    SELECT count(*) AS total, count(share_of_copy) AS copies
    FROM article LEFT JOIN publication USING (publication_id)
    LEFT JOIN article_copy ON article_copy.document_id = article.document_id AND share_of_copy >= 0.6
    WHERE is_current = 1 AND (:publication IS NULL OR publication.name = :publication))";

// Those of a list of numbers, in its order.
std::string found_sql() {
    return "SELECT article_id, published, publication, headline, byline, url, figures, is_copy, "
           "original_id, " +
           opening_column("articles.article_id") +
           " FROM (SELECT key AS place, value AS wanted FROM json_each(:articles)) CROSS JOIN articles"
           " ON article_id = wanted ORDER BY place";
}

struct Hits {
    std::vector<std::int64_t> articles;
    std::vector<std::string> passages;
    bool is_ranked = true;
};

// The best first, as `figbook search` finds them.
Hits hits_of(Site& site, const std::string& words, const std::optional<std::string>& publication) {
    Filters filters;
    filters.publication = publication;
    Hits hits;
    if (!has_words(words)) return hits;
    try {
        const SearchResult found = search(site.database, words, filters);
        hits.is_ranked = found.is_ranked;
        for (const Row& row : rows_of(found.report.sections.at(0).table)) {
            hits.articles.push_back(row.whole("article_id"));
            hits.passages.push_back(row.text("passage"));
        }
    } catch (const TookTooLong&) {
        throw;
    } catch (const EnvironmentError& error) {
        throw BadRequest(error.what(), "q");
    }
    return hits;
}

Markup search_form(const Query& query) {
    return element("form", {{"action", "/articles"}, {"method", "get"}, {"class", "filter"}},
                   {words_field("Articles with these words", query),
                    element("button", {{"type", "submit"}}, {text("Find")})});
}

// With what `figbook search` puts between « and » marked.
Markup marked_passage(std::string_view passage) {
    constexpr std::string_view open = "«", close = "»";
    Markup marked;
    while (!passage.empty()) {
        const std::size_t start = passage.find(open);
        const std::size_t end = start == std::string_view::npos ? start : passage.find(close, start);
        if (end == std::string_view::npos) break;
        marked += text(without_turns(passage.substr(0, start)));
        marked += element("mark", {}, {said(passage.substr(start + open.size(), end - start - open.size()))});
        passage.remove_prefix(end + close.size());
    }
    marked += text(without_turns(passage));
    return element("p", {direction(marked.html())}, {marked});
}

Markup hit_list(const Table& table, const Hits& hits) {
    Markup items;
    std::size_t place = 0;
    for (const Row& row : rows_of(table)) {
        items += element("li", {},
                         {link_to(article_address(row.whole("article_id")), headline_of(row)),
                          marked_passage(hits.passages.at(place++)), from_line(row)});
    }
    return element("ul", {{"class", "list"}}, {items});
}

Response search_page(const Request& request, Site& site, const std::string& words) {
    if (request.query.has("page")) throw BadRequest("a search has its best articles on one page", "page");
    const Hits hits = hits_of(site, words, request.query.given("publication"));
    const Table table = site.database.query(found_sql(), {{":articles", json_array(hits.articles)}});
    if (request.form == Form::csv) return csv_response(rows_csv(table), "articles");
    const auto total = static_cast<std::int64_t>(table.rows.size());
    if (request.form == Form::json)
        return json_response_of_page(total, 1, usual_hits, {{"articles", rows_json(table)}});
    Markup content = heading("Articles");
    content += search_form(request.query);
    content += element(
        "p", {{"class", "how-many"}, {"role", "status"}},
        {text(total < usual_hits ? counted(total, "article has these words", "articles have these words")
              : hits.is_ranked   ? fmt::format("the {} best articles with these words", total)
                                 : fmt::format("the {} newest of many articles with these words", total))});
    content += table.rows.empty() ? nothing_here("No article has these words.",
                                                 element("p", {}, {link_to("/articles", "All articles")}))
                                  : hit_list(table, hits);
    content +=
        element("p", {}, {link_to("/figures" + Query().with("q", words).text(), "Figures near these words")});
    return html_response(
        page(site, {"“" + cut_text(words, 60) + "” – Articles", "/articles", &request, true}, content));
}

std::vector<Markup> cells(const Row& row) {
    Markup title = link_to(article_address(row.whole("article_id")), headline_of(row));
    if (row.whole("is_copy") != 0) {
        title += text(" ");
        title += element("a", {{"class", "badge"}, {"href", article_address(row.whole("original_id"))}},
                         {text("copy")});
    }
    return {text(row.text("published")), title, said(row.text("publication")), said(row.text("byline")),
            text(counted(row.whole("figures")))};
}

}  // namespace

Response articles_page(const Request& request, Site& site) {
    refuse_others_than(request, {"publication", "q", "page"});
    if (const auto words = request.query.given("q")) return search_page(request, site, *words);
    const std::int64_t number = request.query.number("page", 1, 1, 1'000'000);
    const auto publication = request.query.given("publication");
    const bool is_csv = request.form == Form::csv;
    const Parameters parameters{{":publication", publication ? Value(*publication) : Value()},
                                {":limit", is_csv ? -1 : rows_a_page},
                                {":offset", (number - 1) * rows_a_page}};
    if (is_csv) return csv_response(articles_sql(), parameters, "articles");
    const Table table = site.database.query(articles_sql(), parameters);
    const Table counts = site.database.query(count_sql, parameters);
    const Row count = rows_of(counts).front();
    const std::int64_t total = count.whole("total"), copies = count.whole("copies");
    if (request.form == Form::json)
        return json_response_of_page(total, number, rows_a_page, {{"articles", rows_json(table)}});
    std::vector<std::vector<Markup>> rows;
    for (const Row& row : rows_of(table)) rows.push_back(cells(row));
    Markup content = heading("Articles");
    content += search_form(request.query);
    content +=
        element("p", {{"class", "how-many"}},
                {text(counted(total - copies, "article", "articles") + copies_more(copies) +
                      "; each with all of its figures, a copy too, which lists of figures count once")});
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
