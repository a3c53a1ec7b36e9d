#include "quantity/compound.hpp"

#include <algorithm>
#include <array>

#include "quantity/bounds.hpp"

namespace figbook {
namespace {

// "and a half" at token i, and nothing of which it is the half.
bool is_and_a_half(const SentenceWalk& walk, std::size_t i) {
    return walk.is(i, "and") && walk.is(i + 1, "a") && walk.is(i + 2, "half") && !walk.is(i + 3, "of") &&
           !walk.is(i + 3, "-");
}

// A unit and the smaller one that its parts are told in.
struct Parts {
    std::string_view whole;
    std::string_view part;
    int parts;  // in one whole
};
constexpr std::array<Parts, 5> known_parts{{
    {"h", "min", 60},
    {"min", "s", 60},
    {"[ft_i]", "[in_i]", 12},
    {"[lb_av]", "[oz_av]", 16},
    {"[stone_av]", "[lb_av]", 14},
}};

bool is_below(const Number& number, int limit) {
    return !number.power && !number.is_fraction && !number.value.is_negative() &&
           number.value < Decimal(limit);
}

// One behind the small unit that follows the number at `end`: a unit, or "in" and nothing of a place or time.
std::size_t behind_small_unit(const SentenceWalk& walk, const Number& number, std::string_view unit) {
    if (const auto read = read_unit(walk.document, walk.sentence, number.end, number);
        read && read->unit == unit)
        return read->end;
    const bool pounds = unit == "[lb_av]" && walk.is_any(number.end, {"pound", "pounds"});
    const bool inches = unit == "[in_i]" &&
                        (walk.is(number.end, "ins") || walk.is(number.end, "\"") ||
                         (walk.is(number.end, "in") && (walk.glued(number.end) || !walk.has(number.end + 1) ||
                                                        walk.is(number.end + 1, WordClass::extent) ||
                                                        walk.token(number.end + 1).kind == TokenKind::mark)));
    const bool letter =  // "2h 5m 30s"
        walk.glued(number.end) &&
        ((unit == "min" && walk.is(number.end, "m")) || (unit == "s" && walk.is(number.end, "s")));
    return pounds || inches || letter ? number.end + 1 : 0;
}

bool join_measure(const SentenceWalk& walk, Quantity& quantity, std::size_t at) {
    const auto known = std::find_if(known_parts.begin(), known_parts.end(),
                                    [&](const Parts& each) { return each.whole == quantity.unit; });
    if (known == known_parts.end() || quantity.value.exponent() < 0) return false;
    const auto small = parse_number(walk.document, at, walk.sentence.end, {false, true});
    if (!small || !is_below(*small, known->parts)) return false;
    std::size_t end = behind_small_unit(walk, *small, known->part);
    const bool hyphens = walk.is(at - 1, "-") && known->part == "[in_i]";  // "a 6-foot-2 guard"
    if (end == 0 && hyphens) end = small->end;
    const auto whole = quantity.value * Decimal(known->parts);
    const auto sum = whole ? *whole + small->value : std::nullopt;
    if (end == 0 || !sum) return false;
    note(walk.trace, {quantity.core, Field::unit, "measure.compound", quantity.core, end});
    quantity.value = *sum;
    quantity.unit = known->part;
    quantity.resolution = small->resolution;
    quantity.end = end;
    quantity.rule = "measure.compound";
    return true;
}

// "50" behind "15 dollars" stands for its cents where nothing follows that it could count.
bool closes(const SentenceWalk& walk, std::size_t end) {
    if (!walk.has(end) || walk.is_any(end, {".", ";", "?", "!", ")"})) return true;
    return walk.is(end, "and") && walk.is_number(end + 1);  // "15 dollars 50 and 3 euros"
}

void join_money(const SentenceWalk& walk, Quantity& quantity, std::size_t at, bool joined) {
    constexpr int cents = 100;
    if (quantity.value.exponent() < 0 || quantity.has_magnitude || quantity.rule == "money.minor") return;
    const auto small = parse_number(walk.document, at, walk.sentence.end, {false, true});
    if (!small || !is_below(*small, cents) || small->value.exponent() < 0 || small->value.is_zero()) return;
    const auto unit = read_unit(walk.document, walk.sentence, small->end, *small);
    const bool minor = unit && unit->currency && unit->currency->minor;
    const bool two_digits = small->value >= Decimal(10);
    const bool bare = !unit && closes(walk, small->end) && two_digits &&
                      (quantity.rule != "money.prefix" || (small->in_words && joined));
    if (!minor && !bare) return;
    const auto part = small->value.scaled(minor ? -unit->currency->minor_digits : -2);
    const auto sum = part ? quantity.value + *part : std::nullopt;
    if (!sum) return;
    quantity.value = *sum;
    quantity.resolution = small->resolution.scaled(-2).value_or(small->resolution);
    quantity.end = minor ? unit->end : small->end;
    note(walk.trace, {quantity.core, Field::number, "money.compound", quantity.core, quantity.end});
    quantity.rule = "money.compound";
}

// "two miles and a half": of the same unit.
bool join_half(const SentenceWalk& walk, Quantity& quantity) {
    if (!is_and_a_half(walk, quantity.end) || quantity.value.exponent() < 0) return false;
    const auto sum = quantity.value + Decimal(5, -1);
    if (!sum) return false;
    quantity.value = *sum;
    quantity.resolution = Decimal(5, -1);
    quantity.end += 3;
    note(walk.trace, {quantity.core, Field::number, "number.compound", quantity.core, quantity.end});
    return true;
}

// The "a" of "a mile" as a number.
Number the_one(std::size_t i) {
    Number one;
    one.value = one.plain = Decimal(1);
    one.in_words = true;
    one.begin = i;
    one.end = i + 1;
    return one;
}

// "rose by [a metre]"; not "won by a mile".
bool moves_by(const SentenceWalk& walk, std::size_t i) {
    constexpr std::size_t furthest = 4;
    if (i < walk.sentence.begin + 2 || !walk.is(i - 1, "by")) return false;
    for (std::size_t k = i - 1; k-- > walk.sentence.begin && k + furthest >= i;)
        if (walk.is(k, WordClass::change_verb)) return true;
    return false;
}

}  // namespace

namespace {

// "a point | to 30 per cent", and behind the percentages of a poll "a point | on 38": what a percentage came to.
bool leads_to_percent(const SentenceWalk& walk, std::size_t at) {
    if (!walk.is_any(at, {"to", "at", "on"})) return false;
    const auto number = parse_number(walk.document, at + 1, walk.sentence.end, {});
    if (!number || number->power) return false;
    const auto unit = read_unit(walk.document, walk.sentence, number->end, *number);
    if (unit) return unit->kind == Kind::percent;
    return walk.behind_poll && !number->in_words && number->value < Decimal(100);
}

// "36 percent, up a point", "by a point": of the percentages that the sentence told; "fell a point to 30 per cent"; "raised rates
// by a full point".
std::size_t take_point(SentenceWalk& walk, std::size_t i) {
    const bool full = walk.is(i + 1, "full");
    const std::size_t point = full ? i + 2 : i + 1;
    if (!walk.is(point, "point") || i == walk.sentence.begin) return 0;
    const bool leads = leads_to_percent(walk, point + 1);
    if (!walk.is_any(i - 1, {"up", "down"}) && !moves_by(walk, i) &&
        !(leads && walk.is(i - 1, WordClass::change_verb)))
        return 0;
    if (walk.is_any(point + 1, {"of", "-", "where", "that", "when"})) return 0;
    const bool percent = leads || std::any_of(walk.found.begin(), walk.found.end(), [](const Quantity& each) {
                             return each.kind == Kind::percent;
                         });
    if (!percent && !(full && walk.sentence.has(WordClass::rate_word))) return 0;
    Quantity quantity = start_quantity(walk, i, point + 1, "points.of_percent");
    quantity.kind = Kind::points;
    quantity.unit = "pp";
    quantity.value = Decimal(1);
    note(walk.trace, {quantity.core, Field::number, "number", i, i + 1});
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, point, point + 1});
    return take(walk, quantity);
}

// "more than | a mile of pipe", "about a tonne of fish": so much, by the bound; not "around a foot", "over a yard".
bool is_bounded_measure(const SentenceWalk& walk, std::size_t i) {
    return walk.is_any(i + 1,
                       {"mile", "metre", "meter", "kilometre", "kilometer", "kilo", "kilogram", "kilogramme",
                        "tonne", "ton", "inch", "acre", "hectare", "litre", "liter", "gallon"}) &&
           has_bound_before(walk, i);
}

}  // namespace

std::size_t take_one_unit(SentenceWalk& walk, std::size_t i) {
    if (const std::size_t end = take_point(walk, i)) return end;
    const bool full = walk.is_any(i + 1, {"full", "whole"});
    const bool share = walk.is(full ? i + 2 : i + 1, "percentage");
    const bool bounded = !share && !full && is_bounded_measure(walk, i);
    if (!share && !bounded && !moves_by(walk, i)) return 0;
    const Number one = the_one(i);
    const auto unit = read_unit(walk.document, walk.sentence, full ? i + 2 : i + 1, one);
    if (!unit || unit->is_time || unit->adjective || (share && unit->kind != Kind::points) ||
        (bounded && unit->kind != Kind::measure))
        return 0;
    const bool of_measured =
        bounded && walk.is_any(unit->end, {"of", "away", "long", "wide", "deep", "high", "every", "each"});
    const bool closes = !walk.has(unit->end) || walk.token(unit->end).kind == TokenKind::mark ||
                        walk.is(unit->end, WordClass::preposition) ||
                        walk.is(unit->end, WordClass::conjunction) || share;
    if (!of_measured && (!closes || walk.is(unit->end, "-") || walk.is_any(unit->end, {"of", "and", "or"})))
        return 0;
    Quantity quantity = start_quantity(walk, i, unit->end, "");
    quantity.value = one.value;
    apply_unit(walk, quantity, *unit);
    note(walk.trace, {quantity.core, Field::number, "number", i, i + 1});
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, i + 1, unit->end});
    return take(walk, quantity);
}

std::size_t take_one_and_a_half(SentenceWalk& walk, std::size_t i) {
    if (!walk.is_any(i, {"a", "an"}) || !is_and_a_half(walk, i + 2)) return 0;
    const Number one = the_one(i);
    const auto unit = read_unit(walk.document, walk.sentence, i + 1, one);
    if (!unit || unit->end != i + 2) return 0;
    const std::size_t end = unit->end + 3;
    if (unit->is_time && walk.is(end, "old")) return end;  // an age
    Quantity quantity = start_quantity(walk, i, end, "");
    quantity.value = Decimal(15, -1);
    quantity.resolution = Decimal(5, -1);
    apply_unit(walk, quantity, *unit);
    note(walk.trace, {quantity.core, Field::number, "number.compound", i, end});
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, i + 1, unit->end});
    read_denominator(walk, quantity);
    return take(walk, quantity);
}

void join_parts(const SentenceWalk& walk, Quantity& quantity) {
    if (quantity.high || !walk.has(quantity.end)) return;
    const bool has_unit = quantity.kind == Kind::measure || quantity.kind == Kind::money;
    if (has_unit && !quantity.has_magnitude && join_half(walk, quantity)) return;
    const bool joined = walk.is(quantity.end, "and");
    const bool hyphen =
        walk.is(quantity.end, "-") && walk.glued(quantity.end) && walk.glued(quantity.end + 1);
    const std::size_t at = quantity.end + (joined || hyphen ? 1 : 0);
    // "2hr 14min 3sec" has three parts.
    if (quantity.kind == Kind::measure && join_measure(walk, quantity, at))
        if (const std::size_t behind = quantity.end + (walk.is(quantity.end, "and") ? 1 : 0);
            walk.has(behind) && quantity.unit == "min")
            join_measure(walk, quantity, behind);
    if (quantity.kind == Kind::money) join_money(walk, quantity, at, joined);
}

}  // namespace figbook
