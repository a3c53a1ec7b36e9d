// Fractions as shares and as parts of a unit: "half", "two-thirds of it", "half an hour", "a quarter-point rise". What is a time
// or a place in an order ("the first half") is passed over. Inside quantity/ alone: take_ratio() of proportions.hpp asks it.
#pragma once
#include <cstddef>

#include "quantity/amount.hpp"

namespace figbook {

// Adds what the fraction of `amount` is to the walk; the token to go on from.
std::size_t take_fraction(SentenceWalk& walk, const Amount& amount);

}  // namespace figbook
