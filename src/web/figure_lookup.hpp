// By what the figures of a list are found: the index of what few of them have, or else the days of their articles, newest
// first. What was extracted is looked up together with what reviews have corrected, which are few; all conditions of the
// list are then asked of what was found.
//
//     const FigureLookup lookup = choose_lookup(database, query);
//     "SELECT ... FROM " + lookup.from + " WHERE ..."
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "web/figure_list.hpp"

namespace figbook::web {

struct FigureLookup {
    std::string from = "all_figures";
    std::string articles{};   // a condition more, " AND article_id IN (...)"
    bool walks = true;        // over the articles by day
    Parameters parameters{};  // of `from` and `articles`
};

FigureLookup choose_lookup(const Database& database, const FigureQuery& query);

// So many of the articles at the end from which a list begins are counted where it walks: the day on which they end. None
// where there are not more.
std::optional<std::string> last_day_counted(const Database& database, const FigureQuery& query);

// Whether a list is sorted by size; else it is by day.
bool is_by_size(const FigureQuery& query);
// Whether a list is of nothing but a verdict and sorted by day.
bool is_by_day_alone(const FigureQuery& query);

}  // namespace figbook::web
