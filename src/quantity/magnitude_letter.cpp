#include "quantity/magnitude_letter.hpp"

#include <algorithm>

#include "quantity/counted.hpp"
#include "quantity/unit.hpp"

namespace figbook {
namespace {

// A word of the class at token i or one of the two behind it: "10m of [nylon rope]".
bool is_shortly(const SentenceWalk& walk, std::size_t i, WordClass wanted) {
    constexpr std::size_t reach = 3;
    for (std::size_t k = i; walk.has(k) && k < i + reach && walk.token(k).is_word(); ++k)
        if (walk.is(k, wanted)) return true;
    return false;
}

// "10m of rope", "3m waves", "the 400m hurdles": no distance that is run is shorter than fifty metres.
bool measures_behind(const SentenceWalk& walk, std::size_t i, const Number& plain) {
    constexpr int shortest_race = 50;
    const bool tonnes = walk.is(i - 1, "t");
    if (walk.is(i, "of")) return tonnes || is_shortly(walk, i + 1, WordClass::measured_stuff);
    const bool race = plain.value >= Decimal(shortest_race) && is_shortly(walk, i, WordClass::race_word);
    return race || is_shortly(walk, i, WordClass::long_thing);
}

// "35m of its devices", "2.7m combined sales", "5m people": what follows is counted, so the letter is a magnitude.
bool counts_behind(const SentenceWalk& walk, std::size_t i) {
    if (counted_noun(walk.document, walk.sentence, i, false) || walk.is(i, "of")) return true;
    if (walk.is_any(i, {"teu", "boe", "dwt", "pax"})) return true;  // "4.9m teu": units in one form only
    if (!walk.has(i) || !walk.token(i).is_word() || walk.token(i).starts_line()) return false;
    const bool adjective = walk.is(i, WordClass::adjective) ||
                           (!walk.token(i).is_capitalised() && looks_adjective(walk.document, i));
    if (!adjective) return false;
    return !walk.is(i, WordClass::extent) && !walk.is(i, WordClass::preposition) &&
           !walk.is(i, WordClass::conjunction) && !walk.is(i, WordClass::auxiliary) &&
           !walk.is(i, WordClass::verb);
}

// The word before the number leads from a subject to its worth: "stood at", "down from", "is", "Subscribers:".
bool leads_to_worth(const SentenceWalk& walk, std::size_t back) {
    return walk.is(back, WordClass::change_verb) || walk.is(back, WordClass::change_particle) ||
           walk.is(back, WordClass::comparison) || walk.is(back, WordClass::copula) ||
           walk.is(back, WordClass::tally) || walk.is(back, WordClass::counted_subject) ||
           walk.is_any(back, {"to", "at", "by", "of", "with", "above", "below", "between", ":", "("});
}

// "Waiting lists stood at 7.46m", "a population of 66m", "it sold 4m": the sentence speaks of people or things.
bool has_counted_subject(const SentenceWalk& walk, std::size_t begin) {
    constexpr std::size_t furthest = 12;
    if (!walk.sentence.has(WordClass::counted_subject) && !walk.sentence.has(WordClass::sale_verb))
        return false;
    const std::size_t first = begin > walk.sentence.begin + furthest ? begin - furthest : walk.sentence.begin;
    std::size_t back = begin;
    while (back > first && walk.is(back - 1, WordClass::modifier)) --back;  // "to about 5m"
    if (back == first) return false;
    if (walk.is(back - 1, WordClass::sale_verb)) return true;
    if (!leads_to_worth(walk, back - 1)) return false;
    for (std::size_t i = back; i-- > first;) {
        if (walk.is(i, WordClass::length_word)) return false;
        if (walk.is(i, WordClass::counted_subject)) return true;
    }
    return false;
}

// "from 34m to 45m tonnes", "between 34m and 45m barrels": a million like the one of the unit behind it.
bool goes_to_millions(const SentenceWalk& walk, const Number& number) {
    if (number.begin == walk.sentence.begin) return false;
    const bool from = walk.is(number.begin - 1, "from") && walk.is(number.end, "to");
    const bool between = walk.is(number.begin - 1, "between") && walk.is(number.end, "and");
    if ((!from && !between) || !walk.is_number(number.end + 1)) return false;
    const auto second = parse_number(walk.document, number.end + 1, walk.sentence.end, {});
    if (!second || !second->abbreviated || second->power != number.power) return false;
    const auto unit = read_unit(walk.document, walk.sentence, second->end, *second);
    return unit && unit->kind == Kind::measure && unit->unit != "m";
}

// "4.2m cars, against 3.9m", "45m tonnes, up from 34m", "to 12m from 10m": a million like the figure that it is set against.
bool is_set_against_millions(const SentenceWalk& walk, const Number& number) {
    constexpr std::size_t furthest = 3;
    if (goes_to_millions(walk, number)) return true;
    if (walk.found.empty()) return false;
    const Quantity& before = walk.found.back();
    // "Of 45m tonnes, 34m were sold"
    if (before.kind == Kind::measure && before.unit != "m" && before.power == number.power &&
        before.begin == walk.sentence.begin + 1 && walk.is(walk.sentence.begin, "of") &&
        walk.is(number.begin - 1, ",") &&
        walk.is_any(number.end, {"were", "was", "are", "is", "went", "came"}))
        return true;
    const bool measure = before.kind == Kind::measure && before.unit != "m";
    const bool settled =
        measure || before.kind == Kind::count || before.kind == Kind::number || before.kind == Kind::money;
    if (!settled || !before.has_magnitude || before.power != number.power) return false;
    for (std::size_t i = number.begin; i-- > before.end && i + furthest >= number.begin;) {
        if (walk.is(i, WordClass::length_word)) return false;  // "to a depth of 4m"
        if (walk.is(i, WordClass::comparison)) return true;
        // "3m tonnes of rock and 9m of cliff": of a measure, only what it is set against
        if (!measure && walk.is_any(i, {"to", "with", "and", "or", "by"})) return true;
    }
    return false;
}

}  // namespace

bool is_magnitude_letter(const SentenceWalk& walk, const Number& number, const Number& plain) {
    constexpr int thousand = 1000;
    const std::size_t behind = number.end;
    // "the 1,500m final": thousands of millions are billions.
    if (!(plain.value < Decimal(thousand)) || measures_behind(walk, behind, plain)) return false;
    if (walk.is(behind, WordClass::extent)) return false;  // "12m long"
    return counts_behind(walk, behind) || is_set_against_millions(walk, number) ||
           has_counted_subject(walk, number.begin);
}

}  // namespace figbook
