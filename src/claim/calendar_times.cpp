#include "claim/calendar_times.hpp"

#include <cstdlib>
#include <string>

#include "claim/named_years.hpp"
#include "claim/phrases.hpp"

namespace figbook {
namespace {

// A bare number is a year where a preposition, a comparison, an owner or "levels" makes it one.
// "2004's average", where the tokens are "2004", "'" and "s"
bool owns(const TimeReader& reader, std::size_t year) {
    const std::string_view mark = reader.text(year + 1);
    return (mark == "'" || mark == "’") && !reader.token(year + 1).space_before() &&
           reader.is(year + 2, "s") && !reader.token(year + 2).space_before();
}

bool licensed(const TimeReader& reader, std::size_t i) {
    if (reader.is(i + 1, WordClass::year_noun) || reader.is(i + 1, WordClass::level_noun)) return true;
    // "cut 2009 expense growth": what cannot be counted
    if (reader.is_any(i + 2, {"growth", "earnings", "profit", "revenue", "forecast", "guidance", "outlook",
                              "budget"}) &&
        in_noun_phrase(reader.frame, i + 1))
        return true;
    if (owns(reader, i)) return true;
    // "2022 saw 300 homes sold"
    if (i == reader.frame.sentence.begin) return reader.is_any(i + 1, {"saw", "brought"});
    // "As recently as 2019", "no later than 2026"
    if (i > reader.frame.sentence.begin + 1 && reader.is(i - 1, "as") &&
        reader.is_any(i - 2, {"recently", "early", "late", "back", "ago"}))
        return true;
    // "The firm ended 2023 with 300 staff"
    if (reader.is_any(i - 1, {"ended", "finished", "began", "started", "entered"}) &&
        reader.is_any(i + 1, {"with", "at", "up", "down", "on"}))
        return true;
    if (reader.is(i - 1, "between") && reader.is(i + 1, "and") && reader.is_any(i + 2, {"now", "today"}))
        return true;
    // "9 percent below 2007"
    if (i > reader.frame.sentence.begin + 2 && reader.is_any(i - 1, {"below", "above"}) &&
        reader.is_any(i - 2, {"percent", "%", "cent"}))
        return true;
    if (reader.is(i - 1, WordClass::before_year) || reader.is(i - 1, WordClass::determiner) ||
        reader.token(i - 1).kind == TokenKind::possessive)
        return true;
    // "down 8% on 2022", but not "on 2000 acres"
    const bool counts = reader.has(i + 1) && reader.token(i + 1).is_word() &&
                        !reader.is(i + 1, WordClass::conjunction) &&
                        !reader.is(i + 1, WordClass::preposition);
    if (reader.is(i - 1, "on") && !counts) return true;
    const std::string_view mark = reader.text(i - 1);
    return mark == "," || mark == "(" || mark == "-" || mark == "–";
}

// The end of the "th" of "12th", `at` where there is none.
std::size_t behind_ordinal(const TimeReader& reader, std::size_t at) {
    return reader.is_ordinal_ending(at) ? at + 1 : at;
}

bool is_dash(const TimeReader& reader, std::size_t i) {
    return reader.is(i, "-") || reader.is(i, "–");
}

// The token behind what joins the first and the last of a span, 0 where nothing does: "-", "to", "-to-", "through",
// and "and" behind "between" where `begin` is.
std::size_t behind_joint(const TimeReader& reader, std::size_t begin, std::size_t at) {
    if (is_dash(reader, at)) {
        const bool dashed_word = reader.is_any(at + 1, {"to", "through"}) && is_dash(reader, at + 2);
        return dashed_word ? at + 3 : at + 1;
    }
    if (reader.is_any(at, {"to", "through", "until", "till"})) return at + 1;
    const bool between = begin > reader.frame.sentence.begin && reader.is(begin - 1, "between");
    return between && reader.is(at, "and") ? at + 1 : 0;
}

// A day as it is written: "12 March 2023", "the 5th of March", "March 12, 2023".
struct DayOfYear {
    int day;
    unsigned month;
    std::optional<int> year;
    std::size_t end;
};
std::optional<DayOfYear> written_day(const TimeReader& reader, std::size_t i) {
    if (const auto day = reader.day_at(i)) {
        std::size_t at = behind_ordinal(reader, i + 1);
        if (reader.is(at, "of")) ++at;
        const auto month = reader.month_at(at);
        if (!month) return std::nullopt;
        std::size_t end = at + reader.month_length(at);
        const auto year = reader.year_behind(end);
        return DayOfYear{*day, *month, year, end};
    }
    const auto month = reader.month_at(i);
    if (!month) return std::nullopt;
    std::size_t at = i + reader.month_length(i);
    const auto day = reader.day_at(at);
    if (!day) return std::nullopt;
    ++at;
    if (reader.has(at) && !reader.token(at).space_before()) at = behind_ordinal(reader, at);
    const auto year = reader.year_behind(at);
    return DayOfYear{*day, *month, year, at};
}

// "had planned to impose Dec. 15", "a scheduled Dec. 15 vote", "the upcoming June 7 election": near to the publication,
// before it or behind.
bool is_planned(const TimeReader& reader, std::size_t i) {
    constexpr std::size_t reach = 4;
    const std::size_t first = reader.frame.sentence.begin;
    if (i > first && reader.is_any(i - 1, {"scheduled", "planned", "upcoming", "looming", "forthcoming"}))
        return true;
    for (std::size_t at = i; at-- > first + 1 && at + reach > i;)
        if (reader.is(at, "to") &&
            reader.is_any(at - 1, {"planned", "scheduled", "intended", "due", "hoped", "meant", "wanted"}))
            return true;
    return false;
}

// The year of a day that is told without one: the last such day, the next where the sentence looks ahead.
int year_of_day(const TimeReader& reader, std::size_t i, Date now, int day, unsigned month) {
    const int year = year_of(now);
    const auto this_year = make_date(year, month, static_cast<unsigned>(day));
    if (!this_year) return year;
    if (is_planned(reader, i)) {
        constexpr int half_year = 183;
        const int away = days_between(*this_year, now);
        return away > half_year ? year + 1 : away < -half_year ? year - 1 : year;
    }
    if (!reader.ahead(i)) return *this_year > now ? year - 1 : year;
    return *this_year < now && days_between(*this_year, now) > days_still_meant ? year + 1 : year;
}

// The last day of a span that begins with `first`: "March 5-8", "5 March to 2 April", "May 3 to May 5".
std::optional<DayOfYear> last_day(const TimeReader& reader, std::size_t begin, const DayOfYear& first) {
    std::size_t at = behind_joint(reader, begin, first.end);
    if (at == 0 && reader.is(first.end, "and")) at = first.end + 1;
    if (at == 0) return std::nullopt;
    if (auto last = written_day(reader, at)) return last;
    const auto day = reader.day_at(at);
    if (!day || *day <= first.day || reader.month_at(at + 1)) return std::nullopt;
    std::size_t end = at + 1;
    const auto year = reader.year_behind(end);
    return DayOfYear{*day, first.month, year, end};
}

// "on 3, 4 and | 5 April": where the last day of such a list is, behind the first; 0 where there is none.
std::size_t last_of_days(const TimeReader& reader, std::size_t i, int day) {
    if (i == reader.frame.sentence.begin || !reader.is(i - 1, "on")) return 0;
    std::size_t at = i + 1;
    for (auto next = reader.day_at(at + 1); reader.is(at, ",") && next && *next == ++day;
         next = reader.day_at(at + 1))
        at += 2;
    return reader.is(at, "and") ? at + 1 : 0;
}

// "between 20 and 24 June", "on 3 and 4 April": the first day, whose month stands behind the last.
std::optional<DayOfYear> first_of_two_days(const TimeReader& reader, std::size_t i) {
    const auto day = reader.day_at(i);
    std::size_t next = day ? behind_joint(reader, i, i + 1) : 0;
    const bool listed = day && next == 0;
    if (listed) next = last_of_days(reader, i, *day);
    if (next == 0 || !reader.day_at(next)) return std::nullopt;
    const auto last = written_day(reader, next);
    if (!last || last->day <= *day) return std::nullopt;
    return DayOfYear{*day, last->month, last->year, listed ? next - 1 : i + 1};
}

// "after the October 7 attack", where the article tells elsewhere of "October 7, 2023": that one, unless the day that is
// nearest to the publication is near it.
std::optional<int> stated_year(const TimeReader& reader, const DayOfYear& day) {
    auto* const stated = reader.frame.stated_days;
    if (!stated) return std::nullopt;
    if (!*stated) *stated = days_with_years(reader.frame);
    for (const Date each : **stated) {
        if (month_of(each) != day.month || day_of_month(each) != static_cast<unsigned>(day.day)) continue;
        constexpr int near = 45;  // days
        const auto now = reader.frame.published;
        const Date this_year =
            now ? make_date(year_of(*now), day.month, static_cast<unsigned>(day.day)).value_or(each) : each;
        const bool is_news = now && std::abs(days_between(this_year, *now)) <= near;
        return is_news ? std::nullopt : std::optional(year_of(each));
    }
    return std::nullopt;
}

TimeExpression on_day(const TimeReader& reader, std::size_t begin, DayOfYear first) {
    const auto last = last_day(reader, begin, first);
    if (last && !first.year) first.year = last->year;
    TimeExpression time = time_of(begin, last ? last->end : first.end, TimeGrain::day);
    if (!first.year && !last) first.year = stated_year(reader, first);
    time.open_year = !first.year;
    time.names_year = first.year.has_value();
    if (!first.year && reader.frame.published)
        first.year = year_of_day(reader, begin, *reader.frame.published, first.day, first.month);
    time.is_relative = !first.year.has_value();
    const int year = first.year.value_or(whatever_year);
    time.start = time.last = make_date(year, first.month, static_cast<unsigned>(first.day));
    if (last) {
        time.grain = TimeGrain::span;
        time.last = make_date(last->year.value_or(year), last->month, static_cast<unsigned>(last->day));
    }
    if (!first.year) hide_days(time);
    return time;
}

// The last year of a span that begins with `year` at token i, and the span's end: "-2023", "-23", "to 2023".
struct LastYear {
    int year;
    std::size_t end;
};
std::optional<LastYear> last_year(const TimeReader& reader, std::size_t i, int year) {
    const bool dash = is_dash(reader, i + 1);
    const bool spans = reader.is_any(i + 1, {"to", "and", "through", "until", "till"}) &&
                       i > reader.frame.sentence.begin && reader.is_any(i - 1, {"from", "between", "years"});
    if (!dash && !spans) return std::nullopt;
    if (const auto last = reader.year_at(i + 2); last && *last > year) return LastYear{*last, i + 3};
    if (!dash || !reader.has(i + 2) || !reader.token(i + 2).is_number() || reader.text(i + 2).size() != 2)
        return std::nullopt;
    const int last = year / 100 * 100 + std::stoi(std::string(reader.text(i + 2)));
    return last > year ? std::optional(LastYear{last, i + 3}) : std::nullopt;
}

// The first year of "1990s" or "the 1990's" at token i, and where it ends.
struct Decade {
    int year;
    std::size_t end;
};
std::optional<Decade> decade_at(const TimeReader& reader, std::size_t i) {
    if (!reader.has(i + 1) || !reader.token(i).is_number() || reader.token(i + 1).space_before())
        return std::nullopt;
    const bool owns = reader.is_any(i + 1, {"'", "’"}) && i > reader.frame.sentence.begin &&
                      reader.is_any(i - 1, {"the", "early", "mid", "late", "-"});
    const std::size_t ending = owns ? i + 2 : i + 1;
    if (!reader.is(ending, "s") || reader.token(ending).space_before()) return std::nullopt;
    const std::string_view digits = reader.text(i);
    if (digits.size() != 4 || digits[3] != '0' || digits.find_first_of(".,'") != std::string_view::npos)
        return std::nullopt;
    const int year = std::stoi(std::string(digits));
    const bool century = year % 100 == 0 && year < 2000;  // "the 1800s"
    return year < 1800 || year > 2100 || century ? std::nullopt : std::optional(Decade{year, ending + 1});
}

// "by 1646 the island was home to 400": what is counted would stand behind the number.
bool is_old_year(const TimeReader& reader, std::size_t i) {
    constexpr int first_told = 1000, first_usual = 1800;
    if (i == reader.frame.sentence.begin || !reader.is_any(i - 1, {"in", "by", "since", "until"}))
        return false;
    const auto number = reader.number_at(i);
    if (!number || *number < first_told || *number >= first_usual) return false;
    return !reader.has(i + 1) || !reader.token(i + 1).is_word() ||
           (reader.token(i + 1).space_before() &&
            reader.frame.has_any(i + 1, {WordClass::determiner, WordClass::pronoun, WordClass::preposition,
                                         WordClass::conjunction, WordClass::copula}));
}

// Where "the years 2025 to 2028" begins, of which the first is at token i.
std::size_t before_years(const TimeReader& reader, std::size_t i) {
    const std::size_t first = reader.frame.sentence.begin;
    if (i == first || !reader.is(i - 1, "years")) return i;
    return i >= first + 2 && reader.is(i - 2, "the") ? i - 2 : i - 1;
}

constexpr int years_of_decade = 10;

// "in the 1300s": all of the century. Of "the 1900s" nobody knows whether the first ten are meant.
std::optional<TimeExpression> century(const TimeReader& reader, std::size_t i) {
    constexpr int years_of_century = 100, first_told = 1000, last_told = 1800;
    if (!reader.is(i + 1, "s") || reader.token(i + 1).space_before() || reader.text(i).size() != 4)
        return std::nullopt;
    if (i == reader.frame.sentence.begin || !reader.is(i - 1, "the")) return std::nullopt;
    int year = 0;
    for (const char digit : reader.text(i)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        year = year * 10 + (digit - '0');
    }
    if (year % years_of_century != 0 || year < first_told || year > last_told) return std::nullopt;
    return time_of(i, i + 2, TimeGrain::span,
                   {first_of_month(year, 1), last_of_month(year + years_of_century - 1, months_of_year)});
}

// "the early 1990s", "since the mid-1990s": the first and the last year that are meant, counted from that of the decade.
std::pair<int, int> part_of_decade(const TimeReader& reader, std::size_t i) {
    const std::size_t first = reader.frame.sentence.begin;
    if (i == first) return {0, years_of_decade - 1};
    const std::size_t word = reader.is(i - 1, "-") && i > first + 1 ? i - 2 : i - 1;
    if (reader.is(word, "early")) return {0, 3};
    if (reader.is(word, "mid")) return {4, 6};
    return {reader.is(word, "late") ? 7 : 0, years_of_decade - 1};
}

std::optional<TimeExpression> decades(const TimeReader& reader, std::size_t i) {
    if (auto time = century(reader, i)) return time;
    const auto first = decade_at(reader, i);
    if (!first) return std::nullopt;
    int last = first->year;
    std::size_t end = first->end;
    if (reader.is_any(end, {"and", "to"})) {
        const std::size_t next = reader.is(end + 1, "the") ? end + 2 : end + 1;
        if (const auto second = decade_at(reader, next); second && second->year > last) {
            last = second->year;
            end = second->end;
        }
    }
    const auto [from, until] = part_of_decade(reader, i);
    return time_of(i, end, TimeGrain::span,
                   {first_of_month(first->year + from, 1), last_of_month(last + until, months_of_year)});
}

// "a target of 76% for March"
bool is_aimed_at(const TimeReader& reader, std::size_t i) {
    constexpr std::size_t longest = 7;
    const std::size_t first = reader.frame.sentence.begin;
    if (i < first + 4 || !reader.is(i - 1, "for")) return false;
    bool figure = false;
    for (std::size_t at = i - 1; at-- > first && at + longest > i;) {
        figure = figure || reader.token(at).is_number() || reader.is(at, WordClass::number);
        if (reader.is(at, WordClass::aim_noun)) return figure && reader.is(at + 1, "of");
    }
    return false;
}

// "They expected 750 boats by August", "had planned to open by May": what was to be by then may be near at hand.
bool is_due_by(const TimeReader& reader, std::size_t i) {
    const std::size_t first = reader.frame.sentence.begin;
    if (i == first || !reader.is(i - 1, "by")) return false;
    for (std::size_t at = first; at < i; ++at)
        if (reader.is_any(
                at, {"expected", "planned", "hoped", "aimed", "promised", "pledged", "intended", "vowed"}))
            return true;
    return false;
}

// The year in which the month is nearest to the publication: a target is missed soon after its time, and set not long before.
int nearest_year(Date now, unsigned month) {
    constexpr int half_year = 6;
    const int months = static_cast<int>(month) - static_cast<int>(month_of(now));
    return year_of(now) + (months > half_year ? -1 : months < -half_year ? 1 : 0);
}

// "Economists expect that prices rose in March", in April: the figures of a month that is just over are still to come.
bool is_yet_unknown(const TimeReader& reader, std::size_t i, Date now, unsigned month) {
    if (month % months_of_year + 1 != month_of(now)) return false;
    const std::size_t first = reader.frame.sentence.begin;
    if (i == first || !reader.is_any(i - 1, {"in", "for", "after"})) return false;
    // Those who do so for all to compare, and no others who expect something: "officials expect", "an economist said".
    for (std::size_t at = first; at < reader.frame.sentence.end; ++at)
        if (reader.is_any(at, {"economists", "analysts", "forecast", "forecasts", "poll", "consensus"}))
            return true;
    return false;
}

// The year of months that are told without one: the last such months that are over or nearly so, the next ones where
// the sentence looks ahead.
int year_of_months(const TimeReader& reader, std::size_t i, unsigned month, unsigned last_month) {
    const Date now = *reader.frame.published;
    const int year = year_of(now);
    const bool turns = last_month < month;
    constexpr unsigned longest_ahead =
        8;  // months: "reservations for July and August", in September, are those that were made
    const bool booked = i >= reader.frame.sentence.begin + 2 && reader.is(i - 1, "for") &&
                        reader.is(i - 2, WordClass::booked) &&
                        (last_month + months_of_year - month_of(now)) % months_of_year <= longest_ahead;
    if (is_aimed_at(reader, i)) return nearest_year(now, month);
    if (!booked && month == last_month && is_yet_unknown(reader, i, now, month) && reader.ahead(i))
        return month > month_of(now) ? year - 1 : year;
    if (booked || reader.ahead(i)) return !turns && last_month < month_of(now) ? year + 1 : year;
    if (is_due_by(reader, i)) return nearest_year(now, month);
    if (month > month_of(now)) return year - 1;
    if (last_month == month) return year;
    const Date last = last_of_month(turns ? year + 1 : year, last_month);
    return days_between(now, last) > days_still_meant ? year - 1 : year;
}

}  // namespace

std::optional<TimeExpression> calendar_years(const TimeReader& reader, std::size_t i) {
    if (auto time = decades(reader, i)) return time;
    const auto year = is_old_year(reader, i) ? reader.number_at(i) : reader.year_at(i);
    if (!year) return std::nullopt;
    if (const auto last = last_year(reader, i, *year))
        return time_of(before_years(reader, i), last->end, TimeGrain::span,
                       {first_of_month(*year, 1), last_of_month(last->year, months_of_year)});
    if (!licensed(reader, i) || names_an_organisation(reader, i) || describes_a_name(reader, i))
        return std::nullopt;
    TimeExpression time = time_of(i, i + 1, TimeGrain::year, days_of_year(*year));
    time.names_year = true;
    // "so far in 2024"
    const auto now = reader.frame.published;
    const bool to_date = i >= reader.frame.sentence.begin + 3 && reader.is(i - 1, "in") &&
                         reader.is(i - 2, "far") && reader.is(i - 3, "so");
    if (to_date && now && year_of(*now) == *year) time.last = now;
    return time;
}

std::vector<Date> days_with_years(const SentenceFrame& any) {
    constexpr std::size_t most = 8;
    std::vector<Date> stated;
    for (std::size_t number = 0; number < any.document.sentences.size(); ++number) {
        const Sentence& sentence = any.document.sentences[number];
        if (!sentence.has_digits || !sentence.has(WordClass::month) || !sentence.is_read()) continue;
        const SentenceFrame frame = any.other(number);
        const TimeReader reader(frame);
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            if (!reader.is(i, WordClass::month) && !reader.token(i).is_number()) continue;
            const auto day = written_day(reader, i);
            if (!day) continue;
            i = day->end - 1;
            if (!day->year) continue;
            if (const auto date = make_date(*day->year, day->month, static_cast<unsigned>(day->day)))
                stated.push_back(*date);
            if (stated.size() == most) return stated;
        }
    }
    return stated;
}

namespace {

// "in March and | April last year", "in April, May and | June 2023": where the last of months that follow one another is; 0
// where there is none, or no year that is of all of them.
std::size_t last_of_months(const TimeReader& reader, std::size_t begin, std::size_t end, unsigned month) {
    if (begin == reader.frame.sentence.begin || !reader.is_any(begin - 1, {"in", "during", "for"})) return 0;
    std::size_t at = end;
    const auto follows = [&] {
        const auto next = reader.month_at(at + 1);
        return next && *next == ++month;
    };
    while (reader.is(at, ",") && follows()) at += 1 + reader.month_length(at + 1);
    if (!reader.is(at, "and") || !follows()) return 0;
    std::size_t behind = at + 1 + reader.month_length(at + 1);
    return reader.year_behind(behind) ? at + 1 : 0;
}

}  // namespace

TimeExpression calendar_months(const TimeReader& reader, std::size_t begin, std::size_t end, unsigned month) {
    unsigned final = month;
    std::size_t behind_first = end;
    int first_year = reader.year_behind(behind_first).value_or(0);  // 0: none, as in "January to March 2023"
    std::size_t next = behind_joint(reader, begin, first_year > 0 ? behind_first : end);
    if (next == 0 && first_year == 0) next = last_of_months(reader, begin, end, month);
    if (const auto last = next > 0 ? reader.month_at(next) : std::nullopt) {
        final = *last;
        end = next + reader.month_length(next);
    } else {
        first_year = 0;
    }
    // "the December quarter", "the April-June quarter"
    const bool quarter = reader.is(end, "quarter");
    if (quarter) {
        ++end;
        if (final == month) month = (month + 9) % months_of_year + 1;
    }
    std::optional<int> year = reader.year_behind(end);
    TimeExpression time = time_of(begin, end, final == month ? TimeGrain::month : TimeGrain::span);
    if (quarter) time.grain = TimeGrain::quarter;
    time.open_year = !year && !is_aimed_at(reader, begin);
    time.names_year = year.has_value();
    if (!year && reader.frame.published) year = year_of_months(reader, begin, month, final);
    time.is_relative = !year.has_value();
    const int told = year.value_or(whatever_year);
    const bool turns =
        final < month && first_year == 0;  // "November to January": a year that is named is the last one's
    const int opening = first_year > 0 ? first_year : turns && time.names_year ? told - 1 : told;
    time.start = first_of_month(opening, month);
    time.last = last_of_month(turns ? opening + 1 : told, final);
    if (!year) hide_days(time);
    return time;
}

std::optional<TimeExpression> calendar_date(const TimeReader& reader, std::size_t i) {
    const std::size_t first = reader.is(i, "the") ? i + 1 : i;  // "the 5th of March"
    if (const auto day = written_day(reader, first)) return on_day(reader, i, *day);
    if (const auto day = first_of_two_days(reader, first)) return on_day(reader, i, *day);
    const auto month = reader.month_at(i);
    if (!month) return std::nullopt;
    return calendar_months(reader, i, i + reader.month_length(i), *month);
}

}  // namespace figbook
