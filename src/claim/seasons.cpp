#include "claim/seasons.hpp"

#include <tuple>

#include "claim/phrases.hpp"
#include "claim/relative_times.hpp"
#include "claim/verbs.hpp"

namespace figbook {
namespace {

// "last summer", "this winter", "the summer of 2023", "winter 2022": three months from the season's first.
constexpr int months_of_season = 3;

Days season_days(int year, unsigned first_month) {
    const Date first = first_of_month(year, first_month);
    return {first, add_days(add_months(first, months_of_season), -1)};
}

// "in the autumn", "at the end of winter": the last one that has begun, the next one where the sentence looks ahead; not
// "the summer sales", "the fall of".
std::optional<TimeExpression> open_season(const TimeReader& reader, std::size_t begin, std::size_t at,
                                          unsigned month) {
    const std::size_t first = reader.frame.sentence.begin;
    const bool edge =
        begin == at && at >= first + 2 && reader.is(at - 1, "of") && reader.is(at - 2, WordClass::time_edge);
    const bool told = begin < at && begin > first &&
                      (reader.is_any(begin - 1, {"in", "during", "over", "since"}) ||
                       (reader.is(begin - 1, "of") && reader.is(begin - 2, WordClass::time_edge)));
    if ((!edge && !told) || reader.is(at + 1, "of")) return std::nullopt;
    const bool noun = in_noun_phrase(reader.frame, at + 1) && !is_verb_at(reader.frame, at + 1) &&
                      !reader.is(at + 1, WordClass::pronoun) && !reader.is(at + 1, WordClass::past_form);
    if (noun) return std::nullopt;
    TimeExpression time = time_of(begin, at + 1, TimeGrain::span);
    time.is_relative = true;
    if (!reader.frame.published) return time;
    const Date now = *reader.frame.published;
    int year = year_of(now);
    if (reader.ahead(begin))
        while (season_days(year, month).second < now) ++year;
    else  // what stood at its end is over
        while ((edge ? season_days(year, month).second : season_days(year, month).first) > now) --year;
    std::tie(time.start, time.last) = season_days(year, month);
    return time;
}

}  // namespace

std::optional<unsigned> season_at(const TimeReader& reader, std::size_t i) {
    if (!reader.is(i, WordClass::time_noun)) return std::nullopt;
    const auto match = reader.words.times.match(reader.frame.document.tokens, i, reader.frame.sentence.end);
    if (!match || match.meaning->kind != TimeWordKind::season) return std::nullopt;
    return static_cast<unsigned>(match.meaning->number);
}

TimeExpression told_season(const TimeReader& reader, std::size_t begin, std::size_t at, int direction) {
    TimeExpression time = time_of(begin, at + 1, TimeGrain::span);
    time.is_relative = true;
    if (!reader.frame.published) return time;
    const Date now = *reader.frame.published;
    const unsigned month = *season_at(reader, at);
    int year = year_of(now);
    if (direction < 0)
        while (season_days(year, month).second >= now) --year;
    else if (direction > 0)
        while (season_days(year, month).first <= now) ++year;
    else if (season_days(year - 1, month).second >= now)
        --year;  // "this winter", in January
    std::tie(time.start, time.last) = season_days(year, month);
    return time;
}

std::optional<TimeExpression> season_of_year(const TimeReader& reader, std::size_t i) {
    const std::size_t at = reader.is(i, "the") ? i + 1 : i;
    const auto month = season_at(reader, at);
    if (!month) return std::nullopt;
    std::size_t end = at + 1;
    // "a 2% fall in 2022", "could fall next year": no season but in "the fall of 2022", "fall 2022" and "in the fall in 2022"
    const bool falls = reader.is(at, "fall") && !reader.is(end, "of") && !reader.year_at(end) &&
                       !(at > i && i > reader.frame.sentence.begin && reader.is_any(i - 1, {"in", "during"}));
    const auto year = falls ? std::nullopt : reader.year_behind(end);
    if (!year) return open_season(reader, i, at, *month);
    TimeExpression time = time_of(i, end, TimeGrain::span, season_days(*year, *month));
    time.names_year = true;
    return time;
}

}  // namespace figbook
