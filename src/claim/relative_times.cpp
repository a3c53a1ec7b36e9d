#include "claim/relative_times.hpp"

#include <tuple>

#include "claim/calendar_times.hpp"
#include "claim/decades.hpp"
#include "claim/phrases.hpp"
#include "claim/seasons.hpp"
#include "claim/time_units.hpp"
#include "claim/units_left_out.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

// "last March", "this June", "next April".
TimeExpression told_month(const TimeReader& reader, std::size_t begin, std::size_t at, int direction) {
    const unsigned month = *reader.month_at(at);
    TimeExpression time = calendar_months(reader, begin, at + reader.month_length(at), month);
    const auto now = reader.frame.published;
    if (!now || !time.start || time.names_year) return time;
    const bool same = month == month_of(*now);
    const int years = direction < 0 && (same || *time.start > *now)    ? -1
                      : direction > 0 && (same || *time.start <= *now) ? 1
                                                                       : 0;
    time.open_year = false;
    move_years(time, years);
    return time;
}

// "so far this year", "this year so far", "this month to date": from its first day to the publication.
bool is_to_date(const TimeReader& reader, const TimeExpression& time) {
    const bool before = time.begin >= reader.frame.sentence.begin + 2 && reader.is(time.begin - 1, "far") &&
                        reader.is(time.begin - 2, "so");
    return before || (reader.is(time.end, "so") && reader.is(time.end + 1, "far")) ||
           (reader.is(time.end, "to") && reader.is(time.end + 1, "date"));
}

bool is_rest_before(const TimeReader& reader, std::size_t i) {
    return i >= reader.frame.sentence.begin + 2 && reader.is(i - 1, "of") &&
           reader.is_any(i - 2, {"rest", "remainder", "balance"});
}

// "for the rest of this year", "over the remainder of the month": from the publication on.
void begin_at_publication(const TimeReader& reader, TimeExpression& time) {
    const auto now = reader.frame.published;
    if (!now || !time.start || *time.start > *now || *time.last < *now) return;
    if (is_rest_before(reader, time.begin)) time.start = now;
}

constexpr int saturday_of_week = 5;  // from Monday

// "the weekend", "this weekend", "last weekend": the last one that has begun, the next where the sentence looks ahead.
std::optional<TimeExpression> weekend(const TimeReader& reader, std::size_t i) {
    const std::size_t at = reader.is_any(i, {"the", "this", "last", "next"}) ? i + 1 : i;
    if (at == i || !reader.is(at, "weekend")) return std::nullopt;
    TimeExpression time = time_of(i, at + 1, TimeGrain::span);
    time.is_relative = true;
    if (!reader.frame.published) return time;
    const Date now = *reader.frame.published;
    int week = reader.is(i, "next") ? 1 : 0;
    const Date saturday = add_days(neighbour(TimeGrain::week, now, 0).first, saturday_of_week);
    // "Some 30 people died this weekend", on a Monday
    const bool coming = reader.is(i, "this") && !reader.was_done_before(i);
    const bool ahead = week > 0 || coming || reader.ahead(i);
    if (!ahead && (saturday > now || reader.is(i, "last"))) week = -1;
    time.start = add_days(saturday, days_of_week * week);
    time.last = add_days(*time.start, 1);
    return time;
}

// The year that is told by its end: the last one, where the sentence speaks of what was and the year has just begun.
Days year_of_its_end(const TimeReader& reader, std::size_t i, Date now) {
    constexpr unsigned months_looked_back = 3;
    const bool over = month_of(now) <= months_looked_back && !reader.ahead(i) &&
                      !(i > reader.frame.sentence.begin && reader.is_any(i - 1, {"by", "until", "before"}));
    return days_of_year(over ? year_of(now) - 1 : year_of(now));
}

// "at the year-end", "by year end", "by year's end"
std::optional<TimeExpression> year_end(const TimeReader& reader, std::size_t i) {
    const std::size_t at = reader.is(i, "the") ? i + 1 : i;
    if (!reader.is(at, "year")) return std::nullopt;
    const bool joined =
        reader.has(at + 1) && (reader.is(at + 1, "-") || reader.token(at + 1).kind == TokenKind::possessive);
    const std::size_t end = joined ? at + 2 : at + 1;
    if (!reader.is(end, "end")) return std::nullopt;
    TimeExpression time = time_of(i, end + 1, TimeGrain::year);
    time.is_relative = true;
    if (const auto now = reader.frame.published)
        std::tie(time.start, time.last) = year_of_its_end(reader, i, *now);
    return time;
}

// "the year following the merger", "in the month since the vote": told from what happened, and no unit of the calendar.
bool told_by_event(const TimeReader& reader, std::size_t end) {
    const bool figure =
        reader.has(end + 1) && (reader.token(end + 1).is_number() || reader.is(end + 1, WordClass::number));
    return !figure && reader.is_any(end, {"following", "after", "since", "before", "preceding", "leading"});
}

// "the start of the year", "the end of the month": the one of the publication.
std::optional<TimeExpression> edge_of_unit(const TimeReader& reader, std::size_t i) {
    const std::size_t first = reader.frame.sentence.begin;
    if (i < first + 2 || !reader.is(i - 1, "of")) return std::nullopt;
    const std::size_t behind_article = reader.is(i, "the") ? i + 1 : i;
    if (auto decade = edge_of_decade(reader, i, reader.direction_at(behind_article))) return decade;
    const bool edge =
        reader.is(i, "the") && (reader.is(i - 2, WordClass::time_edge) || is_rest_before(reader, i));
    const auto grain = edge ? grain_at(reader, i + 1) : std::nullopt;
    if (!grain || told_by_event(reader, i + 2)) return std::nullopt;
    TimeExpression time = time_of(i, i + 2, *grain);
    time.is_relative = true;
    if (reader.frame.published)
        std::tie(time.start, time.last) = neighbour(*grain, *reader.frame.published, 0);
    begin_at_publication(reader, time);
    return time;
}

// "rose 6% in the quarter to | $12bn": where it rose to, and not until when.
bool starts_figure_of(const SentenceFrame& frame, std::size_t at) {
    for (std::size_t k = 0; k < frame.count(); ++k)
        if (frame.draft(k).quantity.begin == at) return true;
    return false;
}

// "ended | the year with 300 staff", "finished the month 4% lower"
bool has_ended(const TimeReader& reader, std::size_t i) {
    return reader.is_any(i - 1, {"ended", "finished", "began", "started", "closed"}) &&
           (reader.is_any(i + 2, {"with", "at", "up", "down", "on"}) ||
            (reader.has(i + 2) && reader.token(i + 2).is_number()));
}

// "finished | the week 4% lower": the one of the publication, or before the weekend the last.
TimeExpression week_that_ended(const TimeReader& reader, std::size_t begin, std::size_t end) {
    constexpr int friday = 4;  // from Monday
    TimeExpression time = time_of(begin, end, TimeGrain::week);
    time.is_relative = true;
    const auto now = reader.frame.published;
    if (!now) return time;
    const Days current = neighbour(TimeGrain::week, *now, 0);
    const bool over = days_between(current.first, *now) >= friday;
    std::tie(time.start, time.last) = over ? current : neighbour(TimeGrain::week, *now, -1);
    return time;
}

// "for the quarter", "in the month": the one that the article speaks of.
std::optional<TimeExpression> unit_of_context(const TimeReader& reader, std::size_t i) {
    const bool told = reader.is(i, "the") && i > reader.frame.sentence.begin &&
                      (reader.is_any(i - 1, {"for", "in", "during", "over"}) || has_ended(reader, i));
    // "for the full year", "in the half year"
    const std::size_t noun = reader.is_any(i + 1, {"full", "whole"}) ? i + 2 : i + 1;
    const bool half = reader.is(noun, "half");
    const std::size_t end = half && reader.is(noun + 1, "year") ? noun + 2 : noun + 1;
    if (!told || reader.is_any(end, {"of", "ending", "ended"}) ||
        (reader.is(end, "to") && !starts_figure_of(reader.frame, end + 1)) || reader.is(end, "-") ||
        told_by_event(reader, end))
        return std::nullopt;
    const bool period = reader.is(noun, "period");
    auto grain = grain_at(reader, noun);
    if (half) grain = TimeGrain::half;
    if (period) grain = TimeGrain::span;
    if (grain == TimeGrain::week && has_ended(reader, i)) return week_that_ended(reader, i, end);
    if (!grain || *grain == TimeGrain::week) return std::nullopt;
    TimeExpression time = time_of(i, end, *grain);
    time.is_of_context = true;
    return time;
}

// "that year", "in the same month": the one that was named last.
std::optional<TimeExpression> unit_named_before(const TimeReader& reader, std::size_t i) {
    const std::size_t same = reader.is(i, "the") ? i + 1 : i;
    const bool that = reader.is(i, "that");
    if (!that && !reader.is(same, "same")) return std::nullopt;
    const std::size_t unit = that ? i + 1 : same + 1;
    auto grain = grain_at(reader, unit);
    if (reader.is(unit, "day")) grain = TimeGrain::day;
    // "Over the same time frame", "In the same period"
    const bool frame = reader.is(unit, "time") && reader.is_any(unit + 1, {"frame", "period", "span"});
    const bool at_all = i > reader.frame.sentence.begin && reader.is_any(i - 1, {"over", "in", "during"});
    if (at_all && (frame || reader.is_any(unit, {"period", "timeframe"}))) grain = TimeGrain::span;
    const std::size_t end = frame ? unit + 2 : unit + 1;
    const bool goes_on = reader.is_any(end, {"of", "in", "last", "as", "that", "when", "a", "the", "after",
                                             "by", "beforehand", "before", "earlier"}) ||
                         reader.is(end, "-") || reader.year_at(end);
    if (!grain || goes_on) return std::nullopt;
    TimeExpression time = time_of(i, end, *grain);
    time.is_of_context = time.is_named_before = true;
    return time;
}

// "the year-earlier period", "the year-ago quarter", "the prior-year period".
std::optional<TimeExpression> year_before_as_adjective(const TimeReader& reader, std::size_t i) {
    const std::size_t at = reader.is_any(i, {"the", "a", "its"}) ? i + 1 : i;
    if (reader.text(at + 1) != "-") return std::nullopt;
    const bool year_first = reader.is(at, "year") && reader.is_any(at + 2, {"earlier", "ago"});
    const bool year_last = reader.is_any(at, {"prior", "previous"}) && reader.is(at + 2, "year");
    if (!year_first && !year_last) return std::nullopt;
    const bool noun = reader.is_any(at + 3, {"period", "quarter", "month", "half", "level", "figure"});
    TimeExpression time = time_of(i, noun ? at + 4 : at + 3, TimeGrain::year);
    time.is_relative = true;
    time.shift = -months_of_year;
    return time;
}

// "before" with a clause behind it is no "a year before": "two days before the vote".
bool names_a_clause(const TimeReader& reader, std::size_t first, std::size_t before) {
    const std::size_t next = before + 1;
    if (!reader.is(before, "before") || !reader.has(next) || !reader.token(next).is_word()) return false;
    // "the week before Christmas", "the day before the vote"
    if (reader.is(first, "the"))
        return reader.token(next).is_capitalised() || reader.is(next, WordClass::determiner);
    return !reader.is(next, WordClass::preposition) && !reader.is(next, WordClass::conjunction);
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

// "last year in November": the month of that year, and not the last one.
std::optional<TimeExpression> month_of_year_told(const TimeReader& reader, std::size_t begin,
                                                 std::size_t year, int direction) {
    if (!reader.is(year + 1, "in")) return std::nullopt;
    const auto month = reader.month_at(year + 2);
    if (!month) return std::nullopt;
    TimeExpression time = time_of(begin, year + 2 + reader.month_length(year + 2), TimeGrain::month);
    time.is_relative = true;
    if (reader.frame.published)
        std::tie(time.start, time.last) = days_of_month(year_of(*reader.frame.published) + direction, *month);
    return time;
}

// "Five years later", "a month later": so long behind the time that was named last. "later than planned" is none.
std::optional<TimeExpression> some_time_later(const TimeReader& reader, std::size_t begin,
                                              const Count& count) {
    const auto step = step_at(reader, count.end);
    const std::size_t end = count.end + 2;
    if (!step || reader.is(end, "than") || reader.is(begin, "the")) return std::nullopt;
    TimeExpression time = time_of(begin, end, step->grain);
    time.is_relative = true;
    if (step->grain == TimeGrain::day)
        time.shift_days = step->days * count.count;
    else
        time.shift = step->months * count.count;
    time.takes_whole = step->grain == TimeGrain::year;
    return time;
}

}  // namespace

std::optional<TimeExpression> last_or_next(const TimeReader& reader, std::size_t i) {
    if (auto time = weekend(reader, i)) return time;
    if (auto time = year_end(reader, i)) return time;
    if (auto time = unit_named_before(reader, i)) return time;
    if (auto time = edge_of_unit(reader, i)) return time;
    if (auto time = unit_of_context(reader, i)) return time;
    const std::size_t at = reader.is(i, "the") ? i + 1 : i;
    const auto direction = reader.direction_at(at);
    if (!direction) return std::nullopt;
    const std::size_t noun = reader.is_any(at + 1, {"calendar", "full"}) ? at + 2 : at + 1;
    // "the latest year-on-year rise"
    if (reader.is(at, "latest") && (!grain_at(reader, noun) || reader.is(noun + 1, "-"))) return std::nullopt;
    if (reader.month_at(noun)) return told_month(reader, i, noun, *direction);
    if (reader.is(noun, "season")) return time_of(i, noun + 1, TimeGrain::span);  // nobody knows its days
    if (season_at(reader, noun)) return told_season(reader, i, noun, *direction);
    const auto grain = grain_at(reader, noun);
    if (!grain && at == i)
        if (const auto unit = unit_left_out(reader, i))
            return neighbour_of_unit(reader, i, *unit, *direction);
    const bool previous = reader.is_previous(at);
    if (previous && reader.is(noun, "one")) return previous_one(reader, i, noun + 1);
    if (previous && reader.is(noun, "day")) {
        TimeExpression time = time_of(i, noun + 1, TimeGrain::day);
        time.shift_days = -1;
        return time;
    }
    // "The next day 300 were arrested"
    if (reader.is(i, "the") && at > i && reader.is_any(at, {"next", "following"}) && reader.is(noun, "day") &&
        !reader.is(noun + 1, "or")) {
        TimeExpression time = time_of(i, noun + 1, TimeGrain::day);
        time.is_relative = true;
        time.shift_days = 1;
        return time;
    }
    if (!grain) return this_decade(reader, i, noun, *direction);
    if (*grain == TimeGrain::year && !reader.is(at, "following"))
        if (auto time = month_of_year_told(reader, i, noun, *direction)) return time;
    TimeExpression time = time_of(i, noun + 1, *grain);
    time.is_relative = true;
    // "the previous month" is told from the period just named, if there is one.
    if (reader.is(at, "following")) {
        // "5% in 2021 and 3% the following year"
        if (*grain == TimeGrain::week)
            time.shift_days = days_of_week;
        else
            time.shift = months_of(*grain);
        time.takes_whole = *grain == TimeGrain::year;
        return time;
    }
    if (previous && *grain == TimeGrain::week) time.shift_days = -days_of_week;
    if (previous && *grain != TimeGrain::week) time.shift = *direction * months_of(*grain);
    if (!reader.frame.published) return time;
    std::tie(time.start, time.last) = neighbour(*grain, *reader.frame.published, *direction);
    if (*direction == 0 && is_to_date(reader, time)) {
        time.last = reader.frame.published;
        time.grain = TimeGrain::span;
    }
    begin_at_publication(reader, time);
    return time;
}

namespace {

// "the year before last", "the week before last"
std::optional<TimeExpression> the_one_before_last(const TimeReader& reader, std::size_t begin,
                                                  std::size_t end, TimeGrain grain) {
    const bool week = grain == TimeGrain::day && reader.is(end - 3, "week");
    if (grain == TimeGrain::day && !week) return std::nullopt;
    TimeExpression time = time_of(begin, end, week ? TimeGrain::week : grain);
    time.is_relative = true;
    if (const auto now = reader.frame.published)
        std::tie(time.start, time.last) = neighbour(time.grain, *now, -2);
    return time;
}

}  // namespace

std::optional<TimeExpression> some_time_before(const TimeReader& reader, std::size_t i) {
    if (auto time = year_before_as_adjective(reader, i)) return time;
    if (!reader.frame.sentence.has(WordClass::time_before)) return std::nullopt;
    const bool one = reader.is_any(i, {"a", "an", "the", "one"});
    const auto count = one ? Count{1, i + 1} : count_at(reader, i);
    if (!count) return std::nullopt;
    const std::size_t before = count->end + 1;
    if (reader.is(before, "later")) return some_time_later(reader, i, *count);
    if (!reader.is_any(before, {"earlier", "ago", "before", "previously", "prior"})) return std::nullopt;
    const auto step = step_at(reader, count->end);
    if (!step) return std::nullopt;
    if (reader.is(i, "the") && reader.is(before, "before") && reader.is(before + 1, "last"))
        return the_one_before_last(reader, i, before + 2, step->grain);
    if (names_a_clause(reader, i, before)) return std::nullopt;
    TimeExpression time = time_of(i, before + 1, step->grain);
    time.is_relative = true;
    const bool ago = reader.is(before, "ago") && reader.frame.published;
    if (step->grain == TimeGrain::day) {
        if (ago) time.start = time.last = add_days(*reader.frame.published, -step->days * count->count);
        if (!ago) time.shift_days = -step->days * count->count;
        return time;
    }
    time.shift = -step->months * count->count;
    if (!ago) return time;
    // "a month ago" is told from the publication, whatever the sentence speaks of; "a year ago" from its month.
    const bool years = *time.shift % months_of_year == 0;
    const Date then = add_months(*reader.frame.published, *time.shift);
    std::tie(time.start, time.last) = step->grain == TimeGrain::year
                                          ? days_of_year(year_of(then))
                                          : days_of_month(year_of(then), month_of(then));
    if (!years) time.shift.reset();
    return time;
}

std::optional<TimeExpression> same_time_before(const TimeReader& reader, std::size_t i) {
    std::size_t at = reader.is(i, "the") ? i + 1 : i;
    const bool same = reader.is_any(at, {"same", "corresponding", "comparable", "equivalent"}) ||
                      (reader.is(at, "this") && reader.is_any(at + 1, {"time", "point", "stage"}));
    if (!same) return std::nullopt;
    // "the same eight months of 2023"
    const bool counted =
        reader.is(at + 1, WordClass::number) || (reader.has(at + 1) && reader.token(at + 1).is_number());
    if (counted && reader.is_any(at + 2, {"months", "weeks", "quarters"})) ++at;
    if (!counted && !reader.is(at + 1, WordClass::compared_time)) return std::nullopt;
    if (counted && !reader.is_any(at + 1, {"months", "weeks", "quarters"})) return std::nullopt;
    const bool is_day = reader.is_any(at + 1, {"day", "date"});
    at += 2;
    if (reader.is(at, "-")) ++at;  // "the same three-month period"
    if (reader.is_any(at, {"months", "month", "period", "quarter"})) ++at;
    if (reader.is(at, "period")) ++at;
    if (reader.is(at, "of") || reader.is(at, "in")) ++at;
    TimeExpression time = time_of(i, at, is_day ? TimeGrain::day : TimeGrain::month);
    time.is_relative = true;
    if (const auto year = reader.year_at(at)) {
        time.end = at + 1;
        time.of_year = *year;
        return time;
    }
    const auto end = end_of_year_before(reader, at);
    // "from £198m in the corresponding period": of the year before, where nothing else is said
    const bool alone = !end && reader.is(at - 1, WordClass::compared_time) && !reader.is(i, "this") &&
                       reader.is_any(reader.is(i, "the") ? i + 1 : i, {"corresponding", "comparable"}) &&
                       !(reader.has(at) && reader.token(at).is_number());
    if (!end && !alone) return std::nullopt;
    time.end = end ? *end : at;
    time.shift = -months_of_year;
    // "this time last year": from the publication, where the sentence names no other time.
    const std::size_t first = reader.is(i, "the") ? i + 1 : i;
    if (reader.is(first, "this") && reader.frame.published) {
        const Date then = add_months(*reader.frame.published, -months_of_year);
        std::tie(time.start, time.last) = days_of_month(year_of(then), month_of(then));
    }
    return time;
}

std::optional<TimeExpression> year_on_year(const TimeReader& reader, std::size_t i) {
    const bool behind_on = i > reader.frame.sentence.begin && reader.is(i - 1, "on");
    const std::size_t unit = behind_on && reader.is(i, "the") ? i + 1 : i;
    if (!reader.is_any(unit, {"year", "month", "quarter"})) return std::nullopt;
    const std::size_t at = unit + 1;
    // "up 5% on the year", "5% on year"
    if (behind_on && !reader.is(at, "of") && reader.text(at) != "-") {
        TimeExpression time = time_of(i, at, TimeGrain::year);
        time.shift = -step_at(reader, unit)->months;
        time.is_baseline = true;
        return time;
    }
    const std::size_t end = behind_year_on_year(reader.frame, i);
    if (end == i) return std::nullopt;
    TimeExpression time = time_of(i, end, TimeGrain::year);
    time.shift = -step_at(reader, i)->months;
    time.is_baseline = true;
    return time;
}

}  // namespace figbook
