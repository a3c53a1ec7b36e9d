#include "quantity/number_alone.hpp"

#include <algorithm>

#include "quantity/amount.hpp"
#include "quantity/bounds.hpp"
#include "quantity/unit.hpp"

namespace figbook {
namespace {

// "360 to the dollar", "84.2 against the dollar": how much of one currency another is worth.
bool is_rate_of_exchange(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t at = quantity.end;
    if (!walk.is_any(at, {"to", "per", "against"}) || quantity.begin == walk.sentence.begin) return false;
    const std::size_t other = walk.is(at + 1, "the") ? at + 2 : at + 1;
    return (walk.is(at + 1, "the") || walk.is(at, "per")) &&
           (walk.is(other, WordClass::currency) || walk.is(other, "greenback"));
}

// "rose to", "fell from", "with": the word before the number says that something moved there.
bool moves_before(const SentenceWalk& walk, std::size_t back) {
    return walk.is(back, WordClass::change_verb) || walk.is(back, WordClass::change_particle) ||
           walk.is_any(back, {"from", "to", "by", "with", "than"});
}

// "is", and the "'s" of "it's", but not that of "the firm's 787 Dreamliner".
bool is_copula(const SentenceWalk& walk, std::size_t i) {
    if (!walk.is(i, WordClass::copula)) return false;
    return walk.token(i).kind != TokenKind::possessive ||
           (i > walk.sentence.begin && walk.is(i - 1, WordClass::pronoun));
}

// "is", "at", "above": the word before the number says that something stands there or moved there.
bool measures_before(const SentenceWalk& walk, std::size_t back) {
    return moves_before(walk, back) || is_copula(walk, back) ||
           walk.is_any(back, {"at", "of", "against", "above", "below", "between", "=", "±"});
}

// "a magnitude 6.1 earthquake", "magnitude-6.1", "a 7.1-magnitude quake"
bool is_magnitude(const SentenceWalk& walk, const Quantity& quantity) {
    if (!walk.sentence.has(WordClass::magnitude_noun)) return false;
    const std::size_t next = quantity.end + (walk.is(quantity.end, "-") ? 1 : 0);
    if (walk.is(next, WordClass::magnitude_noun)) return true;
    if (quantity.begin < walk.sentence.begin + 2) return false;
    const std::size_t back = quantity.begin - 1;
    return walk.is(walk.is(back, "-") ? back - 1 : back, WordClass::magnitude_noun);
}

// "Ann Lee (2.5 ERA)": what a table of sport or business says of a name.
bool is_statistic(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t end = quantity.end;
    return walk.is(quantity.begin - 1, "(") && walk.has(end + 1) && walk.token(end).is_all_capitals() &&
           walk.is_any(end + 1, {")", ",", ";"});
}

// "the answer is 42", "a factor of 2.48", "x is equal to one hundred and seventy", "the result is between 20 and 30".
bool is_worth_of_something(const SentenceWalk& walk, std::size_t back) {
    if (walk.is_any(back, {"between", "from"})) --back;
    if (back >= walk.sentence.begin + 2 && walk.is(back, "to") && walk.is(back - 1, "equal")) back -= 2;
    if (back <= walk.sentence.begin) return false;
    const Token& noun = walk.token(back - 1);
    if (noun.end - noun.start == 1 && noun.is_capitalised()) return false;  // "Generation Z"
    return (walk.is(back, "of") || walk.is(back, WordClass::copula) || walk.is(back, "=")) &&
           walk.is(back - 1, WordClass::number_noun);
}

// "42 is the answer", "1 234.5 is a valid number".
bool is_answer(const SentenceWalk& walk, std::size_t end) {
    if (!walk.is(end, WordClass::copula) || !walk.is(end + 1, WordClass::determiner)) return false;
    return walk.is(end + 2, WordClass::number_noun) || walk.is(end + 3, WordClass::number_noun);
}

// "put the number of dead at 29", "estimates the crowd at 12,000"
bool is_put_at(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t furthest = 8;
    const std::size_t first = at > walk.sentence.begin + furthest ? at - furthest : walk.sentence.begin;
    bool tally = false;
    for (std::size_t i = at; i-- > first && walk.token(i).is_word();) {
        tally |= walk.is(i, WordClass::tally) || walk.is(i, WordClass::casualty);
        if (walk.is_any(i, {"put", "puts", "putting", "estimate", "estimates", "estimated"})) return tally;
    }
    return false;
}

// "the number of cases was 45", "the toll now stands at 14", "a target of 500", "it employs 420": what counts or holds
// something says it of any number.
bool is_tally(const SentenceWalk& walk, std::size_t back) {
    constexpr std::size_t furthest = 8;
    if (walk.is(back, WordClass::holding_verb) ||
        walk.is_any(back, {"hold", "holds", "holding", "employ", "seat", "sleep", "sleeps"}))
        return true;
    // "taking the number to 23"
    if (walk.is(back, "to") && back >= walk.sentence.begin + 3 && walk.is(back - 1, WordClass::tally) &&
        walk.is(back - 2, WordClass::determiner) && walk.is(back - 3, WordClass::bringing))
        return true;
    if (walk.is(back, "of"))
        return back > walk.sentence.begin &&
               (walk.is(back - 1, WordClass::tally) || walk.is(back - 1, WordClass::group_counted));
    if (walk.is(back, "at") && is_put_at(walk, back)) return true;
    if (walk.is(back, "at") && back > walk.sentence.begin) --back;
    if (walk.is(back, WordClass::modifier) && back > walk.sentence.begin) --back;
    if (!walk.is(back, WordClass::copula) || walk.token(back).kind == TokenKind::possessive) return false;
    const std::size_t first = back > walk.sentence.begin + furthest ? back - furthest : walk.sentence.begin;
    for (std::size_t i = back; i-- > first && walk.token(i).is_word();)
        if (walk.is(i, WordClass::tally) || (i + 1 == back && walk.is(i, "figure"))) return true;
    return false;
}

// "The prison, built for 400, holds 650"
bool is_room_for(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t back = quantity.begin - 1;
    return walk.is(back, "for") && back > walk.sentence.begin &&
           walk.is_any(back - 1, {"built", "designed", "meant", "licensed"}) &&
           walk.ends_at_dividing_mark(quantity.end);
}

// "the number of deaths rose to nine", "from seven to nine", "stood at nine": in words too, where nothing else is counted.
bool is_moved_number(const SentenceWalk& walk, std::size_t back, std::size_t end) {
    constexpr std::size_t furthest = 10;
    if (!walk.is_any(back, {"to", "from", "at"})) return false;
    if (walk.has(end) && walk.token(end).is_word() && !walk.is(end, WordClass::preposition) &&
        !walk.is(end, WordClass::conjunction))
        return false;
    const std::size_t first = back > walk.sentence.begin + furthest ? back - furthest : walk.sentence.begin;
    bool moves = false;
    for (std::size_t i = back; i-- > first && walk.token(i).is_word();) {
        moves |= walk.is(i, WordClass::change_verb) || walk.is_any(i, {"stood", "stands", "remained"});
        if (walk.is(i, "number"))
            return moves && i > walk.sentence.begin && walk.is(i - 1, "the") && walk.is(i + 1, "of");
    }
    return false;
}

// The "from" of "from a revised 53.3", "to a record 61.2", "from the previously reported 31"; what stands right before it
// where nothing of the kind does.
std::size_t before_described(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t back = quantity.begin - 1;
    // "from the 31 reported on Monday"
    if (walk.is(back, "the") && back > walk.sentence.begin && walk.is(back - 1, "from") &&
        walk.is_any(quantity.end, {"reported", "recorded", "registered", "confirmed", "announced", "seen"}))
        return back - 1;
    std::size_t i = back;
    while (i > walk.sentence.begin + 1 &&
           walk.is_any(
               i, {"revised", "upwardly", "downwardly", "preliminary", "provisional", "record", "initial",
                   "previous", "previously", "earlier", "prior", "reported", "originally", "initially"}))
        --i;
    return i < back && walk.is_any(i, {"a", "an", "the"}) ? i - 1 : back;
}

// "hitting .312", "a .500 record"; not "a .308 rifle".
bool is_average_of_sport(const SentenceWalk& walk, const Number& number) {
    constexpr std::size_t tokens = 2, places = 3;
    return walk.document.is(number.begin, ".") && number.end == number.begin + tokens &&
           walk.document.word(number.begin + 1).size() == places && !is_capitalised_word(walk, number.end) &&
           !walk.is(number.end, WordClass::weapon) && !walk.is(number.end, "-");
}

// "deport 600 a day", "20 a week".
bool is_rate_in_time(const SentenceWalk& walk, const Quantity& quantity) {
    return walk.is_any(quantity.end, {"a", "an", "per", "every"}) &&
           walk.is(quantity.end + 1, WordClass::time_unit) &&
           read_per(walk.document, walk.sentence, quantity.end);
}

// "this would bring 350 more.", "hopes to tag 15 more next summer": the noun was named in a sentence before.
bool is_so_many_more(const SentenceWalk& walk, const Quantity& quantity) {
    const bool further = quantity.begin < quantity.core &&
                         walk.is_any(quantity.core - 1, {"further", "another", "additional"});
    if (further && walk.has(quantity.end) && walk.is(quantity.end, WordClass::conjunction)) return true;
    if (!further && !walk.is_any(quantity.end, {"more", "fewer"})) return false;
    if (further) return !walk.has(quantity.end) || walk.is_any(quantity.end, {".", ",", ";"});
    const std::size_t more = quantity.end + 1;
    return !walk.has(more) || walk.is_any(more, {".", ",", ";", "next", "this", "last", "by", "since"});
}

}  // namespace

bool is_capitalised_word(const SentenceWalk& walk, std::size_t i) {
    return walk.has(i) && walk.token(i).is_word() && walk.token(i).is_capitalised();
}

bool something_moves(const SentenceWalk& walk, std::size_t at) {
    constexpr std::size_t furthest = 10;
    if (walk.is(at - 1, "to") && walk.is_any(at - 2, {"equal", "equivalent", "amounts", "comes"}))
        return true;
    const std::size_t first = at > walk.sentence.begin + furthest ? at - furthest : walk.sentence.begin;
    for (std::size_t i = at; i-- > first;)
        if (walk.is(i, WordClass::change_verb) || walk.is(i, WordClass::change_noun) ||
            walk.is(i, WordClass::change_particle) ||
            (walk.is(i, WordClass::comparison) && !walk.is(i, "from")))
            return true;
    return false;
}

bool is_at_a_rate(const SentenceWalk& walk, const Quantity& quantity) {
    return quantity.begin > walk.sentence.begin + 1 && walk.is(quantity.begin - 1, "of") &&
           walk.is_any(quantity.begin - 2, {"rate", "pace"}) && is_rate_in_time(walk, quantity);
}

bool is_factor(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t of = quantity.begin - 1;
    if (quantity.begin < walk.sentence.begin + 3 || quantity.value < Decimal(1)) return false;
    if (walk.is(of, "by") && walk.is_any(of - 1, {"multiplied", "multiplying"}))
        return !walk.has(quantity.end) || !walk.token(quantity.end).is_word() ||
               walk.is(quantity.end, WordClass::conjunction) || walk.is(quantity.end, WordClass::preposition);
    return walk.is(of, "of") && walk.is(of - 1, "factor") && walk.is(of - 2, "a") &&
           of > walk.sentence.begin + 2 && walk.is(of - 3, "by");
}

bool is_of_occasions(const SentenceWalk& walk, const Quantity& quantity) {
    const std::size_t next = quantity.end + 1;
    if (!walk.is(quantity.end, "times") || quantity.begin == walk.sentence.begin) return false;
    if (walk.is_any(quantity.begin - 1, {"by", "at", "of"}) || quantity.value.exponent() < 0) return false;
    return !walk.has(next) || walk.token(next).kind == TokenKind::mark ||
           walk.is(next, WordClass::conjunction) || walk.is_any(next, {"this", "last", "since"}) ||
           (walk.is(next, WordClass::preposition) &&
            !walk.is_any(next, {"as", "than", "of", "over", "above"}));
}

bool is_level_alone(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    if (number.power) return true;
    if (quantity.begin > walk.sentence.begin + 1 && is_worth_of_something(walk, quantity.begin - 1))
        return true;
    if (is_average_of_sport(walk, number)) return true;
    if (!number.in_words && number.value >= Decimal(10) && is_rate_in_time(walk, quantity)) return true;
    if (!number.in_words && number.value >= Decimal(10) && is_so_many_more(walk, quantity)) return true;
    if (is_at_a_rate(walk, quantity)) return true;
    if (is_magnitude(walk, quantity)) return number.value < Decimal(11);
    if (!number.in_words && is_rate_of_exchange(walk, quantity)) return true;
    const bool bound_behind = behind_bound(walk, quantity.end) != quantity.end;
    const bool exact = quantity.bound == Bound::exact && !bound_behind;
    const bool negative = number.value.is_negative();
    if (number.in_words && !negative) {
        if (!exact && quantity.value > Decimal(12)) return true;
        return quantity.begin > walk.sentence.begin && walk.sentence.has(WordClass::change_verb) &&
               is_moved_number(walk, quantity.begin - 1, quantity.end);
    }
    if (quantity.begin == walk.sentence.begin) {
        if (exact) return is_answer(walk, quantity.end);
        return number.grouped || quantity.value >= Decimal(100);
    }
    if (walk.is(quantity.end, "-") && walk.glued(quantity.end)) return false;
    const std::size_t back = before_described(walk, quantity);
    const bool richter = walk.is(quantity.end, "on") && walk.is(quantity.end + 2, "richter");
    if (richter) return number.value < Decimal(11);
    // Digits with thousands separators name nothing else: "we have 2,600".
    const bool has_separators =
        number.value.exponent() >= 0 || walk.document.word(number.begin).find(',') != std::string_view::npos;
    if (number.grouped && number.value >= Decimal(1000) && has_separators) return true;
    if (!may_be_year(walk.document, number) && (is_tally(walk, back) || is_room_for(walk, quantity)))
        return true;
    // "1,898 arrests, a fall of 711"
    if (exact && !number.in_words && walk.is(back, "of") && back > walk.sentence.begin &&
        walk.is(back - 1, WordClass::change_noun) && number.value >= Decimal(10) &&
        !may_be_year(walk.document, number) &&
        (!walk.has(quantity.end) || walk.token(quantity.end).kind == TokenKind::mark ||
         walk.is_any(quantity.end, {"from", "on", "in", "since", "over"})))
        return true;
    const bool measured = measures_before(walk, back);
    if (negative && exact) return measured;  // "it was minus 28 in Winnipeg"
    if (!exact) return number.grouped || quantity.value.absolute() > Decimal(12) || measured;
    if (number.grouped)
        return measured || is_statistic(walk, quantity) || walk.is(back, "and") ||
               (walk.token(back).kind == TokenKind::possessive &&
                (!walk.has(quantity.end) || !walk.token(quantity.end).is_word()));
    if (!measured) return false;
    if (is_copula(walk, back) && quantity.value >= Decimal(100) && !may_be_year(walk.document, number))
        return true;
    return moves_before(walk, back) && !walk.is(quantity.end, WordClass::street_word) &&
           !is_capitalised_word(walk, quantity.end) &&
           (quantity.value > Decimal(31) || something_moves(walk, quantity.begin));
}

}  // namespace figbook
