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
    // "1st quarter", "2nd half"
    if (const auto number = reader.day_at(i); number && *number <= 4 && reader.is_ordinal_ending(i + 1)) {
        const std::size_t noun = reader.is(i + 2, "-") ? i + 3 : i + 2;
        if (reader.is(noun, "quarter")) return Part{TimeGrain::quarter, *number - 1, noun + 1};
        if (reader.is(noun, "half") && *number <= 2) return Part{TimeGrain::half, *number - 1, noun + 1};
    }
    const auto ordinal = reader.words.times.match(reader.frame.document.tokens, i, reader.frame.sentence.end);
    // "the last quarter of 2023": the fourth, where a year follows.
    const bool last = reader.is(i, "last") && reader.is_any(i + 2, {"of", "in"}) && !reader.is(i + 3, "the");
    if (last && reader.is(i + 1, "quarter")) return Part{TimeGrain::quarter, 3, i + 2};
    if (last && reader.is(i + 1, "half")) return Part{TimeGrain::half, 1, i + 2};
    if (!ordinal || ordinal.meaning->kind != TimeWordKind::ordinal) return std::nullopt;
    std::size_t noun = i + 1;
    if (reader.has(noun) && reader.is(noun, "-")) ++noun;
    if (reader.is(noun, "fiscal") || reader.is(noun, "calendar")) ++noun;
    if (reader.is(noun, "quarter")) return Part{TimeGrain::quarter, ordinal.meaning->number - 1, noun + 1};
    if (reader.is(noun, "half") && ordinal.meaning->number <= 2)
        return Part{TimeGrain::half, ordinal.meaning->number - 1, noun + 1};
    return std::nullopt;
}

// "in the second quarter after 2% in the first": the noun is left out.
std::optional<Part> elliptic_part(const TimeReader& reader, std::size_t i) {
    if (i == reader.frame.sentence.begin ||
        !reader.is_any(i - 1, {"in", "from", "than", "with", "to", "for"}))
        return std::nullopt;
    const auto ordinal =
        reader.words.times.match(reader.frame.document.tokens, i + 1, reader.frame.sentence.end);
    if (!ordinal || ordinal.meaning->kind != TimeWordKind::ordinal) return std::nullopt;
    const bool closes = !reader.has(i + 2) || reader.is(i + 2, ".") || reader.is(i + 2, ",") ||
                        reader.is(i + 2, ";") || reader.is(i + 2, "and");
    if (!closes) return std::nullopt;
    for (std::size_t back = i; back-- > reader.frame.sentence.begin;)
        if (const auto earlier_part = part_at(reader, back))
            return Part{earlier_part->grain, ordinal.meaning->number - 1, i + 2};
    return std::nullopt;
}

// The year of a part that is told without one: the last one that is over or nearly so, the one now running or the next
// where the sentence looks ahead.
int nearest_year(const TimeReader& reader, std::size_t i, Date now, const Part& part) {
    const int months = months_of(part.grain);
    const int year = year_of(now);
    const Date last = part_of_year(year, part.index, months).second;
    // "will raise its provision for the third quarter", in October: of a quarter that is just over nothing is known yet.
    constexpr int days_unreported = 45;
    if (reader.ahead(i)) {
        // "cut its estimate of fourth-quarter profit", in January; "by the fourth quarter" is ahead
        const Date before = part_of_year(year - 1, part.index, months).second;
        const bool by = i > reader.frame.sentence.begin && reader.is_any(i - 1, {"by", "until", "from"});
        constexpr int days_of_two_months = 60;  // the shops' years end in January
        const bool in = i > reader.frame.sentence.begin && reader.is(i - 1, "in");
        const int unreported = in ? days_unreported : days_of_two_months;
        if (part.grain == TimeGrain::quarter && !by && days_between(before, now) <= unreported)
            return year - 1;
        return days_between(last, now) > days_unreported ? year + 1 : year;
    }
    return days_between(now, last) > days_still_meant ? year - 1 : year;
}

// The year named before the part: "2022 Q1", "last year's third quarter"; `begin` is the part's first token and is moved.
std::optional<int> year_before(const TimeReader& reader, std::size_t i, std::size_t& begin) {
    if (const auto year = reader.year_at(i)) {
        const bool owns = reader.has(i + 1) && reader.token(i + 1).kind == TokenKind::possessive;
        begin = owns || reader.is(i + 1, "-") ? i + 2 : i + 1;
        return year;
    }
    const auto told = reader.told_year_at(i);
    if (!told || !reader.has(i + 2) || reader.token(i + 2).kind != TokenKind::possessive) return std::nullopt;
    begin = i + 3;
    return told;
}

// "scored 20 of his points in the first half": of a match.
bool is_of_match(const TimeReader& reader) {
    const SentenceFrame& frame = reader.frame;
    if (!frame.sentence.has(WordClass::sport_word)) return false;
    for (std::size_t i = frame.sentence.begin; i < frame.sentence.end; ++i)
        if (reader.is_any(i, {"scored", "rebounds", "assists", "touchdown", "touchdowns", "yards", "halftime",
                              "half-time", "equaliser", "equalizer", "penalty", "goalkeeper", "midfielder"}))
            return true;
    return false;
}

}  // namespace

std::optional<TimeExpression> part_of_some_year(const TimeReader& reader, std::size_t i) {
    std::size_t begin = i;
    std::optional<int> year = year_before(reader, i, begin);
    const bool article = !year && reader.is_any(i, {"the", "its", "their"});
    auto found = part_at(reader, article ? i + 1 : begin);
    if (!found && article) found = elliptic_part(reader, i);
    if (!found) return std::nullopt;
    std::size_t end = found->end;
    if (!year) year = reader.year_behind(end);
    // "H1-2024", "Q3/2024"
    if (!year && reader.is_any(end, {"-", "/"}) && reader.has(end + 1)) {
        year = reader.year_at(end + 1);
        if (year) end += 2;
    }
    if (!year && is_of_match(reader)) return std::nullopt;
    TimeExpression time = time_of(i, end, found->grain);
    time.is_relative = time.open_year = !year;
    time.names_year = year.has_value();
    if (!year && reader.frame.published) year = nearest_year(reader, i, *reader.frame.published, *found);
    std::tie(time.start, time.last) =
        part_of_year(year.value_or(whatever_year), found->index, months_of(found->grain));
    if (!year) hide_days(time);
    return time;
}

}  // namespace figbook
