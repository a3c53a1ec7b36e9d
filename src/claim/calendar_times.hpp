// Times by the calendar: "2023", "2019-2023", "12 March 2023", "March 2023", "January-March". Each function reads one
// that starts at token i, none where there is none.
//
//     calendar_date(reader, i)     // "March" in an article of May 2024: 2024-03-01..2024-03-31
#pragma once
#include <vector>

#include "claim/time_reader.hpp"

namespace figbook {

// "2023" where something makes the number a year ("in 2023"), "2019-2023", "between 2019 and 2023".
std::optional<TimeExpression> calendar_years(const TimeReader& reader, std::size_t i);

// "12 March 2023", "March 12, 2023", "March 2023", "March", "January-March".
std::optional<TimeExpression> calendar_date(const TimeReader& reader, std::size_t i);

// The month, with the months and the year behind it: tokens [begin, end) hold the month's name and what is before it.
TimeExpression calendar_months(const TimeReader& reader, std::size_t begin, std::size_t end, unsigned month);

// The first days that the article names with their year ("October 7, 2023"), which it may name without it elsewhere. `any`
// is a frame of the document.
std::vector<Date> days_with_years(const SentenceFrame& any);

}  // namespace figbook
