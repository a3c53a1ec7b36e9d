#include "claim/relative_times.hpp"

#include <tuple>

#include "claim/calendar_times.hpp"
#include "quantity/number.hpp"

namespace figbook {
namespace {

// How a unit of time is counted: in months or, below, in days.
struct Step {
    TimeGrain grain;
    int months;
    int days;
};
std::optional<Step> step_at(const TimeReader& reader, std::size_t i) {
    if (reader.is_any(i, {"year", "years"})) return Step{TimeGrain::year, months_of_year, 0};
    if (reader.is_any(i, {"month", "months"})) return Step{TimeGrain::month, 1, 0};
    if (reader.is_any(i, {"quarter", "quarters"})) return Step{TimeGrain::quarter, 3, 0};
    if (reader.is_any(i, {"decade", "decades"})) return Step{TimeGrain::year, 10 * months_of_year, 0};
    if (reader.is_any(i, {"week", "weeks"})) return Step{TimeGrain::day, 0, 7};
    if (reader.is_any(i, {"day", "days"})) return Step{TimeGrain::day, 0, 1};
    return std::nullopt;
}

// A whole number of units, up to 200: the "five" of "the past five years".
struct Count {
    int count;
    std::size_t end;
};
std::optional<Count> count_at(const TimeReader& reader, std::size_t i) {
    const auto number = parse_number(reader.frame.document, i, reader.frame.sentence.end, {});
    if (!number || number->value < Decimal(1) || number->value > Decimal(200) || number->value.exponent() < 0)
        return std::nullopt;
    return Count{static_cast<int>(number->value.to_double()), number->end};
}

// The year, quarter, month or week that is `step` of its kind away from the one of the publication.
Days neighbour(TimeGrain grain, Date now, int step) {
    if (grain == TimeGrain::year) return days_of_year(year_of(now) + step);
    if (grain == TimeGrain::week) {
        const int since_monday = (static_cast<int>(weekday_of(now)) + 6) % 7;
        const Date first = add_days(now, 7 * step - since_monday);
        return {first, add_days(first, 6)};
    }
    const int months = months_of(grain);
    const int index = (static_cast<int>(month_of(now)) - 1) / months;
    const Date first = add_months(part_of_year(year_of(now), index, months).first, step * months);
    return {first, add_days(add_months(first, months), -1)};
}

// "over the past year", "in the coming year": twelve months up to the publication, or from it on.
TimeExpression rolling_year(const TimeReader& reader, std::size_t begin, std::size_t end, bool coming) {
    TimeExpression time = time_of(begin, end, TimeGrain::span);
    time.is_relative = true;
    if (reader.frame.published) {
        const Date now = *reader.frame.published;
        time.start = coming ? now : add_days(add_months(now, -months_of_year), 1);
        time.last = coming ? add_days(add_months(now, months_of_year), -1) : now;
    }
    return time;
}

// "the first nine months of 2023": tokens [begin, end) hold it without its year.
std::optional<TimeExpression> first_months(const TimeReader& reader, std::size_t begin, std::size_t end,
                                           int months) {
    if (months < 1 || months > 11) return std::nullopt;
    std::optional<int> year;
    if (reader.is(end, "of") && reader.year_at(end + 1)) {
        year = reader.year_at(end + 1);
        end += 2;
    } else {
        if (reader.frame.published) year = year_of(*reader.frame.published);
        const bool named = reader.is(end, "of") && reader.is_any(end + 1, {"this", "the", "last"}) &&
                           reader.is(end + 2, "year");
        if (named && year && reader.is(end + 1, "last")) --*year;
        if (named) end += 3;
    }
    TimeExpression time = time_of(begin, end, TimeGrain::span);
    if (year) {
        time.start = first_of_month(*year, 1);
        time.last = last_of_month(*year, static_cast<unsigned>(months));
    }
    return time;
}

// "last March", "this June".
TimeExpression told_month(const TimeReader& reader, std::size_t begin, std::size_t at, bool past) {
    const unsigned month = *reader.month_at(at);
    TimeExpression time = calendar_months(reader, begin, at + reader.month_length(at), month);
    if (past && reader.frame.published && time.start && month == month_of(*reader.frame.published)) {
        time.start = add_months(*time.start, -months_of_year);
        time.last = last_of_month(year_of(*time.start), month);
    }
    return time;
}

// -1 for "last", 1 for "next", 0 for "this"; none for another word.
std::optional<int> direction_at(const TimeReader& reader, std::size_t i) {
    if (reader.is_any(i, {"last", "past", "previous", "prior"})) return -1;
    if (reader.is_any(i, {"next", "coming", "following"})) return 1;
    if (reader.is_any(i, {"this", "current"})) return 0;
    return std::nullopt;
}

std::optional<TimeGrain> grain_at(const TimeReader& reader, std::size_t i) {
    if (reader.is(i, "year")) return TimeGrain::year;
    if (reader.is(i, "month")) return TimeGrain::month;
    if (reader.is(i, "quarter")) return TimeGrain::quarter;
    if (reader.is(i, "week")) return TimeGrain::week;
    return std::nullopt;
}

TimeExpression day_from_publication(const TimeReader& reader, std::size_t begin, std::size_t end, int days) {
    TimeExpression time = time_of(begin, end, TimeGrain::day);
    time.is_weekday = time.is_relative = true;
    if (reader.frame.published) time.start = time.last = add_days(*reader.frame.published, days);
    return time;
}

// "before" with a clause behind it is no "a year before": "two days before the vote".
bool names_a_clause(const TimeReader& reader, std::size_t first, std::size_t before) {
    const std::size_t next = before + 1;
    return reader.is(before, "before") && reader.has(next) && reader.token(next).is_word() &&
           !reader.is(first, "the") && !reader.is(next, WordClass::preposition) &&
           !reader.is(next, WordClass::conjunction);
}

// The end of what follows "the same month": "last year", "a year earlier", "the previous year"; none for others.
std::optional<std::size_t> end_of_year_before(const TimeReader& reader, std::size_t at) {
    if (reader.is(at, "last") && reader.is(at + 1, "year")) return at + 2;
    if (reader.is_any(at, {"a", "the"}) && reader.is(at + 1, "year") &&
        reader.is_any(at + 2, {"earlier", "ago", "before"}))
        return at + 3;
    if (!reader.is_any(at, {"the", "previous"})) return std::nullopt;
    if (reader.is(at + 1, "year")) return at + 2;
    return reader.is(at + 2, "year") ? std::optional(at + 3) : std::nullopt;
}

}  // namespace

std::optional<TimeExpression> last_or_next(const TimeReader& reader, std::size_t i) {
    const bool article = reader.is(i, "the");
    const std::size_t at = article ? i + 1 : i;
    const auto direction = direction_at(reader, at);
    if (!direction) return std::nullopt;
    const bool fiscal = reader.is_any(at + 1, {"fiscal", "financial"});
    const std::size_t noun = fiscal || reader.is_any(at + 1, {"calendar", "full"}) ? at + 2 : at + 1;
    // A fiscal year is the firm's own: nothing says when it begins.
    if (fiscal) return time_of(i, noun + 1, TimeGrain::year);
    if (article && reader.is_any(at, {"last", "past", "coming"}) && reader.is(noun, "year"))
        return rolling_year(reader, i, noun + 1, reader.is(at, "coming"));
    if (reader.month_at(noun)) return told_month(reader, i, noun, *direction < 0);
    const auto grain = grain_at(reader, noun);
    if (!grain) return std::nullopt;
    TimeExpression time = time_of(i, noun + 1, *grain);
    time.is_relative = true;
    // "the previous month" is told from the period just named, if there is one.
    if (reader.is_any(at, {"previous", "prior"}))
        time.shift = *grain == TimeGrain::week ? 0 : *direction * months_of(*grain);
    if (reader.frame.published)
        std::tie(time.start, time.last) = neighbour(*grain, *reader.frame.published, *direction);
    return time;
}

std::optional<TimeExpression> past_or_coming(const TimeReader& reader, std::size_t i) {
    const std::size_t at = reader.is(i, "the") ? i + 1 : i;
    const bool past = reader.is_any(at, {"past", "last", "previous"});
    const bool coming = reader.is_any(at, {"next", "coming", "following"});
    const bool first = reader.is(at, "first");
    if (!past && !coming && !first) return std::nullopt;
    const auto count = reader.is(at + 1, "decade") ? Count{1, at + 1} : count_at(reader, at + 1);
    if (!count) return std::nullopt;
    const auto step = step_at(reader, count->end);
    if (!step) return std::nullopt;
    const int months = step->months * count->count;
    if (first) return first_months(reader, i, count->end + 1, months);
    TimeExpression time = time_of(i, count->end + 1, TimeGrain::span);
    time.is_relative = true;
    if (!reader.frame.published) return time;
    const Date now = *reader.frame.published;
    const int sign = past ? -1 : 1;
    const Date other = months > 0 ? add_days(add_months(now, sign * months), -sign)
                                  : add_days(now, sign * (step->days * count->count - 1));
    time.start = past ? other : now;
    time.last = past ? now : other;
    return time;
}

std::optional<TimeExpression> some_time_before(const TimeReader& reader, std::size_t i) {
    if (!reader.frame.sentence.has(WordClass::time_before)) return std::nullopt;
    const bool one = reader.is_any(i, {"a", "an", "the", "one"});
    const auto count = one ? Count{1, i + 1} : count_at(reader, i);
    if (!count) return std::nullopt;
    const std::size_t before = count->end + 1;
    if (!reader.is_any(before, {"earlier", "ago", "before", "previously", "prior"})) return std::nullopt;
    if (names_a_clause(reader, i, before)) return std::nullopt;
    const auto step = step_at(reader, count->end);
    if (!step) return std::nullopt;
    TimeExpression time = time_of(i, before + 1, step->grain);
    time.is_relative = true;
    const bool ago = reader.is(before, "ago") && reader.frame.published;
    if (step->grain == TimeGrain::day) {
        if (ago) time.start = time.last = add_days(*reader.frame.published, -step->days * count->count);
        return time;
    }
    time.shift = -step->months * count->count;
    if (!ago) return time;
    const Date then = add_months(*reader.frame.published, *time.shift);
    std::tie(time.start, time.last) = step->grain == TimeGrain::year
                                          ? days_of_year(year_of(then))
                                          : days_of_month(year_of(then), month_of(then));
    return time;
}

std::optional<TimeExpression> year_to_month(const TimeReader& reader, std::size_t i) {
    constexpr int longest = 60;  // months
    if (!reader.is(i, "the")) return std::nullopt;
    std::size_t at = i + 1;
    if (reader.is_any(at, {"financial", "fiscal"})) ++at;
    int months = months_of_year;
    if (!reader.is(at, "year")) {
        const auto count = count_at(reader, at);
        if (!count || count->count > longest || !reader.is(count->end, "months")) return std::nullopt;
        months = count->count;
        at = count->end;
    }
    ++at;
    if (!reader.is_any(at, {"to", "ended", "ending", "through", "until"})) return std::nullopt;
    ++at;
    if (reader.is_any(at, {"end", "late", "the"})) ++at;
    if (reader.day_at(at) && reader.month_at(at + 1)) ++at;
    if (!reader.month_at(at)) return std::nullopt;
    TimeExpression time = *calendar_date(reader, at);
    time.begin = i;
    time.grain = TimeGrain::span;
    if (time.start && time.last)
        time.start = add_months(first_of_month(year_of(*time.last), month_of(*time.last)), 1 - months);
    return time;
}

std::optional<TimeExpression> same_time_before(const TimeReader& reader, std::size_t i) {
    std::size_t at = reader.is(i, "the") ? i + 1 : i;
    if (!reader.is_any(at, {"same", "corresponding", "comparable", "equivalent"})) return std::nullopt;
    if (!reader.is(at + 1, WordClass::compared_time)) return std::nullopt;
    at += 2;
    if (reader.is_any(at, {"months", "period"})) ++at;
    if (reader.is(at, "of") || reader.is(at, "in")) ++at;
    TimeExpression time = time_of(i, at, TimeGrain::month);
    time.is_relative = true;
    if (const auto year = reader.year_at(at)) {
        time.end = at + 1;
        if (reader.frame.published) time.shift = months_of_year * (*year - year_of(*reader.frame.published));
        return time;
    }
    const auto end = end_of_year_before(reader, at);
    if (!end) return std::nullopt;
    time.end = *end;
    time.shift = -months_of_year;
    return time;
}

std::optional<TimeExpression> year_on_year(const TimeReader& reader, std::size_t i) {
    if (!reader.is_any(i, {"year", "month", "quarter"})) return std::nullopt;
    std::size_t at = i + 1;
    if (reader.text(at) == "-") ++at;
    if (!reader.is_any(at, {"on", "over", "to"})) return std::nullopt;
    ++at;
    if (reader.text(at) == "-") ++at;
    if (!reader.has(at) || reader.token(at).word != reader.token(i).word) return std::nullopt;
    TimeExpression time = time_of(i, at + 1, TimeGrain::year);
    time.shift = -step_at(reader, i)->months;
    time.is_baseline = true;
    return time;
}

std::optional<TimeExpression> weekday(const TimeReader& reader, std::size_t i) {
    if (reader.is(i, "yesterday")) return day_from_publication(reader, i, i + 1, -1);
    if (reader.is(i, "today")) return day_from_publication(reader, i, i + 1, 0);
    if (reader.is(i, "tomorrow")) return day_from_publication(reader, i, i + 1, 1);
    const bool last = reader.is(i, "last");
    const bool next = reader.is(i, "next");
    const std::size_t at = last || next ? i + 1 : i;
    if (!reader.is(at, WordClass::weekday) || !reader.token(at).is_capitalised()) return std::nullopt;
    const auto match = reader.words.times.match(reader.frame.document.tokens, at, reader.frame.sentence.end);
    if (!match || match.meaning->kind != TimeWordKind::weekday) return std::nullopt;
    int days = 0;
    if (reader.frame.published) {
        const int today = static_cast<int>(weekday_of(*reader.frame.published));
        const int since = (today - match.meaning->number + 7) % 7;
        if (next || (reader.ahead && since > 0))
            days = 7 - since;
        else
            days = last && since == 0 ? -7 : -since;
    }
    return day_from_publication(reader, i, at + match.length, days);
}

}  // namespace figbook
