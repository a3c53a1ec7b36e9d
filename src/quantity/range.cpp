#include "quantity/range.hpp"

#include <algorithm>

#include "quantity/bare_number.hpp"
#include "quantity/counted.hpp"
#include "quantity/currency_letter.hpp"
#include "quantity/not_a_figure.hpp"
#include "text/dashes.hpp"

namespace figbook {
namespace {

bool is_dash(const SentenceWalk& walk, std::size_t i) {
    return walk.has(i) && (walk.is(i, "-") || is_wide_dash(walk.document.word(i)));
}

bool same_unit(const Amount& a, const Amount& b) {
    if (b.prefix || !b.unit) return false;
    if (a.unit->currency.has_value() != b.unit->currency.has_value()) return false;
    if (a.unit->currency) return a.unit->currency->group == b.unit->currency->group;
    return a.unit->unit == b.unit->unit && a.unit->kind == b.unit->kind;
}

bool is_year_span(const SentenceWalk& walk, const Amount& a, const Amount& b) {
    return may_be_year(walk.document, a.number) &&
           (may_be_year(walk.document, b.number) || b.number.value < Decimal(100));
}

bool follows_between(const SentenceWalk& walk, std::size_t begin) {
    for (std::size_t back = 1; back <= 3 && begin >= walk.sentence.begin + back; ++back)
        if (walk.is(begin - back, "between")) return true;
    return false;
}

// "rose 200 to 1,400", "up 1 to 181": right behind the verb or particle, and far apart; "grow 5 to 7%" is a range.
bool is_amount_of_move(const SentenceWalk& walk, std::size_t begin, const Amount& first) {
    if (begin == walk.sentence.begin) return false;
    if (!walk.is(begin - 1, WordClass::change_verb) && !walk.is_any(begin - 1, {"up", "down"})) return false;
    const auto prefix =
        first.prefix ? read_prefix(walk, first.end + 1) : std::nullopt;  // "up $1.24 to $21.75"
    const auto last =
        parse_number(walk.document, prefix ? prefix->end : first.end + 1, walk.sentence.end, {});
    const auto triple = first.number.value * Decimal(3);
    return last && triple && last->value > *triple && !last->power;
}

// "fell by 40 to 50 percent": by how much, from and to; "by 0.5 to 5.5 percent" says where it went.
bool is_narrow(const SentenceWalk& walk, const Amount& first) {
    // "by 20% to 30%"
    if (first.has_unit() && !(first.unit && first.unit->kind == Kind::percent)) return false;
    const auto last = parse_number(walk.document, first.end + 1, walk.sentence.end, {});
    const auto twice = first.number.value * Decimal(2);
    if (!last || !twice || !(first.number.value < last->value) || last->value > *twice) return false;
    const auto unit = read_unit(walk.document, walk.sentence, last->end, *last);
    if (unit && unit->kind == Kind::measure) return !first.has_unit();  // "by 1.5 to 2 degrees Celsius"
    return unit && (unit->kind == Kind::percent || unit->kind == Kind::points);
}

// "lowered its forecast to between 0 and 1 percent, from 1.5 to 2.5 percent": from one range to another.
bool is_former_range(const SentenceWalk& walk, std::size_t begin) {
    constexpr std::size_t longest = 10;
    if (begin < walk.sentence.begin + 3 || !walk.is(begin - 1, "from") || !walk.is(begin - 2, ","))
        return false;
    for (std::size_t i = begin - 2; i-- > walk.sentence.begin && i + longest > begin;)
        if (walk.is(i, "between")) return i > walk.sentence.begin && walk.is(i - 1, "to");
    return false;
}

// "growth of 5% to 7%", "ranged from 5% to 7%": not the ends of a move.
bool says_range(const SentenceWalk& walk, std::size_t begin) {
    if (begin < walk.sentence.begin + 2) return false;
    if (walk.is(begin - 1, "at") && !walk.is(begin - 2, WordClass::change_verb))
        return true;  // "at 6.5% to 7.5%"
    // "down from an earlier forecast of $3.90 to $4.20", "raised it to a range of $4 to $5"
    if (walk.is(begin - 1, "of"))
        return walk.is(begin - 2, "range") || walk.is(begin - 2, WordClass::change_noun) ||
               walk.is(begin - 2, WordClass::forecast_noun);
    if (is_former_range(walk, begin) || walk.is(begin - 1, "between")) return true;
    return walk.is(begin - 1, "from") && walk.is_any(begin - 2, {"ranged", "ranging", "range", "ranges",
                                                                 "varied", "vary", "varies", "anywhere"});
}

// "from the current $154,000 to $220,000"
bool is_from_what_is(const SentenceWalk& walk, std::size_t begin) {
    if (begin < walk.sentence.begin + 2 ||
        !walk.is_any(begin - 1, {"current", "previous", "existing", "present", "original", "former",
                                 "initial", "earlier", "prior", "reported"}))
        return false;
    return walk.is(begin - 2, "from") || (begin >= walk.sentence.begin + 3 && walk.is(begin - 3, "from"));
}

// "will rise 3% to 4%", "to fall 10% to 15%": by how much, of what has not moved yet. "Rose 3% to 4%" says where it went.
bool grows_between(const SentenceWalk& walk, std::size_t begin, const Amount& first) {
    if (begin < walk.sentence.begin + 2 || !walk.is(begin - 1, WordClass::change_verb)) return false;
    const bool ahead = walk.is(begin - 2, "to") || walk.is(begin - 2, WordClass::modal);
    if (!ahead || !first.unit || first.unit->kind != Kind::percent) return false;
    const auto second = read_amount(walk, first.end + 1, false);
    const auto twice = first.number.value * Decimal(2);
    return second && second->unit && second->unit->kind == Kind::percent && twice &&
           first.number.value < second->number.value && !(*twice < second->number.value);
}

// "rose from 5% to 10%", "fell 12% to 9%": two ends of a move, not a range.
bool is_move(const SentenceWalk& walk, std::size_t begin, const Amount& first) {
    const bool from =
        begin > walk.sentence.begin && (walk.is(begin - 1, "from") || is_from_what_is(walk, begin));
    // "fell by 43,000 to 908,000", "by a larger than expected 12,000 to 318,000"
    const bool than_expected = begin > walk.sentence.begin + 4 &&
                               walk.is_any(begin - 1, {"expected", "forecast"}) && walk.is(begin - 2, "than");
    const std::size_t by = than_expected ? begin - 5 : begin - 1;
    if (begin > walk.sentence.begin && walk.is(by, "by")) return !is_narrow(walk, first);
    if (says_range(walk, begin)) return false;
    if (!from && is_amount_of_move(walk, begin, first)) return true;
    if (!from && !first.has_unit()) return false;
    // "raising the limit for a family of four from the current $90,000 to", "rose by 25%, …, from 2.1% to": told apart
    const bool told_by = !walk.found.empty() && walk.found.back().begin > walk.sentence.begin &&
                         walk.is(walk.found.back().begin - 1, "by") && walk.is(begin - 2, ",");
    const bool apart =
        from && (is_from_what_is(walk, begin) || (begin >= walk.sentence.begin + 2 && told_by));
    const std::size_t back = std::min<std::size_t>(begin - walk.sentence.begin, apart ? 28 : 10);
    if (from && walk.is_any(begin - 2, {"gone", "went", "going", "goes", "go", "moved", "moves"}))
        return true;
    if (!from && grows_between(walk, begin, first)) return false;
    for (std::size_t i = begin - back; i < begin; ++i)
        if (walk.is(i, "up") && i > begin - back && walk.is_any(i - 1, {"make", "makes", "made", "making"}))
            return false;  // "will make up 80% to 90% of it"
        else if (walk.is(i, WordClass::change_verb) || walk.is(i, WordClass::change_noun) ||
                 walk.is(i, WordClass::change_particle) || walk.is(i, WordClass::copula) ||
                 walk.words.change_verbs.match(walk.document.tokens, i, begin))
            return from || !walk.is(i, WordClass::copula);
    return false;
}

// The first number, with the magnitude of the second where only that has one: "1.2-1.4 billion".
Number low_end(const Number& first, const Number& second) {
    if (!second.power || first.power || !(first.plain < second.plain)) return first;
    return with_power(first, *second.power).value_or(first);
}

// The first number in thousands, where only the second is printed with them: "10-12,000 people", "$5-6,000"; not
// "1 to 6,000", "900-1,100".
Number in_thousands_of(const Number& first, const Number& second, bool dash) {
    constexpr int thousands = 3;
    const int least_part = dash ? 10 : 2;  // of the second is the first then
    const bool plain = !first.grouped && !first.power && !first.in_words && !first.is_fraction;
    if (!plain || second.power || second.in_words || second.value.exponent() < thousands) return first;
    const auto raised = with_power(first, thousands);
    const auto most = raised ? Decimal::multiply(raised->value, Decimal(least_part)) : std::nullopt;
    if (!most || !(raised->value < second.value) || *most < second.value) return first;
    return *raised;
}

// "from $10 to $12 billion": both are billions; not "from $500 to $1 million".
void share_magnitude(const SentenceWalk& walk, Quantity& quantity, const Amount& first,
                     const Amount& second) {
    constexpr int millions = 6;
    const bool from = quantity.begin > walk.sentence.begin && walk.is(quantity.begin - 1, "from");
    const auto tenfold = second.number.plain.scaled(1);
    if (!from || !first.prefix || first.number.power || second.number.power.value_or(0) < millions ||
        !tenfold || !(first.number.plain < *tenfold))
        return;
    const auto shared = with_power(first.number, *second.number.power);
    if (!shared) return;
    quantity.value = shared->value;
    quantity.resolution = shared->resolution;
    quantity.has_magnitude = true;
    quantity.power = *second.number.power;
    note(walk.trace, {quantity.core, Field::number, "number.shared", first.begin, first.end});
}

// "from 3 to 5 per cent": the first number has the unit of the second, and each is a figure of its own.
void share_with_next(const SentenceWalk& walk, Quantity& quantity, const Amount& first,
                     const Amount& second) {
    if (first.has_unit()) return share_magnitude(walk, quantity, first, second);
    const Number low = low_end(first.number, second.number);
    quantity.value = low.value;
    quantity.resolution = low.resolution;
    if (second.unit) {
        apply_unit(walk, quantity, *second.unit);
        const bool fell_by = walk.is(quantity.begin - 1, WordClass::change_verb);
        if (second.unit->kind == Kind::percent && fell_by) {  // "fell one to 20%"
            quantity.kind = Kind::points;
            quantity.unit = "pp";
        }
        note(walk.trace, {quantity.core, Field::unit, "unit.of_end", second.number.end, second.unit->end});
    } else if (const CountedNoun noun =
                   counted_noun(walk.document, walk.sentence, second.number.end, false)) {
        quantity.kind = Kind::count;
        quantity.unit = noun.unit;
        quantity.rule = "count.shared";
        note(walk.trace, {quantity.core, Field::unit, quantity.rule, noun.begin, noun.end});
    }
}

// "12 or 15 million", "$2 or $3 billion": the number at token `at` has the magnitude for both.
bool shares_magnitude(const SentenceWalk& walk, const Amount& first, std::size_t at) {
    if (first.number.power || first.unit) return false;
    const auto prefix = read_prefix(walk, at);
    const auto second = parse_number(walk.document, prefix ? prefix->end : at, walk.sentence.end,
                                     {first.prefix.has_value(), false});
    return second && second->power && !second->abbreviated && first.number.plain < second->plain;
}

// "5 or 6 points": the number at token `at` is the next one.
bool is_next(const SentenceWalk& walk, const Amount& first, std::size_t at) {
    if (!walk.is_number(at) || first.number.grouped || first.number.power) return false;
    const auto second = parse_number(walk.document, at, walk.sentence.end, {});
    const auto next = first.number.value + Decimal(1);
    if (!second || !next || second->power) return false;
    // "30 or 40 people"; "10 or 20" are two numbers
    constexpr int step = 10, most = 100;
    const auto higher = first.number.value + Decimal(step);
    if (first.number.value.exponent() >= 1 && higher && second->value == *higher &&
        Decimal(step) < first.number.value && first.number.value < Decimal(most))
        return true;
    return second->value == *next && second->value < Decimal(100);
}

// A word or mark that may stand between the two numbers of a range, at token `at`.
bool joins_numbers(const SentenceWalk& walk, const Quantity& quantity, const Amount& first, std::size_t at) {
    if (!walk.has(at + 1)) return false;
    if (is_dash(walk, at)) {
        const bool spaced_alike = walk.token(at).space_before() == walk.token(at + 1).space_before();
        return spaced_alike && !(is_long_dash(walk.document.word(at)) && walk.token(at).space_before());
    }
    if (walk.is(at, "to") || walk.is(at, "through")) return true;
    if (walk.is(at, "and")) return follows_between(walk, quantity.begin);
    return walk.is(at, "or") &&
           ((!first.has_unit() && (first.number.in_words || is_next(walk, first, at + 1))) ||
            shares_magnitude(walk, first, at + 1));
}

// The amount behind the joint, where its currency and unit go with those of the first.
std::optional<Amount> second_amount(const SentenceWalk& walk, const Amount& first, std::size_t at) {
    auto second = read_amount(walk, at, first.prefix.has_value());
    if (!second || second->number.is_fraction != first.number.is_fraction) return std::nullopt;
    if (second->prefix && !first.prefix) return std::nullopt;
    if (second->prefix && second->prefix->currency.group != first.prefix->currency.group) return std::nullopt;
    if (first.unit && second->has_unit() && !same_unit(first, *second)) return std::nullopt;
    return second;
}

// "18-to-24-year-olds", "16 to 18 years old"
bool is_age(const SentenceWalk& walk, const Amount& amount) {
    const std::size_t end = walk.is(amount.end, "-") ? amount.end + 1 : amount.end;
    return walk.is_any(end, {"old", "olds"}) && amount.number.value < Decimal(120);
}

bool is_minor(const std::optional<UnitRead>& unit) {
    return unit && unit->currency && unit->currency->minor;
}

// Where two numbers are joined: the token before the second. In "a 10-to-15-minute wait" and "200,000 to-260,000" it
// is no dash, but the "to" with its hyphens.
struct Joint {
    std::size_t at = 0;
    bool dash = false;
    bool to = false;
};

std::optional<Joint> joint_behind(const SentenceWalk& walk, const Quantity& quantity, const Amount& first) {
    std::size_t at = first.end;
    if (walk.is(at, "-") && walk.glued(at) && walk.is(at + 1, "to")) ++at;
    // "the 5-foot-11 guard": feet and inches
    if (first.unit && first.unit->unit == "[ft_i]" && walk.is(at, "-") && walk.glued(at) &&
        walk.glued(at + 1) && walk.is(at - 2, "-"))
        return std::nullopt;
    if (walk.is(at, "to") && walk.is(at + 1, "-") && walk.glued(at + 1)) return Joint{at + 1, false};
    if (!joins_numbers(walk, quantity, first, at)) return std::nullopt;
    const bool plus = walk.is(at, "to") && walk.is(at + 1, "+") && walk.glued(at + 2);  // "-0.5% to +0.3%"
    return Joint{plus ? at + 1 : at, is_dash(walk, at), walk.is(at, "to")};
}

struct Ends {
    Number low;
    Decimal high;
};

Ends ends_of(const Number& first, const Number& second, bool dash) {
    Ends ends{in_thousands_of(low_end(first, second), second, dash), second.value};
    // "-5 to -10 degrees" is told from the warm end.
    if (ends.low.value.is_negative() && ends.high < ends.low.value && !dash)
        std::swap(ends.low.value, ends.high);
    return ends;
}

// "firmed 0.3% to 24.58", "a fall of 0.6% to 40.6 million": the second is no more of the unit that the first has behind it.
bool leaves_unit(const SentenceWalk& walk, std::size_t begin, const Amount& first, const Amount& second) {
    const bool other_size = second.number.power && !first.number.power;
    return first.unit && !first.prefix && !second.has_unit() && (other_size || !says_range(walk, begin)) &&
           !(begin > walk.sentence.begin && walk.is(begin - 1, "from"));
}

// "trails | her 41-45 percent", "lost the state | 36 percent to 51 percent": the greater is the rival's. Not "lost 10 to 15 percent".
bool is_behind_rival(const SentenceWalk& walk, std::size_t begin) {
    constexpr std::size_t furthest = 8;
    for (std::size_t i = begin - (begin > walk.sentence.begin ? 1 : 0);
         i-- > walk.sentence.begin && i + furthest > begin;) {
        if (walk.token(i).kind == TokenKind::mark) return false;
        if (walk.is_any(i, {"trail", "trails", "trailed", "trailing", "lost", "loses", "losing"}))
            return !walk.is(begin - 1, WordClass::preposition);
    }
    return false;
}

// "leads him 51 to 49 per cent", "ahead 50-45 percent", "a 17-point lead (52-35%)", "trails him 41% to 45%": how many are for each of two.
bool are_two_shares(const SentenceWalk& walk, std::size_t begin, const Amount& first, const Amount& second) {
    constexpr int least = 50, most = 102;  // together
    if (first.prefix || !second.unit || second.unit->kind != Kind::percent) return false;
    const auto both = first.number.value + second.number.value;
    if (!both || *both < Decimal(least) || Decimal(most) < *both) return false;
    if (first.number.value < second.number.value) return is_behind_rival(walk, begin);
    return !first.has_unit() && second.number.value < first.number.value;
}

// What makes two joined numbers no range at all, "" where they may be one.
std::string_view why_no_range(const SentenceWalk& walk, const Amount& first, const Amount& second,
                              const Joint& joint) {
    if (second.unit && second.unit->is_time && is_age(walk, second)) return "age";
    const bool bare = !first.has_unit() && !second.has_unit();
    if (!bare || !joint.dash) return "";
    if (first.number.in_words != second.number.in_words) return "joined numbers";  // "7-Eleven"
    const bool rises = low_end(first.number, second.number).value < second.number.value;
    if (!rises) return walk.glued(joint.at) ? "joined numbers" : "";
    return is_year_span(walk, first, second) ? "span of years" : "";
}

void take_second(const SentenceWalk& walk, Quantity& quantity, const Amount& first, const Amount& second,
                 const Ends& ends) {
    quantity.value = ends.low.value;
    quantity.resolution = std::max(ends.low.resolution, second.number.resolution);
    quantity.high = ends.high;
    quantity.end = second.end;
    note(walk.trace, {quantity.core, Field::range, "range", first.begin, second.end});
    quantity.has_magnitude |= second.number.power.has_value();
    quantity.power = second.number.power.value_or(quantity.power);
    if (is_minor(first.unit) && !second.unit) apply_unit(walk, quantity, *first.unit);
    if (!second.unit || first.prefix) return;
    apply_unit(walk, quantity, *second.unit);
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, second.number.end, second.end});
}

}  // namespace

bool read_range(const SentenceWalk& walk, Quantity& quantity, const Amount& first) {
    const auto joint = joint_behind(walk, quantity, first);
    if (!joint) return true;
    const auto second = second_amount(walk, first, joint->at + 1);
    if (!second) return true;
    if (are_two_shares(walk, quantity.begin, first, *second)) {
        if (first.has_unit()) return true;
        quantity.value = first.number.value;
        apply_unit(walk, quantity, *second->unit);
        note(walk.trace, {quantity.core, Field::unit, "unit.of_end", second->number.end, second->unit->end});
        return true;
    }
    if (joint->to && is_move(walk, quantity.begin, first)) {
        share_with_next(walk, quantity, first, *second);
        return true;
    }
    if (joint->to && leaves_unit(walk, quantity.begin, first, *second)) return true;
    if (const auto why = why_no_range(walk, first, *second, *joint); !why.empty())
        return no_figure(walk.trace, quantity.core, second->end, why);
    const Ends ends = ends_of(first.number, second->number, joint->dash);
    if (!(ends.low.value < ends.high)) return true;
    take_second(walk, quantity, first, *second, ends);
    if (first.has_unit() || second->has_unit()) return true;
    if (!joint->dash)
        if (const auto why =
                why_no_figure(walk.document, walk.sentence, second->number, second->begin, false);
            !why.empty())
            return no_figure(walk.trace, quantity.core, second->end, why);
    return read_count(walk, quantity, second->number);
}

}  // namespace figbook
