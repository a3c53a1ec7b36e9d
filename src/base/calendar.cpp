#include "base/calendar.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include "base/ascii.hpp"

namespace figbook {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

// True for "dddd-dd-dd" at the start.
bool has_date_shape(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == 'd' ? !is_digit(text[i]) : text[i] != shape[i]) return false;
    return true;
}

// The number that a few digits write.
int number_in(std::string_view digits) {
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
}

// What may follow the day: nothing, or a time ("T09:30:00Z", " 09:30").
bool is_time_suffix(std::string_view rest) {
    if (rest.empty()) return true;
    return (rest[0] == 'T' || rest[0] == 't' || rest[0] == ' ') && rest.size() > 1 && is_digit(rest[1]) &&
           rest.find_first_not_of("0123456789:.,+-TtZz ") == std::string_view::npos;
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
    const std::string shown(text.substr(0, 40));
    if (!has_date_shape(text) || !is_time_suffix(text.substr(10)))
        return Problem{fmt::format("'{}' is not a date", shown),
                       "write it as YYYY-MM-DD, for example 2025-02-12",
                       {},
                       0,
                       {}};
    const date::year_month_day parsed{date::year{number_in(text.substr(0, 4))},
                                      date::month{static_cast<unsigned>(number_in(text.substr(5, 2)))},
                                      date::day{static_cast<unsigned>(number_in(text.substr(8, 2)))}};
    if (!parsed.ok())
        return Problem{fmt::format("'{}' is not a date: there is no such day", shown),
                       "check the month and the day, the order is YYYY-MM-DD",
                       {},
                       0,
                       {}};
    return Date{std::chrono::days{date::sys_days{parsed}.time_since_epoch().count()}};
}

std::string iso(Date day_) {
    // By hand: date::format goes through a stream, and an article's claims have many dates.
    const year_month_day parts{day_};
    const int year = static_cast<int>(parts.year());
    const auto digit = [](auto number) { return static_cast<char>('0' + number % 10); };
    const auto month = static_cast<unsigned>(parts.month());
    const auto day = static_cast<unsigned>(parts.day());
    if (year < 0 || year > 9999) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return {digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            '-',
            digit(month / 10),
            digit(month),
            '-',
            digit(day / 10),
            digit(day)};
}

int year_of(Date day_) {
    return static_cast<int>(year_month_day{day_}.year());
}

unsigned month_of(Date day_) {
    return static_cast<unsigned>(year_month_day{day_}.month());
}

unsigned day_of_month(Date day_) {
    return static_cast<unsigned>(year_month_day{day_}.day());
}

unsigned weekday_of(Date day_) {
    return std::chrono::weekday{day_}.c_encoding();
}

std::optional<Date> make_date(int year_, unsigned month_, unsigned day_) {
    const year_month_day date{year{year_}, month{month_}, day{day_}};
    if (!date.ok()) return std::nullopt;
    return Date{date};
}

Date first_of_month(int year_, unsigned month_) {
    return Date{year{year_} / month{month_} / day{1}};
}

Date last_of_month(int year_, unsigned month_) {
    return Date{year{year_} / month{month_} / std::chrono::last};
}

Date add_months(Date day_, int months) {
    const year_month_day date{day_};
    const auto moved = date.year() / date.month() + std::chrono::months{months};
    const year_month_day same_day = moved / date.day();
    return same_day.ok() ? Date{same_day} : Date{moved / std::chrono::last};
}

Date add_days(Date day_, int days) {
    return day_ + std::chrono::days{days};
}

int days_between(Date from, Date to) {
    return static_cast<int>((to - from).count());
}

std::string days_text(Date first, Date last) {
    if (first == last) return iso(first);
    const int year = year_of(first);
    const unsigned month = month_of(first);
    if (day_of_month(first) == 1 && last == last_of_month(year, month)) return iso(first).substr(0, 7);
    if (iso(first).ends_with("-01-01") && iso(last).ends_with("-12-31"))
        return year == year_of(last) ? iso(first).substr(0, 4)
                                     : iso(first).substr(0, 4) + "–" + iso(last).substr(0, 4);
    if (day_of_month(first) == 1 && month % 3 == 1 && last == last_of_month(year, month + 2))
        return iso(first).substr(0, 4) + " Q" + std::to_string((month + 2) / 3);
    return iso(first) + "–" + iso(last);
}

}  // namespace figbook
