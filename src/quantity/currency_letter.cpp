#include "quantity/currency_letter.hpp"

#include <algorithm>

#include "quantity/number.hpp"
#include "quantity/unit.hpp"

namespace figbook {
namespace {

// "P96 a month", "R40 per litre"
bool is_rate(const SentenceWalk& walk, std::size_t end) {
    return walk.is_any(end, {"a", "an", "per"}) && walk.has(end + 1) &&
           read_per(walk.document, walk.sentence, end).has_value();
}

// Two decimals, a magnitude or groups of digits: "28.79", "60 billion", "8 500", "1,200".
bool has_form_of_money(const SentenceWalk& walk, const Number& number) {
    if (number.power) return true;
    const std::string_view digits = walk.document.word(number.begin);
    constexpr std::size_t decimals = 2;
    const std::size_t point = digits.find('.');
    if (point != std::string_view::npos) return digits.size() - point - 1 == decimals;
    return number.end > number.begin + 1 || digits.find(',') != std::string_view::npos ||
           is_rate(walk, number.end);  // "P96 a month"
}

// The letter alone before digits: "(R500", "a R500 note"; not "A-R500", "R500X", "R2-D2".
bool stands_alone(const SentenceWalk& walk, std::size_t at, const Number& number) {
    const bool apart = at == walk.sentence.begin || walk.token(at).space_before() ||
                       walk.is_any(at - 1, {"(", "[", "\"", "“", "‘", "-", "–", "~"});
    const bool joined_before = at > walk.sentence.begin + 1 && walk.is(at - 1, "-") && walk.glued(at - 1) &&
                               walk.glued(at) && !walk.token(at - 2).is_number();
    if (!apart || joined_before) return false;
    const std::size_t end = number.end;
    if (!walk.glued(end)) return true;
    const bool code_behind = walk.is(end, "-") && walk.glued(end + 1) && walk.has(end + 1) &&
                             walk.token(end + 1).end - walk.token(end + 1).start == 1 &&
                             !walk.is_number(end + 1) &&
                             walk.token(end + 1).word != walk.token(at).word;  // "R2-D2", not "R50-R60"
    return !code_behind && !walk.token(end).is_word();
}

// "the R62 near Montagu", "took the R300 to work", "on the N1 highway": a road.
bool is_road(const SentenceWalk& walk, std::size_t at, const Number& number) {
    if (at == walk.sentence.begin || number.end > number.begin + 1) return false;
    if (walk.is(number.end, WordClass::street_word) || walk.is(number.end, WordClass::road_word)) return true;
    if (walk.is(at - 1, WordClass::road_word)) return true;
    const bool range = walk.is(number.end, "to") && walk.is(number.end + 1, WordClass::currency_letter);
    return walk.is(at - 1, "the") && !range &&
           (!walk.has(number.end) || !walk.token(number.end).is_word() ||
            walk.is(number.end, WordClass::preposition) || walk.is(number.end, WordClass::auxiliary) ||
            walk.is(number.end, WordClass::conjunction));
}

// "Y2K", "the R2K campaign": a single digit between capitals is a name, where "R20K" and "R2k" are sums.
bool is_name(const SentenceWalk& walk, const Number& number) {
    return number.end == number.begin + 2 && walk.token(number.begin).length() == 1 &&
           walk.document.is(number.end - 1, "K") && walk.glued(number.end - 1);
}

// "raised to N141 from N65": a small amount beside one that is more surely of that currency.
bool follows_its_like(const SentenceWalk& walk, std::size_t at, const CurrencyLetter& letter) {
    if (walk.found.empty() || at == walk.sentence.begin ||
        !walk.is_any(at - 1, {"to", "from", "by", "at", "of", "and", "than", "a"}))
        return false;
    return std::any_of(walk.found.begin(), walk.found.end(), [&](const Quantity& each) {
        return each.kind == Kind::money && each.unit == letter.currencies.front().code;
    });
}

}  // namespace

std::optional<PrefixRead> read_prefix(const SentenceWalk& walk, std::size_t at) {
    if (auto sign = read_currency_prefix(walk.document, walk.sentence, at)) return sign;
    if (!walk.is(at, WordClass::currency_letter) || !walk.is_number(at + 1) || !walk.glued(at + 1)) return {};
    const CurrencyLetter* letter = walk.words.letter_of(walk.document.word(at));
    if (!letter) return std::nullopt;
    const auto number = parse_number(walk.document, at + 1, walk.sentence.end, {true, false});
    if (!number || !stands_alone(walk, at, *number) || is_name(walk, *number)) return std::nullopt;
    const bool form = has_form_of_money(walk, *number);
    if (form && letter->form_is_enough) return PrefixRead{letter->currencies.front(), at + 1};
    constexpr int least = 100;  // without a form: "N95 masks", "a P2 mask"
    const bool may_be_small =
        (letter->form_is_enough || follows_its_like(walk, at, *letter)) && number->value >= Decimal(2);
    if (!form && (is_road(walk, at, *number) || !(may_be_small || number->value >= Decimal(least))))
        return {};
    for (const CurrencyName& each : letter->currencies)
        if (walk.evidence.speaks_for(each.code)) return PrefixRead{each, at + 1};
    return std::nullopt;
}

}  // namespace figbook
