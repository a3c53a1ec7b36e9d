#include "claim/time_expression.hpp"

#include "claim/calendar_times.hpp"
#include "claim/parts_of_year.hpp"
#include "claim/relative_times.hpp"

namespace figbook {
namespace {

bool is_duration(const Quantity& quantity) {
    return quantity.kind == Kind::measure && quantity.rule == "measure.unit";
}

bool is_inside_figure(const SentenceFrame& frame, const TimeExpression& time) {
    for (std::size_t k = 0; k < frame.count(); ++k) {
        const Quantity& quantity = frame.draft(k).quantity;
        if (time.begin < quantity.end && quantity.begin < time.end && !is_duration(quantity)) return true;
    }
    return false;
}

// Can a time start at token i? Asked of every token, so that the readers see but few.
bool may_start(const TimeReader& reader, std::size_t i) {
    const Token& token = reader.token(i);
    const Sentence& sentence = reader.frame.sentence;
    const bool counts = sentence.has(WordClass::month) || sentence.has(WordClass::time_before);
    constexpr std::uint32_t digits_of_year = 4;
    if (token.is_number()) return counts || token.end - token.start == digits_of_year;
    static constexpr WordClasses openers{WordClass::time_opener, WordClass::month, WordClass::weekday};
    static constexpr WordClasses any{WordClass::time_opener, WordClass::month, WordClass::weekday,
                                     WordClass::number, WordClass::determiner};
    if (!reader.frame.has_any(i, any)) return false;
    if (reader.frame.has_any(i, openers)) return true;
    if (reader.words.is(token.word, WordClass::number)) return counts;
    // Behind an article stands what opens it.
    return reader.is(i + 1, WordClass::time_opener) ||
           (counts && reader.has(i + 1) &&
            (reader.token(i + 1).is_number() || reader.is(i + 1, WordClass::number)));
}

// "5 March", "2023", "two months ago" with digits: what a number can start.
std::optional<TimeExpression> time_of_number(const TimeReader& reader, std::size_t i) {
    if (auto time = some_time_before(reader, i)) return time;
    if (reader.frame.sentence.has(WordClass::month))
        if (auto time = calendar_date(reader, i)) return time;
    return calendar_years(reader, i);
}

// The time that starts at token i: the longer forms are asked first.
std::optional<TimeExpression> time_at(const TimeReader& reader, std::size_t i) {
    if (reader.token(i).is_number()) return time_of_number(reader, i);
    for (const auto read :
         {same_time_before, year_to_month, some_time_before, part_of_some_year, last_or_next, past_or_coming,
          calendar_date, year_on_year, weekday, calendar_years})
        if (auto time = read(reader, i)) return time;
    return std::nullopt;
}

// "compared to 2023", "than in July", "from 2019 levels", "from a year earlier": does what stands before the time, at
// token `at` or further back, make it what a change is measured from?
bool is_baseline(const TimeReader& reader, const TimeExpression& time) {
    const std::size_t first = reader.frame.sentence.begin;
    std::size_t at = time.begin;
    const auto before = [&](std::initializer_list<std::string_view> words) {
        return at > first && reader.is_any(at - 1, words);
    };
    const bool in = before({"in", "for", "during"});
    if (in) --at;
    if (in && before({"as"})) return true;  // "three times as much as in 2020"
    if (before({"than", "versus", "vs", "against", "vs."})) return true;
    if (before({"to", "with"}) && at >= first + 2 &&
        reader.is_any(at - 2, {"compared", "comparison", "relative", "compares"}))
        return true;
    if (before({"from"})) {
        const bool levels = reader.is(time.end, WordClass::level_noun);
        const bool goes_on = reader.is_any(time.end, {"to", "until", "through"});
        return !goes_on && (time.shift || levels || time.is_relative || time.grain == TimeGrain::year);
    }
    if (before({"on"})) return time.shift.has_value();
    return before({"over"}) && time.shift && time.grain != TimeGrain::span;
}

// "since 2022", "since in 2022"
bool opens_span(const TimeReader& reader, const TimeExpression& time) {
    std::size_t at = time.begin;
    const std::size_t first = reader.frame.sentence.begin;
    if (at > first && reader.is_any(at - 1, {"in", "for", "during"})) --at;
    return at > first && reader.is(at - 1, "since");
}

}  // namespace

std::vector<TimeExpression> find_times(const SentenceFrame& frame) {
    const TimeReader reader(frame);
    std::vector<TimeExpression> found;
    for (std::size_t i = frame.sentence.begin; i < frame.sentence.end;) {
        if (!may_start(reader, i)) {
            ++i;
            continue;
        }
        auto time = time_at(reader, i);
        if (!time || is_inside_figure(frame, *time)) {
            ++i;
            continue;
        }
        if (!time->is_baseline) {
            time->is_baseline = is_baseline(reader, *time);
            time->opens_span = opens_span(reader, *time);
        }
        i = time->end;
        found.push_back(*time);
    }
    return found;
}

}  // namespace figbook
