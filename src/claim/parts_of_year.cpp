#include "claim/parts_of_year.hpp"

#include <tuple>

namespace figbook {
namespace {

struct Part {
    TimeGrain grain;
    int index;
    std::size_t end;
};

// "first quarter", "first-quarter", "Q1", "second half", "H2".
std::optional<Part> part_at(const TimeReader& reader, std::size_t i) {
    if (!reader.has(i)) return std::nullopt;
    if (reader.has(i + 1) && (reader.text(i) == "Q" || reader.text(i) == "H") &&
        !reader.token(i + 1).space_before() && reader.text(i + 1).size() == 1) {
        const int number = reader.text(i + 1)[0] - '0';
        const bool quarter = reader.text(i) == "Q";
        if (number >= 1 && number <= (quarter ? 4 : 2))
            return Part{quarter ? TimeGrain::quarter : TimeGrain::half, number - 1, i + 2};
    }
    const auto ordinal = reader.words.times.match(reader.frame.document.tokens, i, reader.frame.sentence.end);
    if (!ordinal || ordinal.meaning->kind != TimeWordKind::ordinal) return std::nullopt;
    std::size_t noun = i + 1;
    if (reader.has(noun) && reader.text(noun) == "-") ++noun;
    if (reader.is(noun, "fiscal") || reader.is(noun, "calendar")) ++noun;
    if (reader.is(noun, "quarter")) return Part{TimeGrain::quarter, ordinal.meaning->number - 1, noun + 1};
    if (reader.is(noun, "half") && ordinal.meaning->number <= 2)
        return Part{TimeGrain::half, ordinal.meaning->number - 1, noun + 1};
    return std::nullopt;
}

// "in the second quarter after 2% in the first": the noun is left out.
std::optional<Part> elliptic_part(const TimeReader& reader, std::size_t i) {
    if (i == reader.frame.sentence.begin || !reader.is(i - 1, "in")) return std::nullopt;
    const auto ordinal =
        reader.words.times.match(reader.frame.document.tokens, i + 1, reader.frame.sentence.end);
    if (!ordinal || ordinal.meaning->kind != TimeWordKind::ordinal) return std::nullopt;
    const bool closes = !reader.has(i + 2) || reader.text(i + 2) == "." || reader.text(i + 2) == "," ||
                        reader.text(i + 2) == ";" || reader.is(i + 2, "and");
    if (!closes) return std::nullopt;
    for (std::size_t back = i; back-- > reader.frame.sentence.begin;)
        if (const auto earlier_part = part_at(reader, back))
            return Part{earlier_part->grain, ordinal.meaning->number - 1, i + 2};
    return std::nullopt;
}

// The year named behind the part ("of 2023", "2023", "last year"); `end` is moved behind it.
std::optional<int> year_behind(const TimeReader& reader, std::size_t& end) {
    const bool joined = reader.is(end, "of") || reader.is(end, "in");
    const std::size_t at = joined ? end + 1 : end;
    if (const auto named = reader.year_at(at)) {
        end = at + 1;
        return named;
    }
    if (const auto told = reader.told_year_at(at)) {
        end = at + 2;
        return told;
    }
    if (joined && reader.is(at, "the") && reader.is(at + 1, "year")) end = at + 2;
    return std::nullopt;
}

constexpr int days_to_report = 45;  // a quarter that began later has no figures yet

// The year of a part that is told without one: the last one that has begun, the quarter now running only where the
// sentence looks ahead.
int nearest_year(const TimeReader& reader, Date now, const Part& part) {
    const int months = months_of(part.grain);
    int year = year_of(now);
    if (reader.ahead) return part_of_year(year, part.index, months).second < now ? year + 1 : year;
    if (part_of_year(year, part.index, months).first > now) --year;
    const auto [first, last] = part_of_year(year, part.index, months);
    const bool running = part.grain == TimeGrain::quarter && last > now;
    return running && days_between(first, now) < days_to_report ? year - 1 : year;
}

}  // namespace

std::optional<TimeExpression> part_of_some_year(const TimeReader& reader, std::size_t i) {
    const bool article = reader.is(i, "the");
    auto found = part_at(reader, article ? i + 1 : i);
    if (!found && article) found = elliptic_part(reader, i);
    if (!found) return std::nullopt;
    std::size_t end = found->end;
    std::optional<int> year = year_behind(reader, end);
    TimeExpression time = time_of(i, end, found->grain);
    time.is_relative = !year;
    if (!year && reader.frame.published) year = nearest_year(reader, *reader.frame.published, *found);
    if (year) std::tie(time.start, time.last) = part_of_year(*year, found->index, months_of(found->grain));
    return time;
}

}  // namespace figbook
