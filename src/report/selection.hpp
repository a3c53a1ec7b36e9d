// Which figures a report is about: the user's filters as bound parameters of one SQL expression, so that
// every report has the same filters and none writes them itself.
//
//     Filters filters;
//     filters.currency = "EUR";
//     database.query(with_selection("SELECT count(*) FROM selected"), parameters(filters));
//
// `selected` has the columns of the view all_figures; `selected_articles` those of the view articles. Both have
// each story once, unless filters.copies is set; `matching` and `matching_articles` have the copies too. `selected` is
// without the figures that a review calls wrong; `selected_or_wrong` and `matching` have them.
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
    bool copies = false;                       // a story as often as papers print it
    std::optional<std::int64_t> limit{};       // rows, of a summary: rows of each of its lists
};

std::string with_selection(std::string_view sql);

// What a report does not show: what the original shows, and what is no figure.
struct LeftOut {
    std::int64_t copies = 0;   // articles
    std::int64_t figures = 0;  // of them and of longer stories
    std::int64_t wrong = 0;    // figures that a review calls wrong: misread by the program

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};
LeftOut left_out(const Database& database, const Filters& filters);

// "2 copies of other articles, 14 figures that originals have"; "" where nothing was left out.
std::string in_words(const LeftOut& left_out);

// "2 figures that a review calls wrong"; "" for none. `figbook log --verdict wrong` shows them.
std::string wrong_in_words(const LeftOut& left_out);
// "currency EUR; published from 2025-01-01 on"; "" for none.
std::string in_words(const Filters& filters);

Parameters parameters(const Filters& filters);

}  // namespace figbook
