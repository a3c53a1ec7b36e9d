// Days told by their names or from the publication: "Wednesday", "last Friday", "yesterday", "tonight", "overnight".
#include "claim/calendar_times.hpp"
#include "claim/phrases.hpp"
#include "claim/relative_times.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

TimeExpression day_from_publication(const TimeReader& reader, std::size_t begin, std::size_t end, int days) {
    TimeExpression time = time_of(begin, end, TimeGrain::day);
    time.is_weekday = time.is_relative = true;
    if (reader.frame.published) time.start = time.last = add_days(*reader.frame.published, days);
    return time;
}

// "formerly Russia Today", "told Radio 4's Today programme": a name, by its capital.
bool names_a_programme(const TimeReader& reader, std::size_t today) {
    if (!reader.token(today).is_capitalised() || today == reader.frame.sentence.begin) return false;
    const Token& before = reader.token(today - 1);
    return (before.is_word() && before.is_capitalised()) || before.kind == TokenKind::possessive ||
           reader.is(today - 1, "s");
}

// `"Norland News Sunday"`: all of what stands in the marks is written with capitals.
bool ends_quoted_name(const TimeReader& reader, std::size_t weekday) {
    const std::size_t next = weekday + 1;
    const std::size_t mark = reader.is_any(next, {".", ","}) ? next + 1 : next;
    if (!reader.is(mark, WordClass::quotation_mark)) return false;
    std::size_t at = weekday;
    while (at > reader.frame.sentence.begin && reader.token(at - 1).is_word() &&
           reader.token(at - 1).is_capitalised())
        --at;
    return at < weekday && at > reader.frame.sentence.begin && reader.is(at - 1, WordClass::quotation_mark);
}

// "Black Friday", "the Sunday Post"
bool is_named(const TimeReader& reader, std::size_t weekday) {
    if (weekday == reader.frame.sentence.begin) return false;
    if (ends_quoted_name(reader, weekday)) return true;
    if (reader.is(weekday - 1, WordClass::feast)) return true;
    return reader.is(weekday - 1, "the") && reader.has(weekday + 1) && reader.token(weekday + 1).is_word() &&
           reader.token(weekday + 1).is_capitalised();
}

// "fell 3% overnight": from the evening before to the publication. "the overnight rate" is none.
std::optional<TimeExpression> overnight(const TimeReader& reader, std::size_t i) {
    const std::size_t next = i + 1;
    const bool noun = reader.has(next) && reader.token(next).is_word() &&
                      !reader.is(next, WordClass::preposition) && !reader.is(next, WordClass::conjunction) &&
                      !reader.is(next, WordClass::function_start) && !is_verb_at(reader.frame, next);
    const bool owned = i > reader.frame.sentence.begin && reader.is(i - 1, WordClass::determiner);
    if (noun || owned) return std::nullopt;
    TimeExpression time = day_from_publication(reader, i, next, -1);
    time.is_weekday = false;
    time.last = reader.frame.published;
    return time;
}

}  // namespace

std::optional<TimeExpression> weekday(const TimeReader& reader, std::size_t i) {
    // "USA TODAY" is a paper.
    if (reader.token(i).is_all_capitals()) return std::nullopt;
    if (reader.is(i, "yesterday")) return day_from_publication(reader, i, i + 1, -1);
    if (reader.is(i, "tomorrow")) return day_from_publication(reader, i, i + 1, 1);
    if (reader.is(i, "today")) {
        if (names_a_programme(reader, i)) return std::nullopt;
        // "$54 billion at today's rate"
        const bool rate = reader.has(i + 1) && reader.token(i + 1).kind == TokenKind::possessive &&
                          reader.is_any(i + 2, {"rate", "rates", "exchange", "prices", "money"});
        // "in today's networked economy"
        const bool now =
            i > reader.frame.sentence.begin && reader.is(i - 1, "in") && reader.has(i + 1) &&
            reader.token(i + 1).kind == TokenKind::possessive &&
            !reader.is_any(i + 2, {"trading", "session", "vote", "election", "report", "results"});
        if (rate || now) return std::nullopt;
        TimeExpression time = day_from_publication(reader, i, i + 1, 0);
        time.is_weekday = false;
        return time;
    }
    if (reader.is(i, "overnight")) return overnight(reader, i);
    // "this morning", "tonight"
    if (reader.is(i, "tonight")) return day_from_publication(reader, i, i + 1, 0);
    if (reader.is(i, "this") && reader.is_any(i + 1, {"morning", "afternoon", "evening", "lunchtime"}))
        return day_from_publication(reader, i, i + 2, 0);
    bool last = reader.is(i, "last");
    if (last && reader.is(i + 1, "night")) return day_from_publication(reader, i, i + 2, -1);
    bool next = reader.is(i, "next");
    bool same = reader.is(i, "this");  // of the week that runs
    const std::size_t at = last || next || same ? i + 1 : i;
    if (!reader.is(at, WordClass::weekday) || !reader.token(at).is_capitalised()) return std::nullopt;
    const bool habit = reader.is_any(at + 1, {"nights", "mornings", "evenings", "afternoons"});
    if (habit || is_named(reader, at)) return std::nullopt;
    const auto match = reader.words.times.match(reader.frame.document.tokens, at, reader.frame.sentence.end);
    if (!match || match.meaning->kind != TimeWordKind::weekday) return std::nullopt;
    std::size_t end = at + match.length;
    // "Friday last week", "on Monday of this week": that day, where "Friday" alone may be the day on which it was told
    const std::size_t week = reader.is(end, "of") ? end + 1 : end;
    const bool of_week =
        at == i && reader.is(week + 1, "week") && reader.is_any(week, {"last", "this", "next"});
    if (of_week) {
        last = reader.is(week, "last");
        next = reader.is(week, "next");
        same = !last && !next;
        end = week + 2;
    }
    // "Monday, March 4": the date says it all.
    const std::size_t date = reader.is(end, ",") ? end + 1 : end;
    if (reader.has(date) && (reader.month_at(date) || reader.day_at(date)))
        if (auto day = calendar_date(reader, date); day && day->grain == TimeGrain::day) {
            day->begin = i;
            day->is_weekday = true;
            return day;
        }
    int days = 0;
    if (reader.frame.published) {
        const int today = static_cast<int>(weekday_of(*reader.frame.published));
        const auto from_monday = [](int day) { return (day + days_of_week - 1) % days_of_week; };
        const int since = (today - match.meaning->number + days_of_week) % days_of_week;
        if (last || next || same)  // weeks begin on Mondays
            days = from_monday(match.meaning->number) - from_monday(today) +
                   (last   ? -days_of_week
                    : next ? days_of_week
                           : 0);
        else
            days = reader.ahead(i) && since > 0 ? days_of_week - since : -since;
    }
    TimeExpression time = day_from_publication(reader, i, end, days);
    time.is_weekday = time.is_weekday && !of_week;
    return time;
}

}  // namespace figbook
