// Reviews: what people have said of figures, the last first, as `figbook log` has it; also of those that are left out.
#include "store/review.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"
#include "web/review_list.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t rows_a_page = 50;

const std::vector<std::string_view>& verdicts() {
    static const std::vector<std::string_view> names{
        name_of(ReviewVerdict::confirmed), name_of(ReviewVerdict::disputed), name_of(ReviewVerdict::wrong),
        name_of(ReviewVerdict::corrected)};
    return names;
}

Markup filter(const Query& query) {
    return element("form", {{"action", "/reviews"}, {"method", "get"}, {"class", "filter"}},
                   {choice("verdict", "Verdict", verdicts(), query.value("verdict")),
                    element("button", {{"type", "submit"}}, {text("Show")})});
}

}  // namespace

Response reviews_page(const Request& request, Site& site) {
    refuse_others_than(request, {"verdict", "page"});
    const std::int64_t number = request.query.number("page", 1, 1, 1'000'000);
    const auto verdict = request.query.one_of("verdict", verdicts());
    const bool is_csv = request.form == Form::csv;
    const Parameters parameters{{":verdict", verdict ? Value(*verdict) : Value()},
                                {":limit", is_csv ? -1 : rows_a_page},
                                {":offset", (number - 1) * rows_a_page}};
    const std::string sql =
        reviews_sql("(:verdict IS NULL OR verdict = :verdict)") + " LIMIT :limit OFFSET :offset";
    if (is_csv) return csv_response(sql, parameters, "reviews");
    const Table table = site.database.query(sql, parameters);
    const std::int64_t total = std::get<std::int64_t>(
        site.database
            .query("SELECT count(*) FROM review WHERE :verdict IS NULL OR verdict = :verdict", parameters)
            .rows.at(0)
            .at(0));
    if (request.form == Form::json)
        return json_response_of_page(total, number, rows_a_page, {{"reviews", rows_json(table)}});
    Markup content = heading("Reviews");
    content += element("p", {{"class", "how-many"}}, {text(counted(total, "review", "reviews"))});
    content += filter(request.query);
    if (table.rows.empty())
        content +=
            total == 0 && !verdict
                ? nothing_here(
                      "Nobody has reviewed a figure yet. Each figure of an article has a link to do so.",
                      element("p", {}, {link_to("/articles", "All articles")}))
                : no_rows(request.query, number, rows_a_page, total, "No review is like that.", "/reviews",
                          "All reviews");
    else
        content += review_table("Reviews, the last first", table);
    content += paging(request.query, number, rows_a_page, total, true);
    return html_response(page(site, {"Reviews", "/reviews", &request, true}, content));
}

}  // namespace figbook::web
