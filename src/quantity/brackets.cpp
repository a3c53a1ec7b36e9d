#include "quantity/brackets.hpp"

#include "quantity/shared_units.hpp"
#include "quantity/trace.hpp"

namespace figbook {

void Brackets::take(Quantity& quantity, const Quantity& from) {
    take_unit(quantity, from);
    quantity.rule = "unit.borrowed";
    note(trace_, {quantity.core, Field::unit, quantity.rule, from.core, from.end, from.core});
}

// "with 302,000 arrivals, followed by Russia (197,000) and Britain (124,000)": of each name as many of the same.
bool Brackets::count_in_list(std::size_t i) {
    Quantity& quantity = found_[i];
    const std::size_t open = quantity.begin - 1;
    const bool alone = quantity.begin > sentence_.begin + 1 && is(open, "(") && is(quantity.end, ")") &&
                       document_.tokens[open - 1].is_capitalised();
    constexpr int least = 200;  // below that it is an age, but where other brackets count
    if (!alone || (quantity.value < Decimal(least) && !quantity.tentative) || quantity.value.exponent() < 0)
        return false;
    for (std::size_t back = i; back-- > 0;) {
        const Quantity& before = found_[back];
        if (before.kind != Kind::count || before.unit.empty()) continue;
        const auto most = before.value.scaled(3);
        if (!most || !(quantity.value < *most))
            return false;  // "in 250 cases, of all in the land (1.5 billion)"
        take(quantity, before);
        return true;
    }
    return false;
}

// "SEK 2,914 million (2,829)", "6.0 percent (5.4)": the same of the year before, as reports print it.
bool Brackets::set_beside(std::size_t i) {
    Quantity& quantity = found_[i];
    const Quantity& now = found_[i - 1];
    const bool printed = quantity.begin == now.phrase_end() + 1 && document_.is(quantity.begin - 1, "(") &&
                         document_.is(quantity.end, ")") && !quantity.has_magnitude;
    const bool rate = now.kind == Kind::percent && quantity.value.exponent() < 0;
    if (!printed || !(rate || (now.kind == Kind::money && now.has_magnitude))) return false;
    const auto raised = quantity.value.scaled(now.power);
    const auto least = now.value.scaled(-1);
    const auto most = now.value.scaled(1);
    if (!raised || !least || !most || !(*least < *raised) || !(*raised < *most)) return false;
    quantity.value = *raised;
    quantity.resolution = quantity.resolution.scaled(now.power).value_or(quantity.resolution);
    quantity.power = now.power;
    quantity.has_magnitude = now.has_magnitude;
    take(quantity, now);
    return true;
}

}  // namespace figbook
