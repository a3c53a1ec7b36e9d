#include "quantity/shared_units.hpp"

#include "quantity/counted.hpp"
#include "quantity/trace.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_move =
    6;  // tokens between the figures of one move: "4.1 in the year to May to 3.8"

// Of numbers that are set beside each other neither is ten times the other.
bool are_alike(const Quantity& first, const Quantity& second) {
    const auto plain = first.has_magnitude ? std::optional(second.value) : second.value.scaled(-second.power);
    const auto tenfold = plain ? plain->absolute().scaled(1) : std::nullopt;
    const auto tenth = plain ? plain->absolute().scaled(-1) : std::nullopt;
    const Decimal size = first.value.absolute();
    return tenfold && tenth && size < *tenfold && *tenth < size;
}

}  // namespace

void take_unit(Quantity& to, const Quantity& from) {
    to.kind = from.kind;
    to.unit = from.unit;
    to.unit_assumed = from.unit_assumed;
    if (to.per.empty()) to.per = from.per;
    to.borrowed = true;
    to.noun_begin = from.noun_begin;
    to.noun_end = from.noun_end;
    to.rule = "unit.shared";
}

// Only commas, "and" or "or" between: "9 and 12 million euros", "2, 3 and 5 per cent", "8 or $9".
bool SharedUnits::is_list(const Quantity& first, const Quantity& second) const {
    if (first.end == second.core) return false;
    for (std::size_t i = first.end; i < second.core; ++i)
        if (!is(i, ",") && !is(i, "and") && !is(i, "or") && !is(i, "±")) return false;
    return second.rule != "money.prefix" || (is(first.end, "or") && first.end + 1 == second.core);
}

// "up 3, or 28.1%", "arrested 12, and 3 tonnes": of two alone, the comma parts what the next word would join.
bool SharedUnits::is_apposition(std::size_t i, const Quantity& second) const {
    const Quantity& first = found_[i];
    const bool comma = is(first.end, ",") && first.end + 2 == second.core &&
                       (is(first.end + 1, "or") || is(first.end + 1, "and"));
    return comma && (i == 0 || !is_list(found_[i - 1], first));
}

// "fined 40 and 2 million euros was paid": the verb in the singular makes a clause of what follows "and".
bool SharedUnits::opens_clause(const Quantity& second) const {
    return is(second.core - 1, "and") &&
           (is(second.end, "was") || is(second.end, "is") || is(second.end, "has"));
}

// "to 128 from 135 and the flock to 23.3m head" is none.
bool SharedUnits::is_in_one_clause(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
        if (is(i, ",") || words_.is(document_.tokens[i].word, WordClass::verb) ||
            words_.is(document_.tokens[i].word, WordClass::conjunction))
            return false;
    return true;
}

// "from 24.2 to 33-35 billion euros", "from 4.1 in May to 3.8 per cent": the ends of one move.
bool SharedUnits::are_ends_of_move(const Quantity& first, const Quantity& second) const {
    if (first.begin == sentence_.begin || second.rule == "money.prefix") return false;
    if (!is(first.begin - 1, "from") || !is(second.begin - 1, "to")) return false;
    return second.begin <= first.end + longest_move && is_in_one_clause(first.end, second.begin);
}

std::size_t SharedUnits::behind_comparison(std::size_t at, bool is_level) const {
    std::size_t i = is(at, ",") ? at + 1 : at;
    const bool moved = is(i, "up") || is(i, "down");
    if (moved) ++i;
    if (is(i, "from")) return moved || is_level ? i + 1 : at;
    if (moved) return at;
    if (is(i, "against") || is(i, "versus")) return i + 1;
    if (is(i, "vs")) return is(i + 1, ".") ? i + 2 : i + 1;
    return is(i, "compared") && (is(i + 1, "with") || is(i + 1, "to")) ? i + 2 : at;
}

// "to 1.2 from 1.5 per cent", "to 34 in May from 36.5 billion", "3.2, against 4.5 million tonnes": a figure and what it is
// held against. "to 30 from 12 months ago" is no such pair.
bool SharedUnits::are_held_together(const Quantity& first, const Quantity& second) const {
    if (second.rule == "money.prefix" || first.rule != "number.bare" || !are_alike(first, second))
        return false;
    if (is(second.end, "ago") || is(second.end, "earlier") || is(second.end, "before")) return false;
    const auto stands_behind = [&](WordLiteral word) {
        return first.begin > sentence_.begin && is(first.begin - 1, word);
    };
    // "at five, up from 13 in 2004": what the second counts must be said beside it.
    const bool told = stands_behind("of");  // "sales of 312,000, against 282,000 discs"
    if (second.borrowed || (second.kind == Kind::count && (told || second.noun_end <= second.core)))
        return false;
    const bool is_level = stands_behind("to");
    if (behind_comparison(first.end, is_level) == second.begin) return true;
    return is_level && is(second.begin - 1, "from") && second.begin <= first.end + longest_move &&
           is_in_one_clause(first.end, second.begin);
}

// "400 part-time and 300 full-time staff"
bool SharedUnits::shares_noun(const Quantity& first, const Quantity& second) const {
    if (second.kind != Kind::count || second.noun_end == 0) return false;
    const std::size_t joint = and_behind(document_, sentence_, first.end);
    return joint != 0 && joint + 1 == second.core;
}

void SharedUnits::share(std::size_t i, std::size_t next) {
    Quantity& first = found_[i];
    const Quantity& second = found_[next];
    // "traded at 7.3 and 5.5 times": only of what is valued so
    const bool times =
        second.kind == Kind::multiple &&
        !(second.rule == "multiple.times" && is_list(first, second) && is(first.begin - 1, "at"));
    if (first.kind != Kind::number || second.kind == Kind::number || second.kind == Kind::ratio || times)
        return;
    const bool ends = are_ends_of_move(first, second);
    const bool list = is_list(first, second) && !is_apposition(i, second) && !opens_clause(second);
    const bool one_telling = ends || list || shares_noun(first, second);
    if (!one_telling && !are_held_together(first, second)) return;
    if (ends && first.has_magnitude != second.has_magnitude && !(first.value < Decimal(1000))) return;
    take_unit(first, second);
    // What is held against another one may be of another time.
    if (!one_telling) first.rule = "unit.compared";
    note(trace_, {first.core, Field::unit, first.rule, second.core, second.end, second.core});
    if (second.power > 0 && !first.has_magnitude) {
        first.value = first.value.scaled(second.power).value_or(first.value);
        if (first.high) first.high = first.high->scaled(second.power).value_or(*first.high);
        first.resolution = first.resolution.scaled(second.power).value_or(first.resolution);
        first.power = second.power;  // for the one before it
        first.has_magnitude = true;
    }
}

}  // namespace figbook
