#include "claim/calendar_times.hpp"

#include <string>

namespace figbook {
namespace {

// A bare number is a year where a preposition, a comparison or "levels" makes it one.
bool licensed(const TimeReader& reader, std::size_t i) {
    if (reader.is(i + 1, WordClass::year_noun) || reader.is(i + 1, WordClass::level_noun)) return true;
    if (i == reader.frame.sentence.begin) return false;
    const std::string_view mark = reader.text(i - 1);
    return reader.is(i - 1, WordClass::before_year) || mark == "," || mark == "(" || mark == "-" ||
           mark == "–";
}

// The end of the "th" of "12th", `at` where there is none.
std::size_t behind_ordinal(const TimeReader& reader, std::size_t at) {
    return reader.is_any(at, {"th", "st", "nd", "rd"}) ? at + 1 : at;
}

constexpr int days_past_still_meant = 31;

// The year of a day that is told without one: the last such day, the next where the sentence looks ahead.
int year_of_day(const TimeReader& reader, Date now, int day, unsigned month) {
    const int year = year_of(now);
    const auto this_year = make_date(year, month, static_cast<unsigned>(day));
    if (!this_year) return year;
    if (!reader.ahead) return *this_year > now ? year - 1 : year;
    return *this_year < now && days_between(*this_year, now) > days_past_still_meant ? year + 1 : year;
}

std::optional<TimeExpression> on_day(const TimeReader& reader, std::size_t begin, std::size_t end, int day,
                                     unsigned month) {
    std::optional<int> year = reader.year_at(end);
    if (year) ++end;
    TimeExpression time = time_of(begin, end, TimeGrain::day);
    if (!year && reader.frame.published) year = year_of_day(reader, *reader.frame.published, day, month);
    time.is_relative = !year.has_value();
    if (year) time.start = time.last = make_date(*year, month, static_cast<unsigned>(day));
    // "May 24 to 28"
    const bool joins =
        reader.is(end, "to") || reader.is(end, "-") || reader.text(end) == "–" || reader.is(end, "and");
    if (const auto last = reader.day_at(end + 1);
        joins && last && year && *last > day && !reader.month_at(end + 2)) {
        time.end = end + 2;
        time.grain = TimeGrain::span;
        time.last = make_date(*year, month, static_cast<unsigned>(*last));
    }
    return time;
}

// The last year of a span that begins with `year` at token i, and the span's end: "-2023", "-23", "to 2023".
struct LastYear {
    int year;
    std::size_t end;
};
std::optional<LastYear> last_year(const TimeReader& reader, std::size_t i, int year) {
    const bool dash = reader.is(i + 1, "-");
    const bool spans = reader.is_any(i + 1, {"to", "and"}) && i > reader.frame.sentence.begin &&
                       reader.is_any(i - 1, {"from", "between"});
    if (!dash && !spans && reader.text(i + 1) != "–") return std::nullopt;
    if (const auto last = reader.year_at(i + 2); last && *last > year) return LastYear{*last, i + 3};
    if (!dash || !reader.has(i + 2) || !reader.token(i + 2).is_number() || reader.text(i + 2).size() != 2)
        return std::nullopt;
    const int last = year / 100 * 100 + std::stoi(std::string(reader.text(i + 2)));
    return last > year ? std::optional(LastYear{last, i + 3}) : std::nullopt;
}

// The year of months that are told without one, as for days.
int year_of_months(const TimeReader& reader, Date now, unsigned month, unsigned last_month) {
    if (!reader.ahead && month > month_of(now)) return year_of(now) - 1;
    if (reader.ahead && last_month < month_of(now)) return year_of(now) + 1;
    return year_of(now);
}

}  // namespace

std::optional<TimeExpression> calendar_years(const TimeReader& reader, std::size_t i) {
    const auto year = reader.year_at(i);
    if (!year) return std::nullopt;
    if (const auto last = last_year(reader, i, *year))
        return time_of(i, last->end, TimeGrain::span,
                       {first_of_month(*year, 1), last_of_month(last->year, 12)});
    if (!licensed(reader, i)) return std::nullopt;
    return time_of(i, i + 1, TimeGrain::year, days_of_year(*year));
}

TimeExpression calendar_months(const TimeReader& reader, std::size_t begin, std::size_t end, unsigned month) {
    unsigned final = month;
    const bool between =
        reader.is(end, "and") && begin > reader.frame.sentence.begin && reader.is(begin - 1, "between");
    const bool joins = between || reader.is_any(end, {"-", "to", "through"}) || reader.text(end) == "–";
    if (const auto last = reader.month_at(end + 1); joins && last) {
        final = *last;
        end += 1 + reader.month_length(end + 1);
    }
    if (reader.is(end, "of") && reader.year_at(end + 1)) ++end;
    if (reader.text(end) == "," && reader.year_at(end + 1)) ++end;
    std::optional<int> year = reader.year_at(end);
    if (year) {
        ++end;
    } else if (const auto told = reader.told_year_at(end)) {
        year = told;
        end += 2;
    } else if (reader.frame.published) {
        year = year_of_months(reader, *reader.frame.published, month, final);
    }
    TimeExpression time = time_of(begin, end, final == month ? TimeGrain::month : TimeGrain::span);
    time.is_relative = !year.has_value();
    if (!year) return time;
    time.start = first_of_month(*year, month);
    time.last = last_of_month(final < month ? *year + 1 : *year, final);
    return time;
}

std::optional<TimeExpression> calendar_date(const TimeReader& reader, std::size_t i) {
    if (const auto day = reader.day_at(i); day && reader.has(i + 1) && reader.token(i + 1).is_word()) {
        std::size_t at = behind_ordinal(reader, i + 1);
        if (reader.is(at, "of")) ++at;
        const auto month = reader.month_at(at);
        if (!month) return std::nullopt;
        return on_day(reader, i, at + reader.month_length(at), *day, *month);
    }
    const auto month = reader.month_at(i);
    if (!month) return std::nullopt;
    std::size_t at = i + reader.month_length(i);
    const auto day = reader.day_at(at);
    if (!day) return calendar_months(reader, i, at, *month);
    ++at;
    if (reader.has(at) && !reader.token(at).space_before()) at = behind_ordinal(reader, at);
    if (reader.text(at) == "," && reader.year_at(at + 1)) ++at;
    return on_day(reader, i, at, *day, *month);
}

}  // namespace figbook
