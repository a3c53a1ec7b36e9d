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

// The same for the rest of what was counted, a part of it, or some of it: "the other | four fled", "Of its 40 shops, | ten will
// shut", "There are 12 schools. | Four will close".
bool counts_some_more(const SentenceWalk& walk, Quantity& quantity, const Number& number);

}  // namespace figbook
