// A number without a unit: what does it count, or is it no figure at all?
//
//     "15,000 new police officers" counts police officers, "killed 12" people, "the index rose to 4,200" is a number,
//     "the two sides" is none.
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// Gives the quantity its kind, unit, noun and rule; false where it is no figure. A number that may get a unit from a
// figure behind it ("2, 3 and 5 per cent") is taken as tentative.
bool read_count(const SentenceWalk& walk, Quantity& quantity, const Number& number);

}  // namespace figbook
