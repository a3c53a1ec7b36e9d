#include "quantity/world_units.hpp"

#include <algorithm>

namespace figbook {
namespace {

constexpr std::string_view short_ton = "[ston_av]";

// The word "ton" at `i`, with nothing before it that says which.
bool is_open_ton(const SentenceWalk& walk, std::size_t i) {
    return walk.is_any(i, {"ton", "tons"}) && i > walk.sentence.begin &&
           !walk.is_any(i - 1, {"short", "long", "us", "u.s.", "american", "imperial"});
}

bool names_tonnes(const SentenceWalk& walk) {
    for (std::size_t i = walk.sentence.begin; i < walk.sentence.end; ++i)
        if (walk.is_any(i, {"tonne", "tonnes", "metric", "short"})) return true;
    return false;
}

// "a ton", "per ton", "/ton"
bool has_open_ton_behind(const SentenceWalk& walk, const Quantity& quantity) {
    constexpr std::size_t furthest = 3;
    for (std::size_t i = quantity.core; i < quantity.end + furthest; ++i)
        if (is_open_ton(walk, i)) return true;
    return false;
}

}  // namespace

void settle_world_prices(const SentenceWalk& walk) {
    const auto is_price = [](const Quantity& each) {
        return each.open_group == "dollar" &&
               (each.per == "barrel" || each.per == "[oz_tr]" || each.per == "[oz_av]");
    };
    if (std::none_of(walk.found.begin(), walk.found.end(), is_price)) return;
    // "rose to $60 a barrel from under $50"
    for (Quantity& each : walk.found) {
        if (each.open_group != "dollar" || each.has_magnitude || each.unit == "USD") continue;
        each.unit = "USD";
        each.unit_assumed = true;
        note(walk.trace, {each.core, Field::unit, "money.world_price", each.core, each.end});
    }
}

void settle_ton(const SentenceWalk& walk, Quantity& quantity) {
    const bool unit = quantity.unit == short_ton && is_open_ton(walk, quantity.end - 1);
    const bool per = quantity.per == short_ton && has_open_ton_behind(walk, quantity);
    if ((!unit && !per) || names_tonnes(walk) || !walk.evidence.is_abroad()) return;
    if (unit) quantity.unit = "t";
    if (per) quantity.per = "t";
    note(walk.trace,
         {quantity.core, unit ? Field::unit : Field::per, "measure.metric_ton", quantity.core, quantity.end});
}

}  // namespace figbook
