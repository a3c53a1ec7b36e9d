// A bare number that counts what the figure before it counts: elsewhere, of another kind, or for somebody else. For
// bare_number.cpp.
//
//     "41 cases in Ohio, | 12 in Utah", "three counts of rape and | two of theft", "France sent 40 tanks and Britain | 14"
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// Gives the quantity its kind, unit and rule.
bool counts_on(const SentenceWalk& walk, Quantity& quantity, const Number& number);

}  // namespace figbook
