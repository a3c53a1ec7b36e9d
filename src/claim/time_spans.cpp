#include "claim/time_spans.hpp"

#include <tuple>

#include "claim/calendar_times.hpp"
#include "claim/fiscal_years.hpp"
#include "claim/relative_times.hpp"
#include "claim/time_units.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

bool article_at(const TimeReader& reader, std::size_t i) {
    return reader.is_any(i, {"the", "its", "their"});
}

// "the past few years": nobody knows how many.
bool is_vague(const TimeReader& reader, std::size_t i) {
    return reader.is_any(i, {"few", "several", "couple"});
}

// Whole quarters that are over, or that are to come: "the past two quarters".
Days whole_quarters(Date now, int count, bool coming) {
    const Days first = neighbour(TimeGrain::quarter, now, coming ? 1 : -count);
    const Days last = neighbour(TimeGrain::quarter, now, coming ? count : -1);
    return {first.first, last.second};
}

// "the first nine months of fiscal 2008"
std::optional<TimeExpression> months_of_fiscal_year(const TimeReader& reader, std::size_t begin,
                                                    std::size_t end, int months, bool first) {
    if (!reader.frame.sentence.has(WordClass::fiscal_word) || !reader.is_any(end, {"of", "in"}))
        return std::nullopt;
    auto time = fiscal_time(reader, end + 1);
    if (!time || time->grain != TimeGrain::year) return std::nullopt;
    time->begin = begin;
    time->grain = TimeGrain::span;
    if (!time->start || !time->last) return time;
    if (first)
        time->last = add_days(add_months(*time->start, months), -1);
    else
        time->start = add_months(add_days(*time->last, 1), -months);
    return time;
}

// The months from or up to an edge of the year, and where the words end: "first nine months" ends before "of 2023".
std::optional<TimeExpression> months_of_some_year(const TimeReader& reader, std::size_t begin,
                                                  std::size_t end, int months, bool first) {
    if (months < 1 || months >= months_of_year) return std::nullopt;
    const std::size_t before_year = end;
    if (auto time = months_of_fiscal_year(reader, begin, end, months, first)) return time;
    std::optional<int> year = reader.year_behind(end);
    // "the last three months" alone are those up to the publication.
    if (!first && end == before_year) return std::nullopt;
    TimeExpression time = time_of(begin, end, TimeGrain::span);
    time.names_year = year.has_value();
    time.open_year = !year;
    time.is_relative = !year;
    const auto opening = static_cast<unsigned>(first ? 1 : months_of_year - months + 1);
    const auto closing = static_cast<unsigned>(first ? months : months_of_year);
    if (!year && reader.frame.published) {
        const Date now = *reader.frame.published;
        year = year_of(now);
        const bool runs = days_between(now, last_of_month(*year, closing)) > days_still_meant;
        if (runs && end == before_year && !reader.ahead(begin)) --*year;
    }
    time.start = first_of_month(year.value_or(whatever_year), opening);
    time.last = last_of_month(year.value_or(whatever_year), closing);
    if (!year) hide_days(time);
    return time;
}

// "the first two weeks of May": so many days from or up to an edge of the month or year.
std::optional<TimeExpression> days_at_edge(const TimeReader& reader, std::size_t begin, std::size_t end,
                                           int days, bool first) {
    if (!reader.is_any(end, {"of", "in"})) return std::nullopt;
    auto time = reader.year_at(end + 1) ? calendar_years(reader, end + 1) : calendar_date(reader, end + 1);
    if (!time || (time->grain != TimeGrain::month && time->grain != TimeGrain::year)) return std::nullopt;
    time->begin = begin;
    time->grain = TimeGrain::span;
    if (time->start && first) time->last = add_days(*time->start, days - 1);
    if (time->start && !first) time->start = add_days(*time->last, 1 - days);
    return time;
}

// How long the span before "to June" is, and where its words end.
struct Length {
    int months;
    int days;
    std::size_t end;
};
std::optional<Length> length_at(const TimeReader& reader, std::size_t i) {
    constexpr int longest = 60;  // units
    static constexpr WordClasses openers{WordClass::time_unit, WordClass::number, WordClass::fiscal_word};
    if (!reader.has(i) || !(reader.token(i).is_number() || reader.frame.has_any(i, openers)))
        return std::nullopt;
    std::size_t at = i;
    if (reader.is(at, WordClass::fiscal_word)) ++at;
    if (reader.is(at, "half")) {
        if (reader.is(at + 1, "-")) ++at;
        return reader.is(at + 1, "year") ? Length{6, 0, at + 2} : Length{6, 0, at + 1};
    }
    if (reader.is_any(at, {"year", "quarter", "week", "month", "decade"})) {
        const auto step = step_at(reader, at);
        return Length{step->months, step->days, at + 1};
    }
    if (!reader.frame.sentence.has(WordClass::time_unit)) return std::nullopt;
    const auto count = count_at(reader, at);
    if (!count || count->count > longest) return std::nullopt;
    const std::size_t unit = reader.is(count->end, "-") ? count->end + 1 : count->end;
    const auto step = step_at(reader, unit);
    if (!step) return std::nullopt;
    std::size_t end = unit + 1;
    if (reader.is(end, "period")) ++end;
    return Length{step->months * count->count, step->days * count->count, end};
}

bool ends_month(Date day) {
    return day == last_of_month(year_of(day), month_of(day));
}

Date start_of(const Length& length, Date last) {
    if (length.months == 0) return add_days(last, 1 - length.days);
    if (!ends_month(last)) return add_days(add_months(last, -length.months), 1);
    return add_months(first_of_month(year_of(last), month_of(last)), 1 - length.months);
}

// "the week beginning 6 May", "the year starting July 1"; "the week of May 8" is the one from Monday to Sunday that the day
// is in.
std::optional<TimeExpression> span_from_day(const TimeReader& reader, std::size_t begin, std::size_t at,
                                            int days) {
    const bool of = reader.is(at, "of");
    const std::size_t date = reader.is_any(at + 1, {"on", "the"}) ? at + 2 : at + 1;
    auto time = calendar_date(reader, date);
    if (!time || time->grain != TimeGrain::day) return std::nullopt;
    time->begin = begin;
    time->grain = TimeGrain::span;
    if (!time->start) return time;
    if (of)
        std::tie(time->start, time->last) = neighbour(TimeGrain::week, *time->start, 0);
    else
        time->last = add_days(*time->start, days - 1);
    return time;
}

// "[the year that ends] this month"
std::optional<TimeExpression> month_told(const TimeReader& reader, std::size_t at) {
    const int direction = reader.is(at, "last") ? -1 : reader.is(at, "next") ? 1 : 0;
    if (!reader.is_any(at, {"last", "this", "next"}) || !reader.is(at + 1, "month")) return std::nullopt;
    TimeExpression time = time_of(at, at + 2, TimeGrain::month);
    time.is_relative = true;
    if (const auto now = reader.frame.published)
        std::tie(time.start, time.last) = neighbour(TimeGrain::month, *now, direction);
    return time;
}

// "the fiscal year beginning April 1", "the year starting in July": the one that begins nearest to the publication; of "the
// year that starts in July" and "that began in July" the verb says on which side of it.
std::optional<TimeExpression> span_from_date(const TimeReader& reader, std::size_t begin, std::size_t at,
                                             int months) {
    const std::size_t date = reader.is_any(at + 1, {"on", "in"}) ? at + 2 : at + 1;
    auto time = calendar_date(reader, date);
    if (!time) time = month_told(reader, date);
    if (!time || (time->grain != TimeGrain::day && time->grain != TimeGrain::month)) return std::nullopt;
    time->begin = begin;
    time->grain = TimeGrain::span;
    if (!time->start) return time;
    if (const auto now = reader.frame.published; now && time->open_year) {
        constexpr int half_year = 183;
        const int away = days_between(*time->start, *now);
        const bool begun = reader.is_any(at, {"began", "started"});
        const bool begins = reader.is_any(at, {"begins", "starts", "commences"});
        const int earliest = begins ? days_still_meant : begun ? half_year + half_year : half_year;
        const int latest = begins ? half_year + half_year : begun ? 0 : half_year;
        if (away > earliest) time->start = add_months(*time->start, months_of_year);
        if (away < -latest) time->start = add_months(*time->start, -months_of_year);
    }
    time->open_year = false;
    time->last = add_days(add_months(*time->start, months), -1);
    return time;
}

// "the ten years from 2010", "the five years after 2005", "the decade before 1990", "the three years from 2019 to 2021",
// "the six months after April": so much beside what it is counted from.
std::optional<TimeExpression> span_beside(const TimeReader& reader, std::size_t begin, std::size_t at,
                                          int months) {
    const bool prior = reader.is(at, "prior") && reader.is(at + 1, "to");
    const bool before = prior || reader.is(at, "before");
    const bool from = reader.is(at, "from");
    if (months == 0 || !(before || from || reader.is_any(at, {"after", "following"}))) return std::nullopt;
    const std::size_t edge = prior ? at + 2 : at + 1;
    if (const auto month = from ? std::nullopt : reader.month_at(edge)) {
        TimeExpression time = calendar_months(reader, edge, edge + reader.month_length(edge), *month);
        if (time.grain != TimeGrain::month) return std::nullopt;
        time.begin = begin;
        time.grain = TimeGrain::span;
        if (!time.start) return time;
        const Date first = before ? add_months(*time.start, -months) : add_days(*time.last, 1);
        time.start = first;
        time.last = add_days(add_months(first, months), -1);
        return time;
    }
    const int year = months % months_of_year == 0 ? reader.year_at(edge).value_or(0) : 0;
    if (year == 0) return std::nullopt;
    const int years = months / months_of_year;
    const bool ends = from && reader.is_any(edge + 1, {"to", "until", "through"});
    const int named = ends ? reader.year_at(edge + 2).value_or(0) : 0;
    const int first = before ? year - years : from ? year : year + 1;
    const int last = named > first ? named : first + years - 1;
    return time_of(begin, named > first ? edge + 3 : edge + 1, TimeGrain::span,
                   {first_of_month(first, 1), last_of_month(last, months_of_year)});
}

}  // namespace

// "39% year-to-date", "up 12% YTD", "$5m in the year to date", "down 5% from the year-to-date period last year": from the
// first day of the year to the publication, or to the same day of the year before.
std::optional<TimeExpression> year_to_date(const TimeReader& reader, std::size_t i) {
    std::size_t at = article_at(reader, i) ? i + 1 : i;
    const auto is_joint = [&](std::size_t k) { return reader.is(k, "-"); };
    if (reader.is(at, "ytd")) {
        ++at;
    } else {
        if (!reader.is(at, "year")) return std::nullopt;
        at += is_joint(at + 1) ? 2 : 1;
        if (!reader.is(at, "to")) return std::nullopt;
        at += is_joint(at + 1) ? 2 : 1;
        if (!reader.is(at, "date")) return std::nullopt;
        ++at;
    }
    if (reader.is(at, "period")) ++at;
    const bool before = reader.is(at, "last") && reader.is(at + 1, "year");
    if (before) at += 2;
    TimeExpression time = time_of(i, at, TimeGrain::span);
    time.is_relative = true;
    if (const auto now = reader.frame.published) {
        const Date last = before ? add_months(*now, -months_of_year) : *now;
        time.start = first_of_month(year_of(last), 1);
        time.last = last;
    }
    return time;
}

namespace {

// "risen by 8% in | a year", "doubled in | five years", "an 8% rise in | a month": over what time, up to the publication.
std::optional<TimeExpression> span_behind_move(const TimeReader& reader, std::size_t i) {
    if (i == reader.frame.sentence.begin || !reader.is_any(i - 1, {"in", "over", "within"}))
        return std::nullopt;
    const bool one = reader.is_any(i, {"a", "one"});
    const auto count = one ? Count{1, i + 1} : count_at(reader, i);
    const auto step = count ? step_at(reader, count->end) : std::nullopt;
    if (!step || reader.is(count->end, "day")) return std::nullopt;
    const SentenceFrame& frame = reader.frame;
    bool moved = false;
    for (std::size_t k = 0; k < frame.count() && !moved; ++k) {
        const Draft& draft = frame.draft(k);
        const std::size_t end = draft.quantity.end;
        moved = draft.claim.role == Role::change && draft.claim.modality == Modality::actual &&
                (end + 1 == i || (end + 2 == i && reader.is(end, WordClass::change_noun)));
    }
    const std::size_t end = count->end + 1;
    const bool goes_on = reader.has(end) && reader.token(end).is_word() && !is_verb_at(frame, end) &&
                         !reader.is_any(end, {"to", "and", "but", "as", "while", "at", "after", "in"});
    if (!moved || goes_on || reader.is(end, "-")) return std::nullopt;
    TimeExpression time = time_of(i, end, TimeGrain::span);
    time.is_relative = true;
    if (const auto now = frame.published)
        std::tie(time.start, time.last) =
            rolling(*now, step->months * count->count, step->days * count->count, false);
    return time;
}

}  // namespace

std::optional<TimeExpression> past_or_coming(const TimeReader& reader, std::size_t i) {
    if (auto time = span_behind_move(reader, i)) return time;
    const bool article = article_at(reader, i);
    const std::size_t at = article ? i + 1 : i;
    const bool previous = reader.is_previous(at);
    // "the trailing twelve months", "on a trailing 12-month basis"
    const bool trailing = reader.is(at, "trailing");
    // "the latest three months"; "the latest week" is one of the calendar's
    const bool latest = reader.is(at, "latest") && reader.is(at + 1, WordClass::number);
    const bool past = previous || trailing || latest || reader.is_any(at, {"past", "last"});
    const bool coming = reader.is_any(at, {"next", "coming"});
    // "in recent weeks": nobody knows how many
    if (reader.is(at, "recent") && i > reader.frame.sentence.begin &&
        reader.is_any(i - 1, {"in", "over", "during", "within"}) &&
        reader.is_any(at + 1, {"days", "weeks", "months", "years", "decades"}))
        return time_of(i, at + 2, TimeGrain::span);
    if (!past && !coming) return std::nullopt;
    // "the end of the next decade": by the calendar
    const bool edge = i >= reader.frame.sentence.begin + 2 && reader.is(i - 1, "of") &&
                      reader.is(i - 2, WordClass::time_edge) && reader.is(at + 1, "decade");
    if (edge) return std::nullopt;
    // "in the coming weeks": nobody knows how many.
    const bool counted = i > reader.frame.sentence.begin &&
                         (reader.token(i - 1).is_number() || reader.is(i - 1, WordClass::number));
    if (!previous && !counted &&
        reader.is_any(at + 1, {"days", "weeks", "months", "quarters", "years", "decades"}))
        return time_of(i, at + 2, TimeGrain::span);
    // One of them: "the past year"; "the last quarter" and "the previous month" are those of the calendar.
    const bool one = step_at(reader, at + 1) && !reader.is_any(at + 1, {"quarter", "day"}) && !previous &&
                     (article || reader.is(at, "past") || reader.is(at + 1, "decade"));
    if (is_vague(reader, at + 1)) {
        const std::size_t unit = reader.is(at + 2, "of") ? at + 3 : at + 2;
        if (step_at(reader, unit) || reader.is(unit, WordClass::event_unit))
            return time_of(i, unit + 1, TimeGrain::span);
    }
    const auto count = one ? Count{1, at + 1} : count_at(reader, at + 1);
    if (!count) return std::nullopt;
    std::size_t unit = count->end;
    if (trailing && reader.is(unit, "-")) ++unit;
    if (reader.is_any(unit, {"full", "calendar", "straight", "consecutive"})) ++unit;
    if (reader.is(unit, WordClass::event_unit)) return time_of(i, unit + 1, TimeGrain::span);
    // "the past 24 hours"
    constexpr int hours_of_day = 24;
    const bool days = reader.is(unit, "hours") && count->count % hours_of_day == 0;
    const auto step = days ? std::optional(Step{TimeGrain::day, 0, 0}) : step_at(reader, unit);
    if (!step) return std::nullopt;
    TimeExpression time = time_of(i, unit + 1, TimeGrain::span);
    time.is_relative = true;
    int months = step->months * count->count;
    // "the next year and a half"
    if (reader.is(unit + 1, "and") && reader.is(unit + 2, "a") && reader.is(unit + 3, "half") &&
        step->grain == TimeGrain::year) {
        months += months_of_year / 2;
        time.end = unit + 4;
    }
    if (previous) {
        time.months_before = months;
        return time;
    }
    if (!reader.frame.published) return time;
    const Date now = *reader.frame.published;
    std::tie(time.start, time.last) =
        step->grain == TimeGrain::quarter
            ? whole_quarters(now, count->count, coming)
            : rolling(now, months, days ? count->count / hours_of_day + 1 : step->days * count->count,
                      coming);
    return time;
}

std::optional<TimeExpression> edge_of_time(const TimeReader& reader, std::size_t i) {
    const std::size_t at = article_at(reader, i) ? i + 1 : i;
    const bool first = reader.is_any(at, {"first", "opening"});
    if (!first && !reader.is_any(at, {"last", "final", "closing"})) return std::nullopt;
    // "in its first year": nobody knows which
    if (reader.is(at + 1, "year") && at > i && !reader.is(i, "the") && i > reader.frame.sentence.begin &&
        reader.is_any(i - 1, {"in", "during", "for", "over"}))
        return time_of(i, at + 2, TimeGrain::span);
    const bool one = reader.is_any(at + 1, {"week", "month"});
    const auto count = one ? Count{1, at + 1} : count_at(reader, at + 1);
    const auto step = count ? step_at(reader, count->end) : std::nullopt;
    if (!step) return std::nullopt;
    if (step->months == 0) return days_at_edge(reader, i, count->end + 1, step->days * count->count, first);
    return months_of_some_year(reader, i, count->end + 1, step->months * count->count, first);
}

void end_as_told(const TimeReader& reader, TimeExpression& time) {
    if (time.grain != TimeGrain::quarter && time.grain != TimeGrain::half && time.grain != TimeGrain::year)
        return;
    std::size_t at = time.end;
    if (reader.is(at, ",")) ++at;
    if (reader.is_any(at, {"that", "which"})) ++at;
    if (!reader.is_any(at, {"ended", "ending"})) return;
    ++at;
    if (reader.is_any(at, {"on", "in"})) ++at;
    const auto day = calendar_date(reader, at);
    if (!day || !day->start || (day->grain != TimeGrain::day && day->grain != TimeGrain::month)) return;
    time.end = day->end;
    time.names_year = day->names_year;
    time.open_year = day->open_year;
    time.last = day->last;
    time.start = start_of(Length{months_of(time.grain), 0, time.end}, *time.last);
    time.is_of_context = time.is_named_before = false;
    time.grain = TimeGrain::span;
}

std::optional<TimeExpression> span_to_day(const TimeReader& reader, std::size_t i) {
    const bool article = article_at(reader, i);
    const bool over = i > reader.frame.sentence.begin && reader.is_any(i - 1, {"in", "for", "over", "of"});
    const auto length = length_at(reader, article ? i + 1 : i);
    if (!length) return std::nullopt;
    std::size_t at = length->end;
    const bool told = reader.is_any(at, {"that", "which"}) &&
                      reader.is_any(at + 1, {"begins", "starts", "commences", "began", "started"});
    if (told) ++at;
    const bool starts = told || reader.is_any(at, {"beginning", "starting", "commencing", "from"});
    // "in the five months from 3 August to 24 December"
    if (reader.is(at, "from"))
        if (auto span = calendar_date(reader, at + 1); span && span->grain == TimeGrain::span) {
            span->begin = i;
            return span;
        }
    if (length->days > 0 && (starts || reader.is(at, "of")))
        return span_from_day(reader, i, at, length->days);
    if (article || over)
        if (auto span = span_beside(reader, i, at, length->months)) return span;
    if (reader.is(at, "up") && reader.is(at + 1, "to")) ++at;  // "the five years up to 2022"
    const bool from = reader.is(at, "from") && !(reader.month_at(at + 1) && length->end > i + 2);
    if (length->months > 0 && starts && !from) return span_from_date(reader, i, at, length->months);
    const bool relative = reader.is(at, "that") && reader.is_any(at + 1, {"ends", "ended"});
    if (relative) ++at;
    if (!relative && !reader.is(at, WordClass::span_end)) return std::nullopt;
    if (!article && !over && !reader.is_any(at, {"ended", "ending"})) return std::nullopt;
    ++at;
    if (reader.is_any(at, {"on", "in"})) ++at;
    if (reader.is_any(at, {"the", "end", "late"})) ++at;
    if (reader.is(at, "end")) ++at;
    if (reader.is(at, "of")) ++at;
    // "the two years to 2023"
    const auto year =
        length->months % months_of_year == 0 && length->months > 0 ? reader.year_at(at) : std::nullopt;
    if (year) {
        const int first = *year - length->months / months_of_year + 1;
        return time_of(i, at + 1, TimeGrain::span,
                       {first_of_month(first, 1), last_of_month(*year, months_of_year)});
    }
    auto time =
        relative || reader.is_any(at - 1, {"ended", "ending"}) ? month_told(reader, at) : std::nullopt;
    if (!time && reader.is_any(at, {"next", "last", "this"})) time = last_or_next(reader, at);
    if (!time && reader.is(at, WordClass::weekday)) time = weekday(reader, at);
    if (!time) time = calendar_date(reader, at);
    if (!time || (time->grain != TimeGrain::month && time->grain != TimeGrain::day)) return std::nullopt;
    if (length->months == 0 && time->grain == TimeGrain::month) return std::nullopt;
    time->begin = i;
    time->grain = TimeGrain::span;
    time->is_weekday = false;
    if (time->start) time->start = start_of(*length, *time->last);
    return time;
}

// "the third quarter, which ended on 30 June", "the first half ended March 31": the days that end so, whatever part of the
// calendar's year has that name.
void take_stated_end(const TimeReader& reader, TimeExpression& time) {
    if (time.grain != TimeGrain::quarter && time.grain != TimeGrain::half && time.grain != TimeGrain::year)
        return;
    std::size_t at = time.end;
    if (reader.is(at, ",") && reader.is(at + 1, "which")) ++at;
    if (reader.is_any(at, {"which", "that"})) ++at;
    // "this fiscal year that started on April 1"
    const bool fiscal = time.grain == TimeGrain::year && reader.frame.sentence.has(WordClass::fiscal_word) &&
                        reader.is(time.end - 1, "year") && reader.is(time.end - 2, WordClass::fiscal_word);
    if (fiscal && reader.is_any(at, {"begins", "starts", "began", "started"})) {
        if (auto span = span_from_date(reader, time.begin, at, months_of_year)) time = *span;
        return;
    }
    const bool now = reader.is_any(at, {"ends", "ending", "closes"});
    // "its first quarter to end-June", "the first half to 30 September"
    const bool to = reader.is(at, "to") && time.grain != TimeGrain::year &&
                    (reader.is(at + 1, "end") || (reader.is(at + 1, "the") && reader.is(at + 2, "end")) ||
                     (reader.day_at(at + 1) && reader.month_at(at + 2)));
    if (!now && !to && !reader.is_any(at, {"ended", "closed"})) return;
    ++at;
    if (reader.is_any(at, {"on", "in"})) ++at;
    if (reader.is(at, "end") && reader.is(at + 1, "-")) at += 2;
    if (to && reader.is(at, "end")) ++at;
    if (reader.is(at, "the") && reader.is(at + 1, "end") && reader.is(at + 2, "of")) at += 3;
    if (!reader.has(at)) return;
    auto day = calendar_date(reader, at);
    if (!day || (day->grain != TimeGrain::day && day->grain != TimeGrain::month)) return;
    time.end = day->end;
    time.is_relative = time.open_year = false;
    time.yearless_start = time.yearless_last = std::nullopt;
    time.start = time.last = std::nullopt;
    if (!day->last) return;
    constexpr int half_year = 183;
    const auto published = reader.frame.published;
    if (now && published && day->open_year && days_between(*day->last, *published) > half_year)
        day->last = add_months(*day->last, months_of_year);
    time.last = day->last;
    time.start = start_of({months_of(time.grain), 0, 0}, *day->last);
}

}  // namespace figbook
