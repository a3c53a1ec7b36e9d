// Calendar days. The only user of <date/…>; everyone else sees std::chrono's calendar types.
//
//     Result<Date> day = parse_date("2025-02-12");   // also "2025-02-12T09:30:00Z": the day as written
//     iso(*day)                                      // "2025-02-12"
#pragma once
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace figbook {

// A day of the proleptic Gregorian calendar, always valid; no time zone.
using Date = std::chrono::sys_days;

// The day of an ISO 8601 date or date-time. The problem says what is wrong with it ("there is no 30 February").
Result<Date> parse_date(std::string_view text);

// "2025-02-12".
std::string iso(Date day);

int year_of(Date day);
unsigned month_of(Date day);      // 1 to 12
unsigned day_of_month(Date day);  // 1 to 31
unsigned weekday_of(Date day);    // 0 Sunday to 6 Saturday

inline constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// The day of the given year, month and day; none where there is no such day.
std::optional<Date> make_date(int year, unsigned month, unsigned day);
Date first_of_month(int year, unsigned month);
Date last_of_month(int year, unsigned month);
// Moves by whole months and keeps the day, or takes the month's last where it has no such day.
Date add_months(Date day, int months);
Date add_days(Date day, int days);
// to - from, in days.
int days_between(Date from, Date to);

// A span of days as short as it goes: "2010", "2010–2012", "2010-03", "2010 Q1", "2010-03-05",
// "2010-03-05–2010-06-07".
std::string days_text(Date first, Date last);

}  // namespace figbook
