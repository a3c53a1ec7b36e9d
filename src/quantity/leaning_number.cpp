#include "quantity/leaning_number.hpp"

#include <algorithm>

#include "quantity/amount.hpp"
#include "quantity/counted.hpp"
#include "quantity/number_alone.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "14 of the 120 seats", "2, 3 and 5 per cent": the next number may say what this one counts.
bool leads_to_a_number(const SentenceWalk& walk, std::size_t at) {
    if (walk.is(at, "out") && walk.is(at + 1, "of")) ++at;  // "10 out of the 14 states"
    if (!walk.is_any(at, {"of", ",", "and", "or", "±"})) return false;
    const std::size_t reach = walk.is(at, "of") ? 6 : 4;  // "two of the company's five"
    for (std::size_t i = at + 1; walk.has(i) && i < at + reach; ++i)
        if (walk.token(i).is_number() || walk.is(i, WordClass::number) || walk.is(i, WordClass::currency))
            return true;
    return false;
}

// "two wanted a bigger step", "eight are in intensive care": no noun stands between the number and its verb.
bool acts_behind(const SentenceWalk& walk, std::size_t i) {
    return walk.is_any(i, {"are", "were", "have", "had", "did"}) ||
           (does_something(walk, i) && !walk.is(i, WordClass::noun_first) && !looks_plural(walk.document, i));
}

bool counts_nouns(const SentenceWalk& walk) {
    return std::any_of(walk.found.begin(), walk.found.end(), [](const Quantity& each) {
        return each.kind == Kind::count && each.noun_end > each.noun_begin;
    });
}

// "28 pupils then; now it has nine", "to three points from eight": a number that may count what was counted before.
bool may_go_on_counting(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    const bool counted = std::any_of(walk.found.begin(), walk.found.end(),
                                     [](const Quantity& each) { return each.kind == Kind::count; });
    if (!counted || may_be_year(walk.document, number) || quantity.begin == walk.sentence.begin) return false;
    if (walk.is_any(quantity.end, {"more", "fewer"})) return true;
    if (walk.is(quantity.end, "short") && walk.is(quantity.end + 1, "of")) return true;
    const std::size_t back = quantity.begin - 1;
    const bool closes = !walk.has(quantity.end) || walk.token(quantity.end).kind == TokenKind::mark;
    if (walk.is_any(back, {"has", "have", "had"})) return closes;
    // "killing 1,200 people and kidnapping 251", "held 40 men, charged 12 and released the rest"
    if (is_second_deed(walk.document, walk.sentence, back))
        return closes || walk.is_any(quantity.end, {"and", "in", "from", "during"});
    if (does_something(walk, back)) return closes;  // "take 14 jets and retire nine"
    // "50 ships, against 11 this time last year"
    if (walk.is(back, WordClass::comparison) && !walk.is(back, "from"))
        return closes || walk.is_any(quantity.end, {"this", "last", "in", "a"});
    // "five backed it and two wanted more", "60 bags last year and twelve this time"
    // "12 of the homes will be flats and eight will be houses"
    if (walk.is(back, "and") && walk.is(quantity.end, WordClass::modal) && counts_nouns(walk)) return true;
    if (walk.is(back, "and"))
        if (walk.is_any(quantity.end, {"this", "last"}) || acts_behind(walk, quantity.end)) return true;
    // "60 in one village and 30 in another", "26 died in the blasts and five from gunfire", "three to Kenya and four to the state"
    if (walk.is(back, "and") && walk.is_any(quantity.end, {"in", "from", "at", "by"})) return true;
    const bool listed =
        walk.is_any(back, {"and", ":"}) && walk.is_any(quantity.end, {"to", "for"}) &&
        (walk.is(quantity.end + 1, WordClass::determiner) || is_capitalised_word(walk, quantity.end + 1));
    if (listed) return true;
    // "rescued 14 people; two were treated"
    if (walk.is(back, ";") && acts_behind(walk, quantity.end)) return true;
    if (walk.is_any(back, {"whom", "which"}) && walk.is(back - 1, "of"))
        return true;  // "of whom four survived"
    // "Of the 12 men, four were freed", "Of the six boats, four came back"
    if (walk.is(back, ",") &&
        (walk.is(quantity.end, "were") ||
         (walk.is(walk.sentence.begin, "of") &&
          (acts_behind(walk, quantity.end) || walk.is(quantity.end, WordClass::past_form) ||
           (walk.has(quantity.end) && has_ending(walk.document.word(quantity.end), "ed", 3))))))
        return true;
    // "Of the 40 players, 12 play in Wales": whatever they do
    if (walk.is(back, ",") && walk.found.size() == 1 && walk.found.back().begin == walk.sentence.begin + 2 &&
        walk.is(walk.sentence.begin, "of") && walk.is(walk.sentence.begin + 1, "the"))
        return walk.has(quantity.end) && walk.token(quantity.end).is_word() &&
               !walk.token(quantity.end).is_capitalised();
    return number.in_words && walk.is_any(back, {"from", "to"}) && something_moves(walk, back);
}

// "short of the 400 its leader had promised", "than the 40 analysts had expected"
bool is_promised(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr std::size_t longest = 6;
    if (quantity.begin < walk.sentence.begin + 2 || !walk.is(quantity.begin - 1, "the")) return false;
    if (!walk.is(quantity.begin - 2, WordClass::preposition)) return false;
    for (std::size_t i = quantity.end; walk.has(i) && i < quantity.end + longest; ++i) {
        if (walk.is_any(i, {"had", "have", "has"}))
            return i > quantity.end &&
                   (walk.is(i + 1, WordClass::projecting) ||
                    walk.is_any(i + 1, {"pencilled", "penciled", "assumed", "wanted", "asked", "hoped"}));
        if (!walk.token(i).is_word() || walk.is(i, WordClass::preposition)) return false;
    }
    return false;
}

// "SEK 176 million (152)", "6.0 percent (5.4)"
bool is_in_brackets_behind(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    if (walk.found.empty() || number.in_words || quantity.begin != walk.found.back().phrase_end() + 1 ||
        !walk.is(quantity.begin - 1, "(") || !walk.is(quantity.end, ")") ||
        may_be_year(walk.document, number))
        return false;
    const Quantity& now = walk.found.back();
    return (now.kind == Kind::money && now.has_magnitude) ||
           (now.kind == Kind::percent && number.value.exponent() < 0);
}

// "China (220 medals), Great Britain (124) and the US (105)": counted as the first name's were, in brackets of its own.
bool is_in_list_of_brackets(const SentenceWalk& walk, const Quantity& quantity) {
    const auto is_bracketed = [&](std::size_t begin, std::size_t end) {
        return begin >= walk.sentence.begin + 2 && walk.is(begin - 1, "(") && walk.is(end, ")") &&
               is_capitalised_word(walk, begin - 2);
    };
    return is_bracketed(quantity.begin, quantity.end) &&
           std::any_of(walk.found.begin(), walk.found.end(), [&](const Quantity& each) {
               return each.kind == Kind::count && is_bracketed(each.begin, each.phrase_end());
           });
}

// "380 grams, against 450 last year", "380 grams, compared with a standard of 450": held against a figure with a unit.
bool is_held_against(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    constexpr std::size_t longest = 6;
    if (walk.found.empty() || may_be_year(walk.document, number)) return false;
    const Quantity& last = walk.found.back();
    if ((last.kind != Kind::measure || is_time_unit(last.unit)) && last.kind != Kind::money) return false;
    const bool closes = !walk.has(quantity.end) ||
                        walk.is_any(quantity.end, {",", ".", ";", "last", "in", "a"}) ||
                        walk.words.times.can_start(walk.token(quantity.end).word);
    if (!closes) return false;
    std::size_t at = quantity.begin;
    if (walk.is(at - 1, "of"))
        while (at > last.end && at + longest > quantity.begin &&
               !walk.is_any(at - 1, {"against", "with", "to"}))
            --at;
    if (at <= last.end) return false;
    const bool compared = walk.is_any(at - 1, {"with", "to"}) && walk.is(at - 2, "compared");
    return (walk.is_any(at - 1, {"against", "versus"}) || compared) && at <= last.phrase_end() + 3;
}

// "63 metres a week rather than the 110 assumed"
bool is_assumed(const SentenceWalk& walk, const Quantity& quantity) {
    return quantity.begin >= walk.sentence.begin + 2 && walk.is(quantity.begin - 1, "the") &&
           walk.is_any(quantity.begin - 2, {"than", "of", "against", "versus"}) &&
           (walk.is(quantity.end, WordClass::foreseen) ||
            walk.is_any(quantity.end,
                        {"assumed", "planned", "promised", "budgeted", "needed", "required", "originally"}));
}

}  // namespace

bool does_something(const SentenceWalk& walk, std::size_t i) {
    return walk.is(i, WordClass::verb) && !walk.is(i, WordClass::copula) &&
           !walk.is(i, WordClass::change_verb) && !walk.is(i, WordClass::preposition);
}

bool goes_on_with_percents(const SentenceWalk& walk, const Quantity& quantity) {
    if (quantity.begin == walk.sentence.begin || !(quantity.value.absolute() < Decimal(100))) return false;
    if (!walk.is_any(quantity.begin - 1, {"up", "down", "on"})) return false;
    // "40 per cent, up three since May", "the Greens are down two in a month"; not "picked up three on the way"
    const bool over_time = quantity.begin > walk.sentence.begin + 1 &&
                           walk.is_any(quantity.end, {"since", "on", "from", "in", "over"}) &&
                           (walk.is_any(quantity.begin - 2, {",", "(", "–", "—"}) ||
                            walk.is(quantity.begin - 2, WordClass::copula));
    const bool closes = !walk.has(quantity.end) || walk.token(quantity.end).kind == TokenKind::mark ||
                        walk.is(quantity.end, "and") || over_time;
    return closes && std::any_of(walk.found.begin(), walk.found.end(),
                                 [](const Quantity& each) { return each.kind == Kind::percent; });
}

namespace {

// "The Greens were down two at 6%", ", up one at 14 per cent": points of the percentage behind it.
bool leads_to_percent(const SentenceWalk& walk, const Quantity& quantity) {
    if (quantity.begin < walk.sentence.begin + 2 || !(quantity.value < Decimal(100)) ||
        !walk.is_any(quantity.begin - 1, {"up", "down"}) || !walk.is_any(quantity.end, {"at", "on", "to"}))
        return false;
    const bool of_share = walk.is(quantity.begin - 2, ",") || walk.is(quantity.begin - 2, WordClass::copula);
    const std::size_t unit = quantity.end + 2;
    return of_share && walk.is_number(quantity.end + 1) &&
           (walk.is_any(unit, {"%", "percent"}) || (walk.is(unit, "per") && walk.is(unit + 1, "cent")));
}

}  // namespace

Leaning leaning_of(const SentenceWalk& walk, const Quantity& quantity, const Number& number) {
    const bool promised = is_promised(walk, quantity);
    if (promised && !walk.found.empty() && walk.found.back().kind == Kind::number &&
        !walk.found.back().tentative && number.value.exponent() < 0)
        return Leaning::level;
    const bool leans = promised || is_assumed(walk, quantity) ||
                       is_in_brackets_behind(walk, quantity, number) ||
                       is_in_list_of_brackets(walk, quantity) || is_held_against(walk, quantity, number) ||
                       goes_on_with_percents(walk, quantity) || leads_to_percent(walk, quantity) ||
                       leads_to_a_number(walk, quantity.end) ||
                       and_behind(walk.document, walk.sentence, quantity.end) != 0 ||
                       may_go_on_counting(walk, quantity, number);
    return leans ? Leaning::tentative : Leaning::none;
}

}  // namespace figbook
