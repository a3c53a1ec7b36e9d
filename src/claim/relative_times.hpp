// Times told from the publication or from another time: "last year", "this weekend", "a year earlier", "the same
// month last year", "year on year", "on Wednesday". Each function reads one that starts at token i, none where
// there is none.
//
//     last_or_next(reader, i)     // "last year" in an article of 2024: 2023-01-01..2023-12-31
#pragma once
#include "claim/time_reader.hpp"

namespace figbook {

// "last year", "this month", "next week", "the previous quarter", "last March", "last winter",
// "this decade", "the weekend", "so far this year".
std::optional<TimeExpression> last_or_next(const TimeReader& reader, std::size_t i);

// "the summer of 2023", "winter 2022".
std::optional<TimeExpression> season_of_year(const TimeReader& reader, std::size_t i);

// "a year earlier", "two years ago", "the year before", "a month before".
std::optional<TimeExpression> some_time_before(const TimeReader& reader, std::size_t i);

// "the same month last year", "the same period a year earlier", "the corresponding quarter of 2022".
std::optional<TimeExpression> same_time_before(const TimeReader& reader, std::size_t i);

// "year on year", "year-on-year", "month over month", "on the year": what it is measured from.
std::optional<TimeExpression> year_on_year(const TimeReader& reader, std::size_t i);

// "Wednesday", "next Monday", "yesterday", "today".
std::optional<TimeExpression> weekday(const TimeReader& reader, std::size_t i);

}  // namespace figbook
