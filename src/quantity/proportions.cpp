#include "quantity/proportions.hpp"

#include <algorithm>
#include <array>

#include "quantity/bounds.hpp"
#include "quantity/counted.hpp"
#include "quantity/fractions.hpp"
#include "quantity/lone_number.hpp"
#include "quantity/not_a_figure.hpp"
#include "quantity/things_in_ratio.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::string_view to_one = "ratio.to_one";

// "three times the estimate", not "he was fined three times" or "three times a week".
bool compares(const SentenceWalk& walk, std::size_t i) {
    return walk.is(i, WordClass::after_multiple) || walk.is(i, WordClass::change_comparative);
}

// "4,180 times last year", but not "three times last year's level".
bool tells_how_often(const SentenceWalk& walk, std::size_t times) {
    if (!walk.is_any(times + 1, {"last", "over", "the", "that"})) return false;
    const bool time = walk.is(times + 1, "last") &&
                      (walk.is(times + 2, WordClass::time_unit) || walk.is(times + 2, WordClass::weekday) ||
                       walk.is(times + 2, WordClass::month));
    return time && !(walk.has(times + 3) && walk.token(times + 3).kind == TokenKind::possessive);
}

// "doubled as his honeymoon", "can double as a vote": serves as that too; not "doubled as his sales rose", "as a result".
bool serves_as(const SentenceWalk& walk, std::size_t as) {
    if (!walk.is(as, "as") || !walk.has(as + 1)) return false;
    if (walk.is_any(as + 1, {"a", "an"}))
        return !walk.is_any(as + 2, {"result", "share", "percentage", "proportion", "consequence", "whole"});
    const bool owned = walk.is_any(as + 1, {"his", "her", "its", "their", "my", "our"});
    return owned && (!walk.has(as + 3) || walk.token(as + 3).kind == TokenKind::mark ||
                     walk.is(as + 3, WordClass::preposition));
}

// "double the number", "to double", "would double"; not "a double room", "double digits".
bool double_fits(const SentenceWalk& walk, std::size_t i, std::size_t end) {
    if (walk.is(end, "-") || walk.is_any(end, {"digit", "digits", "figure", "figures", "up", "down", "back"}))
        return false;
    if (serves_as(walk, end)) return false;
    if (walk.is(end, WordClass::after_double)) return true;
    // "could 'easily double'", "would \"triple in five years\""
    std::size_t at = i;
    while (at > walk.sentence.begin &&
           (walk.is(at - 1, WordClass::quotation_mark) || has_ending(walk.document.word(at - 1), "ly", 3)))
        --at;
    if (at == walk.sentence.begin) return false;
    return walk.is(at - 1, WordClass::modal) || walk.is(at - 1, "to") ||
           walk.is_any(i - 1, {"than", "nearly", "almost"});
}

// "doubles the fee", "doubled in May"; not "doubled down", "doubles as a coach", "singles and doubles".
bool always_fits(const SentenceWalk& walk, std::size_t i, std::size_t end) {
    const bool fold = has_ending(walk.document.word(i), "fold", 3);  // "has grown fivefold over the years"
    // "doubled over the past year", not "doubled over in pain"
    const bool during =
        walk.is(end, "over") &&
        (walk.is(end + 1, WordClass::determiner) || walk.is(end + 1, WordClass::number) ||
         walk.is_number(end + 1) || walk.is_any(end + 1, {"last", "several", "time", "roughly"}));
    // "who doubled as a director", not "doubled as a result"
    if (walk.is(end, "as") && walk.has(end + 1) && walk.token(end + 1).is_word() &&
        walk.token(end + 1).is_capitalised())
        return false;  // "doubled as Queen of the May"
    if (serves_as(walk, end)) return false;
    // "the reasons are twofold"
    if (fold && i > walk.sentence.begin && walk.is(i - 1, WordClass::copula) &&
        (!walk.has(end) || walk.token(end).kind == TokenKind::mark))
        return false;
    if (!fold && !during && walk.is_any(end, {"down", "up", "back", "over"})) return false;
    if (i > walk.sentence.begin && walk.is(i - 1, "-") && walk.glued(i)) return false;  // "triple-doubles"
    if (!walk.is_any(i, {"doubles", "triples", "trebles", "quadruples"})) return true;
    return walk.is(end, WordClass::determiner) || walk.is_any(end, {"to", "in", "every", "by", "when"});
}

bool multiple_fits(const SentenceWalk& walk, std::size_t i, std::size_t end, const Multiple& multiple) {
    switch (multiple.form) {
        case MultipleForm::always:
            return always_fits(walk, i, end);
        case MultipleForm::compared:
            return compares(walk, end);
        case MultipleForm::bare:
            return double_fits(walk, i, end);
    }
    return true;
}

// "trades at 23.4 times earnings and Brell at 11 times": at so much of what the one before it is told of.
bool is_valued_so(const SentenceWalk& walk, std::size_t number, std::size_t times) {
    if (number == walk.sentence.begin || !walk.is(number - 1, "at") || walk.found.empty()) return false;
    const bool closes = !walk.has(times + 1) || walk.token(times + 1).kind == TokenKind::mark;
    return closes && walk.found.back().rule == "multiple.times" &&
           walk.found.back().begin >= walk.sentence.begin;
}

// "2.5 times", "2.5x", "threefold" in two words.
std::size_t take_times(SentenceWalk& walk, std::size_t i) {
    if (!walk.sentence.has(WordClass::multiple_unit)) return 0;
    if (!walk.token(i).is_number() && !walk.is(i, WordClass::number)) return 0;
    if (i > walk.sentence.begin && walk.glued(i) && walk.token(i - 1).is_word()) return 0;  // "X1 Fold"
    const auto number = parse_number(walk.document, i, walk.sentence.end, {});
    if (!number || number->is_fraction) return 0;
    std::size_t at = number->end;
    // "four to five times the cost"
    std::optional<Number> high;
    if (walk.is_any(at, {"to", "or"}) || (walk.is(at, "-") && walk.glued(at))) {
        high = parse_number(walk.document, at + 1, walk.sentence.end, {});
        if (high && (high->is_fraction || !(number->value < high->value))) return 0;
        if (high) at = high->end;
    }
    if (walk.is(at, "-") && walk.glued(at) && walk.glued(at + 1)) ++at;
    // "oversubscribed 2.5 times": nothing is done so often.
    const bool broken = number->value.exponent() < 0 && !number->in_words;
    const bool times = walk.is(at, "times") && (high || !walk.is(number->end, "-")) &&
                       (broken || compares(walk, at + 1) || is_valued_so(walk, i, at)) &&
                       !tells_how_often(walk, at);
    const bool fold = walk.is(at, "fold");
    const bool x = walk.is(at, "x") && walk.glued(at) && !walk.is(at + 1, WordClass::number) &&
                   !is_type_of_plane(walk.document, i) &&
                   !(walk.glued(at + 1) && walk.token(at + 1).is_number());  // "the 4x100m relay"
    if (!times && !fold && !x) return 0;
    Quantity quantity = start_quantity(walk, i, at + 1, "multiple.times");
    note(walk.trace, {quantity.core, Field::number, quantity.rule, i, at + 1});
    quantity.kind = Kind::multiple;
    quantity.value = number->value;
    if (high) quantity.high = high->value;
    quantity.resolution = number->resolution;
    return take(walk, quantity);
}

// How many words stand between the two numbers of a ratio: "in", "of", "per", "out of", "for every"; 0 for none.
std::size_t ratio_words(const SentenceWalk& walk, std::size_t at) {
    const std::size_t every = walk.is(at + 1, "every") ? 2 : 1;
    if (walk.is(at, "out")) return walk.is(at + 1, "of") ? (walk.is(at + 2, "every") ? 3 : 2) : 0;
    if (walk.is(at, "for")) return every == 2 ? 2 : 0;
    return walk.is_any(at, {"in", "of", "per"}) ? every : 0;
}

// "she is one of four": the siblings are counted elsewhere. "One of four projects" is a ratio.
bool is_one_of_few(const SentenceWalk& walk, const Number& part, const Number& whole) {
    return part.value == Decimal(1) && whole.value <= Decimal(20) && walk.is(part.end, "of") &&
           !counted_noun(walk.document, walk.sentence, whole.end, false);
}

// "is | one of six candidates", "Yee, | one of five Britons", "stirred up by | one of two storms": which one it is of so many, and no part of
// them. Not "In the camp, one of two children is ill".
bool is_one_picked(const SentenceWalk& walk, const Number& part, std::size_t end) {
    if (part.begin == walk.sentence.begin) return false;
    const std::size_t before = part.begin - 1;
    if (walk.is(before, WordClass::copula) ||
        walk.is_any(before, {"be", "been", "being", "as", "by", "became", "become", "becomes", "becoming"}))
        return true;
    if (!walk.is(before, ",")) return false;
    const auto acts = [&](std::size_t i) {
        return walk.is(i, WordClass::auxiliary) || walk.is(i, WordClass::copula) ||
               walk.is(i, WordClass::modal);
    };
    constexpr std::size_t longest = 6;
    for (std::size_t i = end; walk.has(i) && i < end + longest && walk.token(i).is_word(); ++i)
        if (acts(i)) return false;
    return walk.token(before - 1).is_word();
}

// "nine of 31 vacant posts", "12 of 14 counts": how many of so many, and both are counted. "4 of 1,000 parts" and "nine of
// ten voters" say how large a part, since nobody counted the second, and "one of four groups" no more than that it is one.
bool counts_part_and_whole(const SentenceWalk& walk, const Number& part, const Number& whole) {
    if (!walk.is(part.end, "of") || whole.begin != part.end + 1) return false;
    // "was one of 40 in the county", "one of 25 planned this year"
    if (part.value == Decimal(1) && part.in_words && walk.has(whole.end) &&
        (walk.is_any(whole.end, {"at", "in", "on", "across", "around"}) ||
         has_past_ending(walk.document.word(whole.end), 3)))
        return true;
    const std::size_t end = counted_noun(walk.document, walk.sentence, whole.end, false).end;
    if (end <= whole.end) return false;
    // "one of 229 patients to have left", "one of seven states that will decide": one of those; "one of four concepts to map
    // space" says no more of them
    if (part.value == Decimal(1) && part.in_words) {
        const bool acted = walk.is(end, "to") &&
                           (walk.token(end - 1).is_capitalised() ||
                            walk.is(end - 1, WordClass::person_noun) || walk.is_any(end + 1, {"have", "be"}));
        return acted || is_one_picked(walk, part, end) ||
               walk.is_any(end, {"that", "who", "which", "whose", "where"}) ||
               (walk.has(end) && has_ending(walk.document.word(end), "ed", 3));
    }
    return whole.value.coefficient() != 1 && part.value != Decimal(1);
}

// "1 over three", "2000 over 3": the whole text, or what something is the worth of; 120 over 80 is blood pressure.
std::size_t take_quotient(SentenceWalk& walk, const Amount& amount) {
    if (!walk.is(amount.number.end, "over")) return 0;
    const auto below = parse_number(walk.document, amount.number.end + 1, walk.sentence.end, {});
    if (!below || below->value.is_zero() || !walk.is_all(walk.sentence.begin, below->end)) return 0;
    const bool one = amount.number.value.absolute() == Decimal(1);
    if (!one && amount.begin != walk.sentence.begin) return 0;
    const auto value = Decimal::divide(amount.number.value, below->value);
    if (!value) return 0;
    Quantity quantity = start_quantity(walk, amount.begin, below->end, "ratio.over");
    quantity.kind = Kind::ratio;
    quantity.value = *value;
    quantity.resolution = Decimal();
    return take(walk, quantity);
}

// "outspend the other side 2-to-1", "outnumber them by four to one", "a ratio of 3-to-1", "decliners beat advancers 17 to 13": how
// many times as much; where nothing says so it is a score, or the odds of a bet. `begin`: with the bound words before it.
bool says_proportion(const SentenceWalk& walk, std::size_t begin) {
    constexpr std::size_t furthest = 10;
    if (begin >= walk.sentence.begin + 2 && walk.is(begin - 1, "of") &&
        walk.is_any(begin - 2, {"ratio", "margin", "rate"}))
        return true;
    // "by 3 to 1 on one exchange and by 2 to 1 on the other"
    if (!walk.found.empty() && walk.found.back().rule == to_one && begin > walk.sentence.begin &&
        walk.is(begin - 1, "by"))
        return true;
    for (std::size_t i = begin; i-- > walk.sentence.begin && i + furthest > begin;) {
        if (!walk.token(i).is_word() && walk.token(i).kind != TokenKind::possessive) return false;
        static constexpr std::array<std::string_view, 6> outdoing{"outnumber", "outspen", "outsell",
                                                                  "outsold",   "outpac",  "outvot"};
        const std::string_view word = walk.document.word(i);
        if (std::any_of(outdoing.begin(), outdoing.end(),
                        [&](std::string_view each) { return word.starts_with(each); }))
            return true;
        if (walk.is_any(i, {"advancers", "decliners", "gainers"})) return true;
        if (walk.is(i, "losers") && walk.is(i - 2, "winners")) return true;
    }
    return false;
}

// "19 to 11", "8 to 5": the greater first, and nothing counted or measured behind it as in "by 30 to 20 seats".
bool are_told_as_ratio(const SentenceWalk& walk, const Number& one, const Number& other) {
    constexpr int most = 50;  // greater ones are votes, or parts of a hundred
    if (one.is_fraction || other.is_fraction || !(other.value < one.value)) return false;
    if (other.value == Decimal(1)) return true;
    return Decimal(0) < other.value && !(Decimal(most) < one.value) && one.value.exponent() >= 0 &&
           other.value.exponent() >= 0 && !read_unit(walk.document, walk.sentence, other.end, other) &&
           !counted_noun(walk.document, walk.sentence, other.end, false);
}

std::size_t take_odds(SentenceWalk& walk, const Amount& amount) {
    std::size_t at = amount.number.end;
    const bool dashes = walk.is(at, "-") && walk.glued(at) && walk.is(at + 1, "to") && walk.is(at + 2, "-");
    if (!dashes && !walk.is(at, "to")) return 0;
    at += dashes ? 3 : 1;
    const auto other = parse_number(walk.document, at, walk.sentence.end, {});
    if (!other || !are_told_as_ratio(walk, amount.number, *other)) return 0;
    Quantity quantity = start_quantity(walk, amount.begin, other->end, to_one);
    if (!says_proportion(walk, quantity.begin)) return 0;
    const auto value = Decimal::divide(amount.number.value, other->value);
    if (!value) return 0;
    note(walk.trace, {quantity.core, Field::number, quantity.rule, amount.begin, other->end});
    quantity.kind = Kind::ratio;
    quantity.value = *value;
    quantity.resolution = Decimal();
    return take(walk, quantity);
}

// One behind the "year" of "a 1-in-100-year flood", "a one in 50 year storm": how likely it is in any year; 0 for none.
std::size_t behind_return_period(const SentenceWalk& walk, const Number& whole) {
    const std::size_t year = walk.is(whole.end, "-") && walk.glued(whole.end) ? whole.end + 1 : whole.end;
    return walk.is(year, "year") && whole.value > Decimal(1) ? year + 1 : 0;
}

// The second number of a ratio: greater than the first, whole, and neither a day, a span nor a measure.
bool is_whole_of(const SentenceWalk& walk, const Number& part, std::size_t thing, const Number& whole) {
    const bool whole_number = !whole.is_fraction && !whole.value.is_zero() && whole.value.exponent() >= 0;
    if (!whole_number || may_be_year(walk.document, whole) || !(part.value < whole.value)) return false;
    if (walk.is(part.end, "in") && walk.is(whole.end, WordClass::month)) return false;
    if (behind_return_period(walk, whole) > 0) return walk.is(part.end, "in") || walk.is(part.end, "-");
    if (!walk.is(part.end, "of") && walk.is(whole.end, WordClass::time_unit)) return false;
    if (thing > 0) return !read_unit(walk.document, walk.sentence, whole.end, whole);
    // "He scored 44 in 51 games": how many in how many, and no part of them
    if (walk.is(part.end, "in") &&
        walk.is_any(whole.end, {"games", "matches", "appearances", "starts", "outings", "internationals",
                                "innings", "races", "fixtures"}))
        return part.value == Decimal(1);
    return !read_unit(walk.document, walk.sentence, whole.end, whole);
}

}  // namespace

std::size_t take_multiple(SentenceWalk& walk, std::size_t i) {
    const auto word = walk.words.multiples.match(walk.document.tokens, i, walk.sentence.end);
    if (!word) return take_times(walk, i);
    if (!multiple_fits(walk, i, i + word.length, *word.meaning)) {
        no_figure(walk.trace, i, i + word.length, "no comparison");
        return take_times(walk, i);
    }
    Quantity quantity = start_quantity(walk, i, i + word.length, "multiple.word");
    note(walk.trace, {quantity.core, Field::number, quantity.rule, i, i + word.length});
    quantity.kind = Kind::multiple;
    quantity.value = word.meaning->value;
    quantity.resolution = Decimal();
    quantity.direction = word.meaning->direction == "increase"   ? Change::increase
                         : word.meaning->direction == "decrease" ? Change::decrease
                                                                 : Change::none;
    return take(walk, quantity);
}

std::size_t take_percent_before(SentenceWalk& walk, std::size_t i) {
    std::size_t behind = i + 1;
    if (!walk.is_any(i, {"percentage", "percentages"})) {
        const auto sign = walk.words.percents.match(walk.document.tokens, i, walk.sentence.end);
        if (!sign || *sign.meaning != "%") return 0;
        behind = i + sign.length;
    }
    const bool of = walk.is(behind, "of");
    const bool glued =
        walk.is(i, "%") && walk.glued(behind) && (i == walk.sentence.begin || walk.token(i).space_before());
    if (!of && !glued) return 0;
    const auto number = parse_number(walk.document, behind + (of ? 1 : 0), walk.sentence.end, {});
    // "a percent of 10 people": only where nothing else is said.
    if (!number || (of && !walk.is_all(i, number->end))) return 0;
    Quantity quantity = start_quantity(walk, i, number->end, "percent.before");
    quantity.kind = Kind::percent;
    quantity.unit = "%";
    quantity.value = number->value;
    quantity.resolution = number->resolution;
    note(walk.trace, {quantity.core, Field::number, "number", number->begin, number->end});
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, i, behind});
    return take(walk, quantity);
}

std::size_t take_ratio(SentenceWalk& walk, const Amount& amount) {
    if (amount.prefix) return 0;
    if (amount.number.is_fraction) return take_fraction(walk, amount);
    // "won 6-5 in 11 innings"
    if (walk.glued(amount.begin) && amount.begin > walk.sentence.begin &&
        walk.is_any(amount.begin - 1, {"-", "–"}))
        return 0;
    const std::size_t thing = behind_thing_in_ratio(walk, amount);
    if (thing == 0 && (amount.has_unit() || amount.number.power)) return 0;
    if (const std::size_t end = take_quotient(walk, amount)) return end;
    if (const std::size_t end = take_odds(walk, amount)) return end;
    std::size_t at = thing > 0 ? thing : amount.number.end;
    const bool dash = walk.is(at, "-") && walk.glued(at);
    if (dash) ++at;
    const std::size_t middle = ratio_words(walk, at);
    if (middle == 0) return 0;
    at += middle;
    if (dash && walk.is(at, "-")) ++at;
    const auto whole = parse_number(walk.document, at, walk.sentence.end, {});
    if (!whole || !is_whole_of(walk, amount.number, thing, *whole)) return 0;
    if (is_one_of_few(walk, amount.number, *whole)) return 0;
    if (counts_part_and_whole(walk, amount.number, *whole)) return 0;
    // "lap 34 of 57", "page 3 of 12"
    if (!why_no_figure(walk.document, walk.sentence, amount.number, amount.begin, false).empty()) return 0;
    const auto value = Decimal::divide(amount.number.value, whole->value);
    if (!value) return 0;
    const std::size_t end = std::max(whole->end, behind_return_period(walk, *whole));
    Quantity quantity = start_quantity(walk, amount.begin, end, "ratio.of");
    note(walk.trace, {quantity.core, Field::number, quantity.rule, amount.begin, end});
    quantity.kind = Kind::ratio;
    quantity.value = *value;
    quantity.resolution = Decimal();
    return take(walk, quantity);
}

}  // namespace figbook
