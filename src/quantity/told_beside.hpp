// A number without a unit that tells the same of another thing as the figure before it: "64% in the city and | 58 in the suburbs", "40 mm
// of rain and the south | 65", "from a high of 20C to a low of | 12". For bare_number.cpp.
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// Of the last figure that was found, whose unit the number then has.
bool is_told_beside(const SentenceWalk& walk, const Quantity& quantity, const Number& number);

}  // namespace figbook
