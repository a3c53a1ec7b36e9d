// Two amounts that are one: "5 feet 2 inches", "8lb 4oz", "three dollars and fifty cents", "15 dollars 50".
//
//     join_parts(walk, quantity);   // widens the quantity by the part behind it, if there is one
//
// A length or weight is then told in its smaller unit, in which it is exact; money stays in its own.
#pragma once
#include "quantity/amount.hpp"

namespace figbook {

void join_parts(const SentenceWalk& walk, Quantity& quantity);

}  // namespace figbook
