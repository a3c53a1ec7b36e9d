// Spans of time: "the past five years", "the first nine months of 2023", "the year to March", "the first week of May",
// "so far this year". Each function reads one that starts at token i, none where there is none.
//
//     span_to_day(reader, i)     // "the three months to June" in an article of May 2024: 2023-04-01..2023-06-30
#pragma once
#include "claim/time_reader.hpp"

namespace figbook {

// "39% year-to-date", "up 12% YTD", "the year to date", "the year-to-date period last year".
std::optional<TimeExpression> year_to_date(const TimeReader& reader, std::size_t i);

// "the past five years", "the last three months", "the next decade", "the past few weeks", "the previous two quarters".
std::optional<TimeExpression> past_or_coming(const TimeReader& reader, std::size_t i);

// "the first nine months of 2023", "the last three months of the year", "the first two weeks of May".
std::optional<TimeExpression> edge_of_time(const TimeReader& reader, std::size_t i);

// "its fiscal third quarter ended May 2", "the first half, which ended on June 30": the end that is told behind it fixes a
// quarter, half or year.
void end_as_told(const TimeReader& reader, TimeExpression& time);

// "the year to March", "the 12 months ended June 2023", "the week to 10 May", "the year to date".
std::optional<TimeExpression> span_to_day(const TimeReader& reader, std::size_t i);

// Where the words behind a quarter, a half or a year say when it ended, it takes these days: "…, which ended on 30 June".
void take_stated_end(const TimeReader& reader, TimeExpression& time);

}  // namespace figbook
