// A number with its currency or unit: "$1.2bn", "500 metres", "20 per cent". Tokens in, an Amount out; and what an
// amount makes of a quantity.
//
//     if (const auto amount = read_amount(walk, i, false)) apply(walk, quantity, *amount);
//
// Bounds, ranges and the noun that a bare number counts are read around it, by the other files of this folder.
#pragma once
#include <cstddef>
#include <optional>

#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"
#include "quantity/unit.hpp"

namespace figbook {

struct Amount {
    Amount() {}  // not left to the compiler, which would fill all of it with zeros first

    std::size_t begin = 0;
    std::size_t end = 0;
    Number number;
    std::optional<PrefixRead> prefix;
    std::optional<UnitRead> unit;
    std::size_t bound_at = 0;  // the "-odd" of "4,000-odd crore", 0 for none
    bool has_unit() const { return prefix || unit; }
};

// The amount that starts at token i, none where there is none. `shares_currency`: it is the second of a range whose
// first has a currency before it ("$5-10m"), so that short magnitudes need no other proof.
std::optional<Amount> read_amount(const SentenceWalk& walk, std::size_t i, bool shares_currency);

// Gives the quantity the kind, unit and rule of the amount's currency or unit.
void apply(const SentenceWalk& walk, Quantity& quantity, const Amount& amount);
void apply_unit(const SentenceWalk& walk, Quantity& quantity, const UnitRead& unit);

// The denominator behind a quantity: "a barrel", "per share".
void read_denominator(const SentenceWalk& walk, Quantity& quantity);

}  // namespace figbook
