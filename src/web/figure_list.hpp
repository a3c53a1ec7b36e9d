// The list of figures: what the reader asked for by the address, the rows of one page, and what they could be narrowed
// down by (facets).
//
//     const FigureQuery query = read_figure_query(Request::get("/figures?kind=money&sort=largest"));
//     const FigureList list = find_figures(database, query, findings, {});
//     list.facets[0].values[0].count   // 12
//
// This is by SQL, for the moments before there is a table of all figures (web/figure_search.hpp), and for files. Rows are
// then counted up to `most_counted`, or those of the newest articles alone, and facets are of those.
// web/figure_lookup.hpp says how rows are found.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.hpp"
#include "web/findings.hpp"
#include "web/response.hpp"

namespace figbook::web {

constexpr std::int64_t figures_a_page = 50;
constexpr std::int64_t most_counted = 10'000;
// Of those with the words that are looked for.
constexpr std::int64_t articles_looked_at = 90;

struct FigureQuery {
    std::optional<std::string>
        words{};  // q: in the article, and in the figure's sentence; see words_query.hpp
    std::optional<std::string> kind{};
    std::optional<std::string> currency{};     // ISO 4217
    std::optional<std::string> source{};       // the whole name
    std::optional<std::string> publication{};  // the whole name
    std::optional<std::string> period{};       // the year in which it starts
    std::optional<std::string> check{};        // a verdict of the checks
    std::optional<std::string> review{};       // of a review that stands
    std::optional<Date> from{};                // of publication
    std::optional<Date> to{};
    std::string sort = "newest";
    std::int64_t page = 1;
};

// Throws BadRequest, naming the field.
FigureQuery read_figure_query(const Request& request);
// The names that `sort` may have.
const std::vector<std::string_view>& sort_names();

struct FacetValue {
    std::string value;
    std::int64_t count = 0;
};
struct Facet {
    std::string_view field;          // of the query: "currency"
    std::string_view name;           // "Currency"
    std::vector<FacetValue> values;  // those with most first, years in order
    std::size_t total = 0;           // how many there are
};

struct FigureList {
    Table rows;
    std::int64_t total = 0;
    bool is_exact = true;  // false: there are more than `total`
    std::vector<Facet> facets;
    std::int64_t articles = 0;  // that have the words that were asked for, up to `most_counted`
};

struct FigureKey {
    std::int64_t article_id;
    std::int64_t ordinal;
};
// Their rows, in this order.
Table rows_of_figures(const Database& database, const std::vector<FigureKey>& keys);

// What the checks find of some articles.
using FindingsOf = std::function<std::shared_ptr<const Findings>(const std::vector<std::int64_t>&)>;

// Without `findings`, the facet of the checks is of what `findings_of` finds of those that were counted; without both there
// is none, and a query for a verdict finds nothing.
FigureList find_figures(const Database& database, const FigureQuery& query, const Findings* findings,
                        const FindingsOf& findings_of);

// All of them as CSV, whatever page the query is of.
void write_figures_csv(const Database& database, const FigureQuery& query, const Findings* findings,
                       const std::function<void(std::string_view)>& write);

// The columns of figures that pages show, for any condition on the view all_figures.
std::string figure_columns();

// How many figures have a value. Of very many only a few are shown.
using ValueCount = std::pair<std::string_view, std::int64_t>;
// Those with most first, years in order; of very many not all.
Facet facet_of(std::string_view field, std::string_view name, std::vector<ValueCount> counts);
// cannot_check for what is none.
Verdict verdict_named(std::string_view name);

}  // namespace figbook::web
