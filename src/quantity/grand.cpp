#include "quantity/grand.hpp"

#include <algorithm>

#include "quantity/bounds.hpp"

namespace figbook {
namespace {

constexpr int thousands = 3;  // the power of ten

// "gave two and a half grand.", "20 grand a year", "three grand to him"; not "two grand old men", "20 Grand Slams".
bool is_sum(const SentenceWalk& walk, std::size_t grand) {
    static constexpr WordClasses behind{WordClass::preposition, WordClass::conjunction, WordClass::auxiliary,
                                        WordClass::pronoun};
    const std::size_t next = grand + 1;
    if (!walk.is(grand, "grand") || walk.token(grand).is_capitalised()) return false;
    return !walk.has(next) || walk.ends_at_dividing_mark(next) ||
           walk.words.classes[walk.token(next).word].has_any(behind) ||
           walk.is_any(next, {"a", "an", "each", "more", "less", "extra", "last", "this", "every"});
}

// Of the last money in the sentence or right before it, else of what the article speaks for.
void take_currency(const SentenceWalk& walk, Quantity& quantity) {
    const auto paid = std::find_if(walk.found.rbegin(), walk.found.rend(),
                                   [](const Quantity& each) { return each.kind == Kind::money; });
    const Quantity* beside = paid != walk.found.rend() ? &*paid : walk.before;
    quantity.unit_assumed = !beside || beside->kind != Kind::money;
    if (!quantity.unit_assumed)
        quantity.unit = beside->unit;
    else if (walk.evidence.speaks_for("GBP"))
        quantity.unit = "GBP";
    else
        quantity.unit = walk.evidence.choose("dollar", walk.sentence, quantity.core).code;
}

}  // namespace

std::size_t take_grand(SentenceWalk& walk, const Amount& amount) {
    const std::size_t grand = amount.number.end;
    if (!is_sum(walk, grand) || amount.has_unit() || amount.number.power) return 0;
    const auto value = amount.number.value.scaled(thousands);
    if (!value || value->is_negative()) return 0;
    Quantity quantity = start_quantity(walk, amount.begin, grand + 1, "money.grand");
    quantity.kind = Kind::money;
    quantity.value = *value;
    quantity.resolution = amount.number.resolution.scaled(thousands).value_or(amount.number.resolution);
    take_currency(walk, quantity);
    note(walk.trace, {quantity.core, Field::number, "number", amount.number.begin, grand});
    note(walk.trace, {quantity.core, Field::unit, quantity.rule, grand, grand + 1});
    read_denominator(walk, quantity);
    return take(walk, quantity);
}

}  // namespace figbook
