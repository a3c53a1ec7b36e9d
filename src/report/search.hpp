// Articles by the words in them, the best first, with the passage that has most of the words and the figures in it.
//
//     SearchResult found = search(database, "aid OR \"defence spending\"", filters);   // syntax: search_query.hpp
//     render(found.report, Format::table, 100);
//
// A word in the headline counts four times. Only current versions; each story once, unless filters.copies is set. Of the
// filters, publication, source, from, to, copies and limit count.
#pragma once
#include <cstdint>
#include <string_view>

#include "report/report.hpp"

namespace figbook {

constexpr std::int64_t usual_hits = 20;
// More articles than these are not ranked: words that stand in so many say little of any of them.
constexpr std::int64_t most_ranked = 10'000;

struct SearchResult {
    ReportResult report;
    bool is_ranked = true;  // false: so many articles have the words that they are the newest, not the best
};

// Throws EnvironmentError for words that cannot be searched for.
SearchResult search(Database& database, std::string_view words, const Filters& filters);

}  // namespace figbook
