#include "quantity/things_in_ratio.hpp"

#include "quantity/counted.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// What is won and lost so often in so many games: "four goals in 10" tells of both, and of no part.
bool is_won_in_games(const SentenceWalk& walk, std::size_t thing) {
    return walk.is_any(thing, {"goals", "points", "wins", "tries", "games", "matches", "titles", "wickets",
                               "defeats", "assists", "starts", "medals", "runs", "draws", "victories"});
}

bool may_describe(const SentenceWalk& walk, std::size_t i) {
    static constexpr WordClasses others{WordClass::preposition, WordClass::determiner,  WordClass::pronoun,
                                        WordClass::relative,    WordClass::number,      WordClass::auxiliary,
                                        WordClass::modal,       WordClass::conjunction, WordClass::time_unit,
                                        WordClass::casualty,    WordClass::copula};
    return walk.token(i).is_word() && !walk.token(i).is_capitalised() &&
           !walk.words.classes[walk.token(i).word].has_any(others);
}

// One "adult", four "households": as its number asks for.
bool is_thing(const SentenceWalk& walk, std::size_t i, bool one) {
    if (!may_describe(walk, i)) return false;
    if (!one) return looks_plural(walk.document, i) && !is_won_in_games(walk, i);
    const bool adjective = walk.is(i, WordClass::adjective) && !walk.is(i, WordClass::person_noun);
    return !adjective && !looks_plural(walk.document, i) && !has_past_ending(walk.document.word(i), 3);
}

bool is_joint(const SentenceWalk& walk, std::size_t i) {
    return walk.is(i, "in") || (walk.is(i, "out") && walk.is(i + 1, "of"));
}

// Behind "adult", "young people", "secondary school pupils"; 0 where the words are none.
std::size_t behind_noun(const SentenceWalk& walk, std::size_t at, bool one) {
    constexpr std::size_t longest = 3;
    for (std::size_t i = at; walk.has(i + 1) && i < at + longest; ++i) {
        if (is_joint(walk, i + 1)) return is_thing(walk, i, one) ? i + 1 : 0;
        if (!may_describe(walk, i)) return 0;
    }
    return 0;
}

// Nothing that the second number would count of its own: "in six was late", "in 10 with asthma"; not "in six games", "in 10 to
// 15 days".
bool stands_alone(const SentenceWalk& walk, std::size_t end, bool every) {
    if (!walk.has(end)) return true;
    if (!walk.token(end).is_word()) return walk.is_any(end, {",", ".", ";", ":", ")", "”", "\"", "?", "!"});
    if (walk.is(end, "of")) return walk.is_any(end + 1, {"them", "those", "these", "us"});
    if (walk.is_any(end,
                    {"with", "who", "that", "at", "across", "aged", "under", "over", "and", "but", "or"}))
        return !walk.is_number(end + 1);
    if (walk.is_any(end, {"on", "near", "around"}))
        return walk.is_any(end + 1, {"the", "its", "their", "our"});
    static constexpr WordClasses doing{WordClass::auxiliary, WordClass::verb,      WordClass::modal,
                                       WordClass::cue,       WordClass::past_form, WordClass::person_verb};
    if (walk.words.classes[walk.token(end).word].has_any(doing)) return true;
    if (has_past_ending(walk.document.word(end), 3) || has_ending(walk.document.word(end), "ly", 3) ||
        walk.is_any(end, {"now", "still", "also", "already", "never"}))
        return true;
    return every && !looks_plural(walk.document, end) && !looks_adjective(walk.document, end);
}

}  // namespace

std::size_t behind_thing_in_ratio(const SentenceWalk& walk, const Amount& amount) {
    constexpr int most = 1000;
    constexpr std::size_t longest =
        2;  // digits: few tell of "120 people in 1,000", and most numbers need not be asked
    const Number& part = amount.number;
    if (amount.prefix || part.power || (!part.in_words && walk.token(part.begin).length() > longest))
        return 0;
    if (part.value.exponent() < 0) return 0;
    const bool one = part.value == Decimal(1);
    if (one && !part.in_words) return 0;
    std::size_t thing = 0;
    if (amount.unit) {
        const bool stuff = !amount.unit->is_time && !amount.unit->adjective &&
                           (amount.unit->kind == Kind::measure || amount.unit->kind == Kind::money) &&
                           walk.token(amount.unit->end - 1).is_word() && is_joint(walk, amount.unit->end);
        if (stuff) thing = amount.unit->end;
    } else {
        thing = behind_noun(walk, part.end, one);
    }
    if (thing == 0) return 0;
    std::size_t at = walk.is(thing, "in") ? thing + 1 : thing + 2;
    const bool every = walk.is(at, "every");
    if (every) ++at;
    const auto whole = parse_number(walk.document, at, walk.sentence.end, {});
    if (!whole || whole->value > Decimal(most)) return 0;
    // "three pupils in eleven" is told of a class, where "in ten" is of all
    const bool round =
        every || one || !(Decimal(10) < whole->value) || whole->value.exponent() > 0 || walk.is(thing, "out");
    return round && stands_alone(walk, whole->end, every) ? thing : 0;
}

}  // namespace figbook
