#include "quantity/told_beside.hpp"

#include "quantity/amount.hpp"
#include "quantity/counted.hpp"
#include "quantity/leaning_number.hpp"

namespace figbook {
namespace {

// Percentages, measures and money of which another may be told; spans of time may stand beside ages.
bool has_unit_to_share(const Quantity& before) {
    return before.kind == Kind::percent || before.kind == Kind::money ||
           (before.kind == Kind::measure && !is_time_unit(before.unit));
}

// Neither is ten times the other.
bool are_of_one_size(const Quantity& before, const Quantity& quantity) {
    if (before.has_magnitude != quantity.has_magnitude || before.high || quantity.high) return false;
    const Decimal size = quantity.value.absolute();
    const auto tenfold = before.value.absolute().scaled(1);
    const auto tenth = before.value.absolute().scaled(-1);
    return tenfold && tenth && *tenth < size && size < *tenfold &&
           (before.kind != Kind::percent || size < Decimal(100));
}

// "rose | 2%": what goes on may be a level.
bool is_moved(const SentenceWalk& walk, const Quantity& before) {
    return before.begin > walk.sentence.begin && (walk.is(before.begin - 1, WordClass::change_verb) ||
                                                  walk.is_any(before.begin - 1, {"by", "up", "down"}));
}

// The "and" or "while" between the figures, with no verb before it; `to` where none stands there.
std::size_t joint_between(const SentenceWalk& walk, std::size_t from, std::size_t to) {
    constexpr std::size_t longest = 8;
    for (std::size_t i = from; i < to && i <= from + longest; ++i) {
        if (walk.is_any(i, {"and", "but", "while", "whereas", ";"})) return i;
        if (walk.is(i, WordClass::number) || walk.token(i).kind == TokenKind::number) {
            // "in 2022": a year says when
            if (!walk.is(i - 1, WordClass::preposition)) return to;
            continue;
        }
        // "of the vote" is no verb
        if ((does_something(walk, i) && !walk.is(i - 1, WordClass::determiner)) ||
            walk.is(i, WordClass::copula))
            return to;
    }
    return to;
}

// "64% in the city and | 58 in the suburbs", "40 tonnes last year and just | 35 this year": each where and when it is.
bool is_at_another_place(const SentenceWalk& walk, const Quantity& before, std::size_t joint,
                         const Quantity& quantity) {
    const std::size_t tail = before.phrase_end();
    if (tail >= joint || !walk.has(quantity.end)) return false;
    const std::size_t begin = walk.is_any(joint + 1, {"only", "just", "some"}) ? joint + 2 : joint + 1;
    if (begin < quantity.begin) return false;
    // "44% in May and | 51 a year ago"
    if (walk.is(tail, "in") && walk.is_any(quantity.end, {"a", "two", "three"}) &&
        walk.is(quantity.end + 1, WordClass::time_unit) &&
        walk.is_any(quantity.end + 2, {"ago", "earlier", "before"}))
        return true;
    if (walk.is(tail, WordClass::preposition))
        return walk.token(tail).word == walk.token(quantity.end).word &&
               !walk.is_any(tail, {"of", "to", "from"});
    return walk.is_any(tail, {"last", "this", "next"}) &&
           (walk.is_any(quantity.end, {"last", "this", "next"}) ||
            (walk.is_any(quantity.end, {"the", "a"}) && walk.is(quantity.end + 1, WordClass::time_unit)));
}

// "71 per cent and men | 63.", "40 mm and the south | 65": nothing but who or what it is told of.
bool is_of_another_thing(const SentenceWalk& walk, std::size_t joint, const Quantity& quantity,
                         bool percent) {
    constexpr std::size_t longest = 4;
    const std::size_t begin = joint + 1;
    if (begin >= quantity.begin || quantity.begin > begin + longest || !walk.ends_at_mark(quantity.end))
        return false;
    for (std::size_t i = begin; i < quantity.begin; ++i)
        if (!walk.token(i).is_word() || walk.is(i, WordClass::preposition) ||
            (does_something(walk, i) && !walk.is(i - 1, WordClass::possessive_pronoun)) ||
            walk.is(i, WordClass::copula) || walk.is(i, WordClass::auxiliary) ||
            walk.is(i, WordClass::modifier))
            return false;
    const std::size_t last = quantity.begin - 1;
    // "53% of the vote and Jo Hart | 44"
    if (percent && walk.token(last).is_capitalised() && walk.sentence.has(WordClass::poll_word)) return true;
    return !walk.token(last).is_capitalised() &&
           (walk.is(begin, WordClass::determiner) || walk.is(begin, WordClass::possessive_pronoun)
                ? last > begin
                : looks_plural(walk.document, last));
}

// "while the south had | 65.4", "whereas Harare reported exports of just | 29.9": no age, and no rank.
bool is_of_another_clause(const SentenceWalk& walk, const Quantity& before, std::size_t joint,
                          const Quantity& quantity) {
    constexpr std::size_t longest = 10;
    constexpr int least = 100;
    const bool is_precise = quantity.value.exponent() < 0 || !(quantity.value < Decimal(least));
    if (!is_precise || quantity.begin > joint + longest || !walk.ends_at_mark(quantity.end) ||
        is_moved(walk, before))
        return false;
    std::size_t verbs = 0;
    for (std::size_t i = joint + 1; i < quantity.begin; ++i) {
        if (!walk.token(i).is_word()) return false;
        if (does_something(walk, i) || walk.is(i, WordClass::copula)) ++verbs;
    }
    const std::size_t last = quantity.begin - 1;
    return verbs >= 1 && (walk.is(last, "of") || walk.is(last, WordClass::copula) ||
                          walk.is_any(last, {"had", "has", "have", "got", "made", "took", "produced"}));
}

// "50 metres long and | 25 wide"
bool is_of_another_extent(const SentenceWalk& walk, const Quantity& before, const Quantity& quantity) {
    const std::size_t tail = before.phrase_end();
    return before.kind == Kind::measure && walk.is(tail, WordClass::extent) &&
           walk.is(quantity.end, WordClass::extent) && quantity.begin <= tail + 3 &&
           walk.is_any(quantity.begin - 1, {"and", ",", "by", "but"});
}

// "90 mph, and | 110 on the coast"
bool is_on_another_place(const SentenceWalk& walk, const Quantity& before, const Quantity& quantity) {
    const bool deep = before.kind == Kind::measure && walk.is(before.phrase_end(), WordClass::extent);
    const std::size_t tail = before.phrase_end() + (deep ? 1 : 0);
    return walk.is(tail, ",") && walk.is(tail + 1, "and") && quantity.begin == tail + 2 &&
           walk.is_any(quantity.end, {"on", "in"}) && walk.is(quantity.end + 1, "the") &&
           walk.ends_at_mark(quantity.end + 3);
}

// "61 per cent said yes and | 31 no"
bool is_other_answer(const SentenceWalk& walk, const Quantity& before, const Quantity& quantity) {
    return before.kind == Kind::percent && walk.is_any(quantity.begin - 1, {"and", ","}) &&
           walk.is_any(quantity.end, {"no", "yes", "against", "undecided", "unsure"}) &&
           walk.ends_at_mark(quantity.end + 1);
}

// "31 per cent full, against | 74 a year ago"
bool is_against_then(const SentenceWalk& walk, const Quantity& before, const Quantity& quantity) {
    constexpr std::size_t furthest = 4;
    if (before.kind != Kind::percent || !walk.is(quantity.begin - 1, "against") ||
        quantity.begin > before.phrase_end() + furthest)
        return false;
    return walk.is(quantity.end, "last") ||
           (walk.is(quantity.end, "a") && walk.is(quantity.end + 1, WordClass::time_unit)) ||
           (walk.is(quantity.end, "in") && walk.is_number(quantity.end + 1));
}

bool is_of_an_end(const SentenceWalk& walk, const Quantity& quantity) {
    return quantity.begin > walk.sentence.begin + 1 && walk.is(quantity.begin - 1, "of") &&
           walk.is_any(quantity.begin - 2, {"low", "high", "peak", "trough", "minimum", "maximum"});
}

}  // namespace

bool is_told_beside(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    if (walk.found.empty() || number.in_words || may_be_year(walk.document, number)) return false;
    const Quantity& before = walk.found.back();
    if (!has_unit_to_share(before) || !are_of_one_size(before, quantity)) return false;
    if (is_against_then(walk, before, quantity) || is_other_answer(walk, before, quantity)) return true;
    if (is_of_another_extent(walk, before, quantity) || is_on_another_place(walk, before, quantity))
        return true;
    if (is_of_an_end(walk, before) && is_of_an_end(walk, quantity)) return true;
    const std::size_t joint = joint_between(walk, before.phrase_end(), quantity.begin);
    return joint < quantity.begin &&
           (is_at_another_place(walk, before, joint, quantity) ||
            is_of_another_thing(walk, joint, quantity, before.kind == Kind::percent) ||
            is_of_another_clause(walk, before, joint, quantity));
}

}  // namespace figbook
