// Two numbers that are one figure: "5-7%", "$5-$10 billion", "between 9% and 12%", "two or three".
#pragma once
#include "quantity/amount.hpp"

namespace figbook {

// Widens the quantity, which was made of `first`, to the range that begins with it, if one does: value, high, unit and
// end. "from 3 to 5 per cent" is no range, but gives the 3 the unit of the 5. False where the two numbers together are
// no figure ("2019-23").
bool read_range(const SentenceWalk& walk, Quantity& quantity, const Amount& first);

}  // namespace figbook
