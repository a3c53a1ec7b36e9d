// Times told from the publication or from another time: "last year", "the past five years", "a year earlier", "the
// same month last year", "year on year", "on Wednesday". Each function reads one that starts at token i, none where
// there is none.
//
//     last_or_next(reader, i)     // "last year" in an article of 2024: 2023-01-01..2023-12-31
#pragma once
#include "claim/time_reader.hpp"

namespace figbook {

// "last year", "this month", "next week", "the previous quarter", "last March", "last winter".
std::optional<TimeExpression> last_or_next(const TimeReader& reader, std::size_t i);

// "the past five years", "the last three months", "the next decade", "the first nine months of 2023".
std::optional<TimeExpression> past_or_coming(const TimeReader& reader, std::size_t i);

// "a year earlier", "two years ago", "the year before", "a month before".
std::optional<TimeExpression> some_time_before(const TimeReader& reader, std::size_t i);

// "the year to March", "the 12 months ended June 2023", "the three months to September".
std::optional<TimeExpression> year_to_month(const TimeReader& reader, std::size_t i);

// "the same month last year", "the same period a year earlier", "the corresponding quarter of 2022".
std::optional<TimeExpression> same_time_before(const TimeReader& reader, std::size_t i);

// "year on year", "year-on-year", "month over month": what it is measured from.
std::optional<TimeExpression> year_on_year(const TimeReader& reader, std::size_t i);

// "Wednesday", "next Monday", "yesterday", "today".
std::optional<TimeExpression> weekday(const TimeReader& reader, std::size_t i);

}  // namespace figbook
