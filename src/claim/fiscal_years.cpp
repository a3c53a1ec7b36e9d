#include "claim/fiscal_years.hpp"

#include <string>
#include <tuple>

namespace figbook {
namespace {

constexpr int century = 100;

// What a fiscal time says of its place: a year, and a quarter or half of it.
struct FiscalPlace {
    std::optional<int> year;  // in which it ends; unset: told from the publication, by `step`
    std::optional<int> step;  // -1 for "last", 0 for "this", 1 for "next"
    TimeGrain grain = TimeGrain::year;
    int index = 0;  // of the part, from 0
    std::size_t end = 0;
};

std::optional<int> two_digits(const TimeReader& reader, std::size_t i) {
    if (!reader.has(i) || !reader.token(i).is_number() || reader.text(i).size() != 2) return std::nullopt;
    const auto number = Decimal::parse(reader.text(i));
    return number ? std::optional(static_cast<int>(number->to_double())) : std::nullopt;
}

// The end of "year", "tax year" and "season" at `at`, which may stand behind a fiscal year.
std::size_t behind_noun(const TimeReader& reader, std::size_t at) {
    if (reader.is(at, WordClass::fiscal_word) && reader.is(at + 1, "year")) return at + 2;
    return reader.is_any(at, {"year", "season"}) ? at + 1 : at;
}

// "2022-23", "2022/23": the year in which it ends. "2019-21" is a span of whole years.
std::optional<FiscalPlace> split_year(const TimeReader& reader, std::size_t i) {
    if (!reader.token(i).is_number()) return std::nullopt;
    const auto first = reader.year_at(i);
    const std::string_view mark = reader.text(i + 1);
    if (!first || (mark != "-" && mark != "–" && mark != "/")) return std::nullopt;
    const auto digits = two_digits(reader, i + 2);
    const bool follows = digits ? (*first + 1) % century == *digits
                                : mark == "/" && reader.year_at(i + 2) == std::optional(*first + 1);
    if (!follows) return std::nullopt;
    return FiscalPlace{*first + 1, std::nullopt, TimeGrain::year, 0, behind_noun(reader, i + 3)};
}

// "fiscal 2023", "fiscal year 2023", "FY23", "FY2023", "fiscal 2022-23"
std::optional<FiscalPlace> named_year(const TimeReader& reader, std::size_t i) {
    if (!reader.is(i, WordClass::fiscal_word)) return std::nullopt;
    std::size_t at = reader.is(i + 1, "year") ? i + 2 : i + 1;
    if (!reader.has(at)) return std::nullopt;
    if (reader.is(at, "-")) ++at;
    if (!reader.has(at)) return std::nullopt;
    if (const auto split = split_year(reader, at)) return split;
    FiscalPlace place{reader.year_at(at), std::nullopt, TimeGrain::year, 0, at + 1};
    if (place.year) return place;
    const auto digits = reader.is(i, "fy") ? two_digits(reader, at) : std::nullopt;
    if (!digits) return std::nullopt;
    place.year = 20 * century + *digits;
    return place;
}

// "the last financial year", "this fiscal year"
std::optional<FiscalPlace> told_year(const TimeReader& reader, std::size_t i) {
    const auto step = reader.direction_at(i);
    if (!step || !reader.is(i + 1, WordClass::fiscal_word) || !reader.is(i + 2, "year")) return std::nullopt;
    FiscalPlace place;
    place.step = *step;
    place.end = i + 3;
    return place;
}

// "fiscal third quarter", "third fiscal quarter", "third quarter of fiscal 2023", "Q3 FY23"
std::optional<FiscalPlace> part_of_fiscal_year(const TimeReader& reader, std::size_t i) {
    const bool opens = reader.is(i, WordClass::fiscal_word);
    std::size_t at = opens ? i + 1 : i;
    FiscalPlace place;
    const bool short_form = reader.is_any(at, {"q", "h"}) && reader.has(at + 1) &&
                            !reader.token(at + 1).space_before() && reader.day_at(at + 1);
    if (short_form) {
        place.index = *reader.day_at(at + 1) - 1;
        place.grain = reader.is(at, "q") ? TimeGrain::quarter : TimeGrain::half;
        at += 2;
    } else {
        const auto ordinal =
            reader.words.times.match(reader.frame.document.tokens, at, reader.frame.sentence.end);
        if (!ordinal || ordinal.meaning->kind != TimeWordKind::ordinal) return std::nullopt;
        place.index = ordinal.meaning->number - 1;
        ++at;
        if (reader.is(at, "-")) ++at;
        const bool between = reader.is(at, WordClass::fiscal_word);
        if (between) ++at;
        if (!reader.is_any(at, {"quarter", "half"})) return std::nullopt;
        place.grain = reader.is(at, "quarter") ? TimeGrain::quarter : TimeGrain::half;
        ++at;
        place.end = at;
        if (opens || between) {
            place.year = reader.year_behind(place.end);
            if (!place.year) place.step = 0;
        }
    }
    if (place.index >= months_of_year / months_of(place.grain)) return std::nullopt;
    std::size_t year = reader.is_any(at, {"of", "in"}) ? at + 1 : at;
    if (reader.is_any(year, {"the", "its"})) ++year;
    if (reader.has(year)) {
        auto whole = named_year(reader, year);
        if (!whole) whole = told_year(reader, year);
        if (!whole && reader.token(year).is_number()) whole = split_year(reader, year);
        if (whole) {
            place.year = whole->year;
            place.step = whole->step;
            place.end = whole->end;
        }
    }
    return place.year || place.step ? std::optional(place) : std::nullopt;
}

std::optional<FiscalPlace> place_at(const TimeReader& reader, std::size_t i) {
    if (!reader.has(i)) return std::nullopt;
    if (reader.token(i).is_number()) return split_year(reader, i);
    if (auto place = part_of_fiscal_year(reader, i)) return place;
    if (auto place = named_year(reader, i)) return place;
    return told_year(reader, i);
}

// The year in which the fiscal year ends that the place is of, as of the publication.
std::optional<int> closing_year(const TimeReader& reader, const FiscalPlace& place, unsigned end_month) {
    if (place.year) return place.year;
    if (!reader.frame.published || !place.step) return std::nullopt;
    const Date now = *reader.frame.published;
    const int running = month_of(now) > end_month ? year_of(now) + 1 : year_of(now);
    return running + *place.step;
}

// The days of the place, once the month is known with which the year ends.
std::optional<Days> days_of(const TimeReader& reader, const FiscalPlace& place, unsigned end_month) {
    auto year = closing_year(reader, place, end_month);
    if (!year) return std::nullopt;
    const auto days_in = [&](int closing) {
        const Date opens = add_months(first_of_month(closing, end_month), 1 - months_of_year);
        const int months = months_of(place.grain);
        const Date first = add_months(opens, place.index * months);
        return Days{first, add_days(add_months(first, months), -1)};
    };
    Days days = days_in(*year);
    // "the fiscal first quarter" without a year: the last one that is over.
    const bool open = !place.year && place.grain != TimeGrain::year && !reader.ahead(place.end);
    if (open && days_between(*reader.frame.published, days.second) > days_still_meant)
        days = days_in(*year - 1);
    return days;
}

// The month at `at`, behind "on", "in", the day and the like; 0 where none is near.
unsigned month_near(const Document& document, std::size_t at, std::size_t end) {
    constexpr std::size_t near = 5;
    const Vocabulary& words = vocabulary();
    for (std::size_t i = at; i < end && i < at + near; ++i) {
        const auto match = words.times.match(document.tokens, i, end);
        if (match && match.meaning->kind == TimeWordKind::month && document.tokens[i].is_capitalised())
            return static_cast<unsigned>(match.meaning->number);
    }
    return 0;
}

// What the sentence says of the end of fiscal years, 0 for nothing: behind "fiscal year", "ends in June", "runs from
// July to June" or "begins on 1 July".
unsigned end_told_in(const Document& document, const Sentence& sentence) {
    const Vocabulary& words = vocabulary();
    constexpr std::size_t reach = 12;  // tokens from "fiscal year" to the verb
    for (std::size_t i = sentence.begin; i + 1 < sentence.end; ++i) {
        if (!words.is(document.tokens[i].word, WordClass::fiscal_word) || !document.reads(i + 1, "year"))
            continue;
        for (std::size_t at = i + 2; at < sentence.end && at < i + 2 + reach; ++at) {
            const auto reads = [&](WordLiteral word) { return document.reads(at, word); };
            if (reads("ends") || reads("ended") || reads("ending") || reads("closes") || reads("end")) {
                if (const unsigned month = month_near(document, at + 1, sentence.end)) return month;
            } else if (reads("begins") || reads("starts") || reads("began") || reads("runs")) {
                const unsigned month = month_near(document, at + 1, sentence.end);
                if (month > 0) return month == 1 ? months_of_year : month - 1;
            }
        }
    }
    return 0;
}

}  // namespace

std::optional<unsigned> end_of_fiscal_year(const Document& document) {
    for (const Sentence& sentence : document.sentences) {
        if (!sentence.has(WordClass::fiscal_word) || !sentence.has(WordClass::month)) continue;
        if (const unsigned month = end_told_in(document, sentence)) return month;
    }
    return std::nullopt;
}

std::optional<TimeExpression> fiscal_time(const TimeReader& reader, std::size_t i) {
    const std::size_t first = reader.is_any(i, {"the", "its"}) ? i + 1 : i;
    const bool may_be = reader.frame.sentence.has(WordClass::fiscal_word) ||
                        reader.is(first, WordClass::time_marker) ||
                        (reader.has(first) && reader.token(first).is_number());
    const auto place = may_be ? place_at(reader, first) : std::nullopt;
    if (!place) return std::nullopt;
    TimeExpression time = time_of(i, place->end, place->grain);
    const auto end_month = reader.frame.fiscal_year_end;
    if (const auto days = end_month ? days_of(reader, *place, *end_month) : std::nullopt)
        std::tie(time.start, time.last) = *days;
    return time;
}

}  // namespace figbook
