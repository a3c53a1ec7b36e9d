// Which figures a report is about: the user's filters as bound parameters of one SQL expression, so that
// every report has the same filters and none writes them itself.
//
//     Filters filters;
//     filters.currency = "EUR";
//     database.query(with_selection("SELECT count(*) FROM selected"), parameters(filters));
//
// `selected` has the columns of the view all_figures; `selected_articles` those of the view articles.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "store/database.hpp"

namespace figbook {

// Unset: not filtered.
struct Filters {
    std::optional<std::string> currency{};     // ISO 4217: money in it
    std::optional<std::string> kind{};         // "money", "percent", ...
    std::optional<std::string> source{};       // part of the name, title or organisation, in any case
    std::optional<std::string> subject{};      // part of the subject, in any case
    std::optional<std::string> publication{};  // part of its name, in any case
    std::optional<Date> from{};                // published on this day or later
    std::optional<Date> to{};                  // published on this day or before
    bool durations = false;                    // spans of time too
    std::optional<std::int64_t> limit{};       // rows, of a summary: rows of each of its lists
};

std::string with_selection(std::string_view sql);
Parameters parameters(const Filters& filters);

}  // namespace figbook
