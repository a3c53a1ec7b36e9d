#include "quantity/bare_number.hpp"

#include "quantity/counted.hpp"
#include "quantity/unit.hpp"

namespace figbook {
namespace {

// "two $500 cheques": the price is an adjective of what is counted.
std::size_t behind_price(const SentenceWalk& walk, std::size_t at) {
    if (!walk.has(at)) return at;
    const auto prefix = read_currency_prefix(walk.document, walk.sentence, at);
    if (!prefix) return at;
    const auto price = parse_number(walk.document, prefix->end, walk.sentence.end, {true, false});
    return price ? price->end : at;
}

// "one" is mostly a pronoun; it is a figure where it counts a person.
bool is_one_person(const SentenceWalk& walk, const CountedNoun& noun) {
    return noun.end > noun.begin && walk.words.is(walk.token(noun.end - 1).word, WordClass::person_noun) &&
           !walk.is(noun.end - 1, "man") && !walk.is(noun.begin, "person");
}

// "the two sides", "these three", "the last two years": words that point back, and count nothing new.
bool is_reference(const SentenceWalk& walk, const Quantity& quantity, const Number& number,
                  const CountedNoun& noun) {
    if (!number.in_words || number.power || number.value > Decimal(10) ||
        quantity.begin == walk.sentence.begin)
        return false;
    if (noun.end > noun.begin && walk.words.is(walk.token(noun.end - 1).word, WordClass::person_noun))
        return false;
    return walk.is(quantity.begin - 1, WordClass::refers_back);
}

// The noun of the last count: what a number without one of its own goes on counting.
void take_noun_before(const SentenceWalk& walk, Quantity& quantity) {
    for (auto before = walk.found.rbegin(); before != walk.found.rend(); ++before)
        if (before->kind == Kind::count) {
            quantity.unit = before->unit;
            return;
        }
}

// "another 120 were at risk", "21 in all": the noun was named before.
bool is_elliptic_count(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    const bool is_fraction = number.grouped && number.value.exponent() < 0;
    if (may_be_year(walk.document, number) || number.value < Decimal(2) || is_fraction) return false;
    const bool in_all = walk.is(quantity.end, "in") && walk.is_any(quantity.end + 1, {"all", "total"});
    const bool has_bound = quantity.begin < quantity.core;
    const bool verb =
        walk.is_any(quantity.end, {"were", "are", "have"}) && (number.value >= Decimal(10) || has_bound);
    if (!in_all && !verb) return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.elliptic";
    take_noun_before(walk, quantity);
    return true;
}

// "47 of them children", "21 of those were shot down": what was counted before, or the noun behind.
bool is_some_of_them(const SentenceWalk& walk, Quantity& quantity) {
    if (!walk.is(quantity.end, "of") || !walk.is_any(quantity.end + 1, {"them", "those", "these"}))
        return false;
    quantity.kind = Kind::count;
    quantity.rule = "count.of_them";
    if (const CountedNoun noun = counted_noun(walk.document, walk.sentence, quantity.end + 2, false)) {
        quantity.unit = noun.unit;
        quantity.noun_begin = noun.begin;
        quantity.noun_end = noun.end;
        return true;
    }
    take_noun_before(walk, quantity);
    return true;
}

// "killing 12", "12 were killed", "at least 40 dead", "12 of them were injured".
bool is_casualty(const SentenceWalk& walk, const Quantity& quantity) {
    if (walk.is(quantity.end, "who")) return true;  // "95,800 who have been out of work"
    if (walk.is(quantity.end, "from") && walk.is(quantity.end + 1, WordClass::determiner) &&
        quantity.begin > walk.sentence.begin && walk.is(quantity.begin - 1, WordClass::casualty_verb))
        return true;
    for (std::size_t back = 1; back <= 2 && quantity.begin >= walk.sentence.begin + back; ++back)
        if (walk.is(quantity.begin - back, WordClass::casualty_verb)) return true;
    for (std::size_t i = quantity.end; walk.has(i) && i < quantity.end + 4; ++i) {
        if (walk.is(i, WordClass::casualty)) return true;
        const bool passed_over = walk.is(i, WordClass::auxiliary) || walk.is(i, WordClass::modifier) ||
                                 walk.is(i, WordClass::pronoun) || walk.is_any(i, {"of", "others"});
        if (!passed_over) return false;
    }
    return false;
}

// "14 of the 120 seats", "2, 3 and 5 per cent": the next number may say what this one counts.
bool leads_to_a_number(const SentenceWalk& walk, std::size_t at) {
    if (!walk.is_any(at, {"of", ",", "and", "or"})) return false;
    for (std::size_t i = at + 1; walk.has(i) && i < at + 4; ++i)
        if (walk.token(i).is_number() || walk.is(i, WordClass::number) || walk.is(i, WordClass::currency))
            return true;
    return false;
}

// "rose to", "fell from", "with": the word before the number says that something moved there.
bool moves_before(const SentenceWalk& walk, std::size_t back) {
    return walk.is(back, WordClass::change_verb) || walk.is(back, WordClass::change_particle) ||
           walk.is_any(back, {"from", "to", "by", "with", "than"});
}

// "is", "at", "above": the word before the number says that something stands there or moved there.
bool measures_before(const SentenceWalk& walk, std::size_t back) {
    return moves_before(walk, back) || walk.is(back, WordClass::copula) ||
           walk.is_any(back, {"at", "of", "against", "above", "below"});
}

// "a magnitude 6.1 earthquake", "magnitude-6.1"
bool is_magnitude(const SentenceWalk& walk, std::size_t back) {
    const bool hyphen = walk.is(back, "-") && back > walk.sentence.begin;
    return walk.is(hyphen ? back - 1 : back, "magnitude");
}

bool is_capitalised_word(const SentenceWalk& walk, std::size_t i) {
    return walk.has(i) && walk.token(i).is_word() && walk.token(i).is_capitalised();
}

// A bare number is a figure where the text measures something with it: a magnitude, an index level, a move.
bool bare_fits(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    if (number.power) return true;
    if (number.in_words) return false;
    const bool exact = quantity.bound == Bound::exact;
    if (quantity.begin == walk.sentence.begin)
        return !exact && (number.grouped || quantity.value >= Decimal(100));
    if (walk.is(quantity.end, "-") && walk.glued(quantity.end)) return false;
    const std::size_t back = quantity.begin - 1;
    if (is_magnitude(walk, back)) return number.value < Decimal(11);
    // Digits with thousands separators name nothing else: "we have 2,600".
    if (number.grouped && number.value >= Decimal(1000) && number.value.exponent() >= 0) return true;
    const bool measured = measures_before(walk, back);
    if (!exact) return number.grouped || quantity.value > Decimal(12) || measured;
    if (number.grouped) return measured || walk.is(back, "and");
    if (!measured) return false;
    if (walk.is(back, WordClass::copula) && quantity.value >= Decimal(100) &&
        !may_be_year(walk.document, number))
        return true;
    return moves_before(walk, back) && !walk.is(quantity.end, WordClass::street_word) &&
           !is_capitalised_word(walk, quantity.end);
}

}  // namespace

bool read_count(const SentenceWalk& walk, Quantity& quantity, const Number& number) {
    const auto refuse = [&](std::string_view reason) {
        return no_figure(walk.trace, quantity.core, quantity.end, reason);
    };
    if (number.in_words && !number.power && number.value.is_zero()) return refuse("zero");
    const bool one = number.value == Decimal(1) && !number.power;
    const std::size_t at = behind_price(walk, quantity.end);
    if (const CountedNoun noun = counted_noun(walk.document, walk.sentence, at, one)) {
        if (one && number.in_words && !is_one_person(walk, noun)) return refuse("one");
        if (is_reference(walk, quantity, number, noun)) return refuse("refers back");
        quantity.kind = Kind::count;
        quantity.unit = noun.unit;
        quantity.noun_begin = noun.begin;
        quantity.noun_end = noun.end;
        quantity.adjective = noun.hyphenated;
        quantity.rule = noun.hyphenated ? "count.hyphen" : "count.noun";
        return true;
    }
    if (one) return refuse("one");
    if (is_some_of_them(walk, quantity)) return true;
    if (is_casualty(walk, quantity)) {
        quantity.kind = Kind::count;
        quantity.unit = "people";
        quantity.rule = "count.casualty";
        return true;
    }
    if (is_elliptic_count(walk, quantity, number)) return true;
    quantity.kind = Kind::number;
    quantity.rule = "number.bare";
    if (bare_fits(walk, quantity, number)) return true;
    quantity.tentative = leads_to_a_number(walk, quantity.end);
    return quantity.tentative || refuse("counts nothing");
}

}  // namespace figbook
