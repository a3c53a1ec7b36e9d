#include "claim/time_expression.hpp"

#include <array>

#include "claim/calendar_times.hpp"
#include "claim/fiscal_years.hpp"
#include "claim/parts_of_year.hpp"
#include "claim/relative_times.hpp"
#include "claim/since_event.hpp"
#include "claim/time_spans.hpp"
#include "claim/time_surroundings.hpp"

namespace figbook {
namespace {

bool is_duration(const Quantity& quantity) {
    return quantity.kind == Kind::measure && quantity.rule == "measure.unit";
}

// True where one of the tokens [begin, end) belongs to a figure, and not to a span of time.
bool is_in_figure(const SentenceFrame& frame, std::size_t begin, std::size_t end) {
    for (std::size_t k = 0; k < frame.count(); ++k) {
        const Quantity& quantity = frame.draft(k).quantity;
        if (begin < quantity.end && quantity.begin < end && !is_duration(quantity)) return true;
    }
    return false;
}

constexpr WordClasses openers{WordClass::time_opener, WordClass::month, WordClass::weekday,
                              WordClass::time_noun};

// The classes of words that a time of the sentence can start with. `counts`: see may_start().
WordClasses starters_of(const Sentence& sentence, bool counts) {
    WordClasses starters = openers;
    if (counts || sentence.has(WordClass::time_unit)) starters.add(WordClass::number);
    const bool behind_article = counts || sentence.has(WordClass::time_unit) ||
                                sentence.has(WordClass::time_opener) || sentence.has(WordClass::time_noun);
    if (behind_article) starters.add(WordClass::determiner);
    return starters;
}

// Can a time start at token i, a number or one of the starters? So that the readers see but few. `counts`: the sentence
// has words behind which or before which any number may belong to a time.
bool may_start(const TimeReader& reader, std::size_t i, bool counts) {
    // "doubled in | five years"
    if (reader.is(i + 1, WordClass::time_unit) && i > reader.frame.sentence.begin &&
        reader.is_any(i - 1, {"in", "over", "within"}))
        return true;
    const Token& token = reader.token(i);
    constexpr std::uint32_t digits_of_year = 4;
    if (token.is_number())
        return counts || token.end - token.start == digits_of_year ||
               (token.end - token.start == 1 && reader.is_ordinal_ending(i + 1));
    if (reader.frame.has_any(i, openers)) return true;
    if (reader.words.is(token.word, WordClass::number)) return counts;
    // Behind an article stands what opens it, or "two years" of "the two years to 2023".
    const bool some =
        reader.has(i + 1) && (reader.token(i + 1).is_number() || reader.is(i + 1, WordClass::number));
    if (some && reader.is(i + 2, WordClass::time_unit)) return true;
    // "the full year"
    if (reader.is_any(i + 1, {"full", "whole"}) && reader.is(i + 2, WordClass::time_opener)) return true;
    return reader.is(i + 1, WordClass::time_opener) || reader.is(i + 1, WordClass::time_noun) ||
           (counts && some);
}

using ReadTime = std::optional<TimeExpression> (*)(const TimeReader&, std::size_t);

// A way to tell a time, and the classes of words of which the sentence must have one.
struct Way {
    ReadTime read;
    WordClasses needs;
};
constexpr WordClasses units{WordClass::time_unit, WordClass::event_unit};
// The longer forms are asked first.
constexpr std::array<Way, 13> ways{{{same_time_before, {WordClass::compared_time, WordClass::time_unit}},
                                    {year_to_date, {WordClass::time_opener}},
                                    {span_to_day, units},
                                    {fiscal_time, {WordClass::time_unit, WordClass::fiscal_word}},
                                    {some_time_before, {WordClass::time_unit}},
                                    {year_on_year, {WordClass::time_unit}},
                                    {part_of_some_year, {WordClass::time_unit, WordClass::part_letter}},
                                    {edge_of_time, units},
                                    {past_or_coming, units},
                                    {last_or_next, {WordClass::time_opener}},
                                    {calendar_date, {WordClass::month}},
                                    {season_of_year, {WordClass::time_noun}},
                                    {weekday, {WordClass::weekday, WordClass::time_opener}}}};

// "5 March", "2023", "two months ago" with digits: what a number can start.
std::optional<TimeExpression> time_of_number(const TimeReader& reader, std::size_t i) {
    if (auto time = fiscal_time(reader, i)) return time;
    if (reader.frame.sentence.has(WordClass::time_before))
        if (auto time = some_time_before(reader, i)) return time;
    if (reader.frame.sentence.has(WordClass::time_unit))
        if (auto time = past_or_coming(reader, i)) return time;
    if (reader.frame.sentence.classes.has_any({WordClass::time_unit, WordClass::part_letter}))
        if (auto time = part_of_some_year(reader, i)) return time;
    if (reader.frame.sentence.has(WordClass::month)) {
        if (auto time = span_to_day(reader, i)) return time;
        if (auto time = calendar_date(reader, i)) return time;
    }
    return calendar_years(reader, i);
}

std::optional<TimeExpression> find_time_at(const TimeReader& reader, std::size_t i) {
    if (reader.token(i).is_number()) return time_of_number(reader, i);
    if (reader.is(i, WordClass::month)) return calendar_date(reader, i);
    if (reader.is(i, WordClass::weekday)) return weekday(reader, i);
    for (const Way& way : ways)
        if (reader.frame.sentence.classes.has_any(way.needs))
            if (auto time = way.read(reader, i)) return time;
    return std::nullopt;
}

// True where the calendar says when that was: "since the war began in October".
bool is_dated(const TimeReader& reader, const TimeExpression& event) {
    static constexpr WordClasses may_start_one{WordClass::determiner, WordClass::number};
    for (std::size_t at = event.begin; at < event.end; ++at) {
        if (reader.token(at).is_number()) return true;
        const bool may = reader.frame.has_any(at, openers) || reader.frame.has_any(at, may_start_one);
        if (may && find_time_at(reader, at)) return true;
    }
    return false;
}

std::optional<TimeExpression> time_at(const TimeReader& reader, std::size_t i) {
    auto time = find_time_at(reader, i);
    if (time && reader.frame.sentence.has(WordClass::month)) take_stated_end(reader, *time);
    return time;
}

// "between September 2024 and this August", "from March to the end of last month": one span, its ends told in two ways.
bool are_ends_of_span(const TimeReader& reader, const TimeExpression& first, const TimeExpression& last) {
    constexpr std::size_t longest = 4;
    const bool told = first.shift || last.shift || first.is_of_context || last.is_of_context;
    if (told || first.begin == reader.frame.sentence.begin || last.begin - first.end > longest) return false;
    const bool between = reader.is(first.begin - 1, "between") && reader.is(first.end, "and");
    const bool from = reader.is(first.begin - 1, "from") &&
                      (reader.is_any(first.end, {"to", "until", "through", "till"}) ||
                       (reader.is(first.end, "up") && reader.is_any(first.end + 1, {"to", "until"})));
    if (!between && !from) return false;
    for (std::size_t i = first.end + 1; i < last.begin; ++i)
        if (!reader.is_any(i, {"the", "of", "early", "late", "mid"}) &&
            !(i == first.end + 1 && reader.is_any(i, {"to", "until"})) && !reader.is(i, WordClass::time_edge))
            return false;
    return true;
}
// "between April and | now", "from January until now", "from April to date": a span up to the publication.
bool reaches_now(const TimeReader& reader, TimeExpression& time) {
    if (time.begin == reader.frame.sentence.begin || !reader.is_any(time.begin - 1, {"between", "from"}))
        return false;
    const bool joined = reader.is(time.begin - 1, "between")
                            ? reader.is(time.end, "and")
                            : reader.is_any(time.end, {"to", "until", "till"});
    if (!joined || !reader.is_any(time.end + 1, {"now", "today", "date"})) return false;
    const auto now = reader.frame.published;
    if (!time.start || !now || *time.start > *now) return false;
    time.end += 2;
    time.last = now;
    time.grain = TimeGrain::span;
    time.open_year = time.is_baseline = time.opens_span = false;
    return true;
}

// "for the July-September | second quarter": the months say which.
bool is_named_again(const TimeExpression& months, const TimeExpression& time) {
    return months.end == time.begin && months.grain == TimeGrain::span && !time.names_year &&
           (time.grain == TimeGrain::quarter || time.grain == TimeGrain::half);
}

void join_ends(TimeExpression& first, const TimeExpression& last) {
    if (first.start && last.last && *first.start > *last.last && !first.names_year)
        first.start = add_months(*first.start, -months_of_year);
    first.end = last.end;
    first.last = last.last;
    first.grain = TimeGrain::span;
    first.is_weekday = first.is_weekday && last.is_weekday;
    first.names_year = first.names_year || last.names_year;
    first.open_year = first.is_baseline = first.opens_span = false;
    if (first.start && first.last && *first.start > *first.last) first.start = first.last = std::nullopt;
}

}  // namespace

std::vector<TimeExpression> find_times(const SentenceFrame& frame) {
    const TimeReader reader(frame);
    constexpr std::size_t usual = 4;  // at most, of a sentence
    std::vector<TimeExpression> found;
    const bool counts = frame.sentence.has(WordClass::month) || frame.sentence.has(WordClass::time_before);
    const WordClasses starters = starters_of(frame.sentence, counts);
    if (!frame.sentence.has_digits && !frame.sentence.classes.has_any(starters)) return found;
    const Signs& signs = frame.document.signs;
    std::optional<TimeExpression> event;  // "since the war began in October", which the calendar dates
    for (std::size_t i = frame.sentence.begin;;) {
        i = signs.next(Sign::time, i, frame.sentence.end);
        if (i == frame.sentence.end) break;
        const bool may = frame.token(i).is_number() || frame.has_any(i, starters);
        // No time would be left of one that starts inside a figure.
        if (!may || !may_start(reader, i, counts) || is_in_figure(frame, i, i + 1)) {
            ++i;
            continue;
        }
        const bool since = reader.is(i, "since");
        auto time = since ? since_event(reader, i) : time_at(reader, i);
        if (time && since && is_dated(reader, *time)) {
            event = time;
            time.reset();
        }
        if (!time || is_in_figure(frame, time->begin, time->end)) {
            ++i;
            continue;
        }
        end_as_told(reader, *time);
        if (!time->is_baseline && !reaches_now(reader, *time)) read_surroundings(reader, *time);
        // but "the deadliest since the 2006 war | on Monday"
        const bool dated = event && !event->is_event && time->is_weekday;
        if (event && i < event->end && !time->is_baseline && !dated) {
            time->opens_span = true;
            time->since_event = event->since_event;
            time->event_acts = event->event_acts;
            event->is_event = false;
        }
        if (time->start && time->last && *time->start > *time->last) time->start = time->last = std::nullopt;
        i = time->end;
        if (!found.empty() && are_ends_of_span(reader, found.back(), *time)) {
            join_ends(found.back(), *time);
            continue;
        }
        if (!found.empty() && is_named_again(found.back(), *time)) {
            found.back().end = time->end;
            continue;
        }
        if (found.empty()) found.reserve(usual);
        found.push_back(*time);
    }
    return found;
}

}  // namespace figbook
