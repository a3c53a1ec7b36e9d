#include "quantity/fractions.hpp"

#include "base/utf8.hpp"
#include "quantity/bounds.hpp"
#include "quantity/counted.hpp"
#include "quantity/currency_letter.hpp"
#include "quantity/measure.hpp"
#include "text/dashes.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

bool half_fits(const SentenceWalk& walk, std::size_t end) {
    // "half-year", "half past", "half jokingly"
    const bool how = walk.has(end) && has_ending(walk.document.word(end), "ingly", 3);
    return !walk.is(end, "-") && !walk.is(end, WordClass::not_behind_half) && !how;
}

// "owned a tenth.", "sold a third of it": behind a verb that is of shares, and closed.
bool is_held_share(const SentenceWalk& walk, std::size_t begin, std::size_t end) {
    if (!walk.is(begin - 1, WordClass::share_verb)) return false;
    return !walk.has(end) || walk.token(end).kind == TokenKind::mark;
}

// "A third said yes, | a quarter said no": a share beside it in the sentence, told before or right behind.
bool stands_beside_share(const SentenceWalk& walk, std::size_t end) {
    constexpr std::size_t furthest = 10;
    for (const Quantity& each : walk.found)
        if (each.kind == Kind::ratio || each.kind == Kind::percent) return true;
    for (std::size_t i = end; walk.has(i + 2) && i < end + furthest; ++i)
        if (walk.is_any(i, {",", "and", "while", "but"}) && walk.is(i + 1, "a") &&
            walk.is(i + 2, WordClass::fraction))
            return true;
    return false;
}

// "… and a third failed", "… and a quarter plan to go", "…, a third women"
bool is_next_share(const SentenceWalk& walk, std::size_t end) {
    if (!walk.has(end) || !walk.token(end).is_word() || walk.token(end).is_capitalised()) return false;
    const std::size_t next = end + 1;
    const bool closes = !walk.has(next) || walk.token(next).kind == TokenKind::mark ||
                        walk.is(next, WordClass::preposition) || walk.is(next, WordClass::conjunction);
    const bool acts =
        walk.is(end, WordClass::person_verb) || walk.is(end, WordClass::cue) ||
        (walk.is(end, WordClass::verb) && (closes || walk.is(next, "to"))) ||
        (closes && (has_ending(walk.document.word(end), "ed", 3) || looks_plural(walk.document, end)));
    return acts && stands_beside_share(walk, end);
}

// "A third went on wages and | a fifth | on rent", "Half went to schools, | a third | to farms": behind the same preposition as a
// share before it; "a third in May" may be a third time.
bool goes_on_elsewhere(const SentenceWalk& walk, std::size_t begin, std::size_t end) {
    if (walk.found.empty() || !walk.is_any(end, {"on", "to", "for", "from", "into"}) || !walk.has(end + 1) ||
        !walk.token(end + 1).is_word() || walk.words.times.can_start(walk.token(end + 1).word))
        return false;
    const Quantity& share = walk.found.back();
    if (share.kind != Kind::ratio && share.kind != Kind::percent) return false;
    for (std::size_t i = share.end; i < begin; ++i)
        if (walk.token(i).word == walk.token(end).word) return true;
    return false;
}

// "A fifth goes to clubs", "A quarter were late", "a third are women": what is said of a part; "a fifth was hurt" may be a
// fifth man.
bool is_part_that_acts(const SentenceWalk& walk, std::size_t begin, std::size_t end) {
    const bool opens = begin == walk.sentence.begin || walk.token(begin - 1).kind == TokenKind::mark ||
                       walk.is_any(begin - 1, {"and", "but", "that", "while", "which", "whom"});
    if (!opens) return false;
    if (walk.is_any(begin - 1, {"which", "whom"}) &&
        walk.is(begin - 2, "of"))  // "of which a third would be let"
        return true;
    if (walk.is_any(end, {"are", "were", "have", "goes", "go", "went", "comes", "come", "came"})) return true;
    // "A third say so", "a third said they would move": of several
    if (walk.is_any(end, {"say", "think", "want", "believe", "expect", "oppose", "agree", "disagree"}))
        return true;
    const std::size_t whose = walk.is(end + 1, "that") ? end + 2 : end + 1;
    if (walk.is_any(whose, {"they", "their"}) && walk.has(end) && walk.token(end).is_word()) return true;
    if (is_next_share(walk, end) || goes_on_elsewhere(walk, begin, end)) return true;
    return walk.is(end - 1, "quarter") && walk.is_any(end, {"is", "was", "will", "would", "had", "said"});
}

// "by a third", "by nearly a third", "by as much as a third"
bool is_behind_by(const SentenceWalk& walk, std::size_t begin) {
    constexpr std::size_t longest_bound = 3;
    if (walk.is(begin - 1, "by")) return true;
    if (!has_bound_before(walk, begin)) return false;
    for (std::size_t back = 2; back <= longest_bound + 1 && begin >= walk.sentence.begin + back; ++back)
        if (walk.is(begin - back, "by")) return true;
    return false;
}

// "rose | almost a third", "fell | more than a third"
bool is_moved_by(const SentenceWalk& walk, std::size_t begin) {
    constexpr std::size_t longest_bound = 3;
    if (!has_bound_before(walk, begin)) return false;
    for (std::size_t back = 2; back <= longest_bound + 1 && begin >= walk.sentence.begin + back; ++back)
        if (walk.is(begin - back, WordClass::change_verb)) return true;
    return false;
}

// "by a third", "a third more", "a third higher", "a third,": a fraction that measures a change.
bool is_by_or_share(const SentenceWalk& walk, std::size_t begin, std::size_t end) {
    if (walk.is(end, WordClass::change_comparative) || walk.is(end, WordClass::change_noun)) return true;
    if (begin == walk.sentence.begin) return false;
    const std::size_t before = begin - 1;
    const bool this_year =
        walk.is_any(end, {"this", "last", "next", "since", "every", "each", "yesterday", "overnight"});
    // "have gained almost a fifth in six months", "dropped a third in May"
    const bool moved = walk.is(before, WordClass::change_verb) ||
                       (before > walk.sentence.begin && has_bound_before(walk, begin) &&
                        walk.is(before - 1, WordClass::change_verb));
    if (walk.is(end, "in") && moved && !walk.is_any(end + 1, {"a", "the"})) return true;
    // "climbed a fifth to 317,000 tonnes", "fell more than a third to £4m"
    if (walk.is(end, "to") && (moved || is_moved_by(walk, begin)) &&
        (walk.is_number(end + 1) || read_prefix(walk, end + 1)))
        return true;
    if (walk.is_any(end, {"the", "to", "in", "as"})) return is_behind_by(walk, begin);
    // "brought down to a quarter within three years"
    const bool brought =
        walk.is(before, "to") && before > walk.sentence.begin &&
        (walk.is_any(before - 1, {"down", "up"}) || walk.is(before - 1, WordClass::change_verb));
    if (brought && (!walk.has(end) || walk.is_any(end, {"within", "by", "of", "."}))) return true;
    const bool by = walk.is(before, WordClass::change_verb) || has_bound_before(walk, begin) ||
                    walk.is_any(before, {"by", "up", "down", "than", "about", "nearly", "almost"});
    const bool closes = !walk.has(end) || this_year || walk.is_any(end, {".", ",", ";"}) ||
                        walk.is(end, WordClass::preposition) || walk.is(end, WordClass::conjunction) ||
                        walk.is(end, WordClass::verb) || walk.is(end, WordClass::cue) ||
                        walk.is(end, WordClass::auxiliary) || walk.is(end, WordClass::modal);
    return by && closes;
}

// "the first half", "the last quarter", "each half": a time or a place in an order.
bool is_in_an_order(const SentenceWalk& walk, std::size_t begin, std::string_view last) {
    if (begin == walk.sentence.begin) return false;
    const std::size_t before = begin - 1;
    const auto time = walk.words.times.match(walk.document.tokens, before, begin);
    const bool ordinal = time && time.meaning->kind == TimeWordKind::ordinal;
    return ordinal || walk.is(before, WordClass::not_before_share) ||
           (walk.is(before, "the") && last == "half") || (walk.is(before, "-") && walk.glued(begin));
}

// "in the Italian half", "out of our own half", "into Ireland's half": a part of a pitch, behind whose it is and a preposition.
bool is_half_of_pitch(const SentenceWalk& walk, std::size_t half) {
    if (half < walk.sentence.begin + 2 || walk.is(half + 1, "of")) return false;
    const Token& whose = walk.token(half - 1);
    const bool owned = whose.kind == TokenKind::possessive ||
                       walk.is_any(half - 1, {"their", "our", "own"}) ||
                       (whose.is_word() && whose.is_capitalised() && walk.is(half - 2, "the"));
    if (!owned) return false;
    const std::size_t before = half - (walk.is_any(half - 1, {"their", "our"}) ? 2 : 3);
    return before >= walk.sentence.begin && walk.is_any(before, {"in", "into", "of", "from", "inside"});
}

// A share, not a time of the year or a place in an order: "the first half", "a quarter earlier", "a third man".
bool fraction_fits(const SentenceWalk& walk, const Amount& amount) {
    const std::size_t begin = amount.begin;
    const std::size_t end = amount.number.end;
    const std::string last = lower(walk.document.word(end - 1));
    if (walk.token(begin).is_number())  // "1/40 of"; but "9/11" is a day
        return walk.is(end, "of") || walk.is_all(begin, end);
    if (walk.is_all(begin, end)) return true;
    if (is_in_an_order(walk, begin, last)) return false;
    // "five and half years"
    if (begin > walk.sentence.begin && walk.is(begin - 1, "and") && walk.is(end, WordClass::time_unit))
        return false;
    // "the next year and a half"
    if (begin >= walk.sentence.begin + 2 && walk.is(begin - 1, "and") &&
        walk.is(begin - 2, WordClass::time_unit))
        return false;
    const bool several = !amount.number.article && begin + 1 < end;  // "two-thirds", "three quarters"
    if (last == "quarters" && amount.number.value <= Decimal(1) && amount.number.value.to_double() == 0.5)
        return false;  // "two quarters of contraction": of a year
    if (last == "quarters" && !walk.is(end, "of") && !(several && walk.is(begin + 1, "-")))
        return is_by_or_share(walk, begin, end);
    if (last == "half") return half_fits(walk, end) && !is_half_of_pitch(walk, begin);
    if (several) return true;
    // "Nearly a third — 31% — of buyers"
    const bool told_again = walk.has(end + 1) && is_wide_dash(walk.document.word(end)) &&
                            (walk.token(end + 1).is_number() || walk.is(end + 1, WordClass::number)) &&
                            has_bound_before(walk, begin);
    if (amount.number.article)
        return told_again || walk.is(end, "of") || is_part_that_acts(walk, begin, end) ||
               is_by_or_share(walk, begin, end) ||
               (begin > walk.sentence.begin && is_held_share(walk, begin, end));
    return walk.token(begin).kind == TokenKind::mark;  // "½"
}

// "half an hour", "half a percentage point", "half a mile": the fraction of a unit.
std::size_t take_part_of_unit(SentenceWalk& walk, const Amount& amount, const UnitRead& unit) {
    Quantity quantity = start_quantity(walk, amount.begin, unit.end, "fraction.unit");
    quantity.value = amount.number.value;
    quantity.resolution = amount.number.value;
    apply_unit(walk, quantity, unit);
    note(walk.trace, {quantity.core, Field::number, "number", amount.begin, amount.number.end});
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, amount.number.end, unit.end});
    return take(walk, quantity);
}

// One behind "point" behind a fraction: "a quarter[-point]", "half [a point]"; 0 where it is not there.
std::size_t behind_point(const SentenceWalk& walk, std::size_t end) {
    std::size_t i = end;
    if (walk.is(i, "-") && walk.glued(i)) ++i;
    if (walk.is(i, "of")) ++i;
    if (walk.is(i, "a")) ++i;
    return walk.is(i, "point") ? i + 1 : 0;
}

// "a quarter of a cent", "three-quarters of a mile"; not "a third of a day's output", "a quarter of a dollar bond".
bool is_of_one_unit(const SentenceWalk& walk, std::size_t one, const UnitRead& unit) {
    if (unit.kind == Kind::points || unit.kind == Kind::percent) return true;
    if (!walk.is_any(one, {"a", "an"}) || unit.end != one + 2) return false;
    const bool compared = walk.is(unit.end, WordClass::change_comparative);
    return !walk.has(unit.end) || compared ||
           (walk.token(unit.end).kind != TokenKind::possessive && !walk.is(unit.end, "-") &&
            !goes_on_as_noun(walk.document, walk.sentence, unit.end));
}

// "half as much again", "a third as big again": one and a half times.
std::size_t take_as_much_again(SentenceWalk& walk, const Amount& amount) {
    const std::size_t end = amount.number.end;
    if (!walk.is(end, "as") || !walk.is(end + 2, "again")) return 0;
    const auto value = amount.number.value + Decimal(1);
    if (!value) return 0;
    Quantity quantity = start_quantity(walk, amount.begin, end + 3, "multiple.times");
    note(walk.trace, {quantity.core, Field::number, quantity.rule, amount.begin, end + 3});
    quantity.kind = Kind::multiple;
    quantity.value = *value;
    quantity.resolution = Decimal();
    return take(walk, quantity);
}

}  // namespace

std::size_t take_fraction(SentenceWalk& walk, const Amount& amount) {
    const std::size_t end = amount.number.end;
    if (const std::size_t behind = take_as_much_again(walk, amount)) return behind;
    // "a quarter of a percentage point", "half of one percent": too.
    const bool of_one = walk.is(end, "of") && walk.is_any(end + 1, {"a", "an", "one", "1"});
    if (of_one)
        if (const auto unit = read_unit(walk.document, walk.sentence, end + 2, amount.number);
            unit && is_of_one_unit(walk, end + 1, *unit))
            return take_part_of_unit(walk, amount, *unit);
    // "a quarter-point rise", "half a point", where the sentence speaks of rates or of a move.
    const std::size_t point = walk.is(end, "-") && walk.glued(end) ? end + 2 : 0;
    const bool moves =
        point > 0 && (walk.is(point, WordClass::change_noun) || walk.is(point + 1, WordClass::change_noun));
    if (moves || walk.sentence.has(WordClass::rate_word))
        if (const std::size_t behind = behind_point(walk, end); behind > 0)
            return take_part_of_unit(walk, amount,
                                     UnitRead{Kind::points, "pp", std::nullopt, false, false, behind});
    if (walk.is(end, "a") || walk.is(end, "an"))
        if (const auto unit = read_unit(walk.document, walk.sentence, end + 1, amount.number))
            return take_part_of_unit(walk, amount, *unit);
    if (amount.unit && !amount.unit->is_time)  // "half percentage point"; "three-quarters of" is not here
        return take_part_of_unit(walk, amount, *amount.unit);
    if (!fraction_fits(walk, amount)) {
        no_figure(walk.trace, amount.begin, end, "no share");
        return end;
    }
    Quantity quantity = start_quantity(walk, amount.begin, end, "ratio.fraction");
    note(walk.trace, {quantity.core, Field::number, quantity.rule, amount.begin, end});
    quantity.kind = Kind::ratio;
    quantity.value = amount.number.value;
    quantity.resolution = Decimal();
    return take(walk, quantity);
}

}  // namespace figbook
