#include "claim/decades.hpp"

namespace figbook {
namespace {

constexpr int years_of_decade = 10;

}  // namespace

// "by the end of the decade", "at the start of the next decade": the last year or the first, by the calendar.
std::optional<TimeExpression> edge_of_decade(const TimeReader& reader, std::size_t i,
                                             std::optional<int> direction) {
    const std::size_t at = reader.is(i, "the") ? i + 1 : i;
    const std::size_t noun = direction ? at + 1 : at;
    const bool edge = i >= reader.frame.sentence.begin + 2 && reader.is(i - 1, "of") &&
                      reader.is(i - 2, WordClass::time_edge);
    if (!edge || !reader.is(noun, "decade") || !reader.frame.published) return std::nullopt;
    const int first =
        (year_of(*reader.frame.published) / years_of_decade + direction.value_or(0)) * years_of_decade;
    const bool opens = reader.is_any(i - 2, {"start", "beginning"});
    const bool closes = reader.is_any(i - 2, {"end", "close"});
    TimeExpression time = time_of(i, noun + 1, opens || closes ? TimeGrain::year : TimeGrain::span);
    time.is_relative = true;
    time.start = first_of_month(closes ? first + years_of_decade - 1 : first, 1);
    time.last = last_of_month(opens ? first : first + years_of_decade - 1, months_of_year);
    return time;
}

// "this decade": by the calendar.
std::optional<TimeExpression> this_decade(const TimeReader& reader, std::size_t i, std::size_t noun,
                                          int direction) {
    if (direction != 0 || !reader.is(noun, "decade")) return std::nullopt;
    TimeExpression time = time_of(i, noun + 1, TimeGrain::span);
    time.is_relative = true;
    if (!reader.frame.published) return time;
    const int first = year_of(*reader.frame.published) / years_of_decade * years_of_decade;
    time.start = first_of_month(first, 1);
    time.last = last_of_month(first + years_of_decade - 1, months_of_year);
    return time;
}

}  // namespace figbook
