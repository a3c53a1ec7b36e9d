// Two amounts that are one: "5 feet 2 inches", "8lb 4oz", "three dollars and fifty cents", "15 dollars 50".
//
//     join_parts(walk, quantity);   // widens the quantity by the part behind it, if there is one
//
// A length or weight is then told in its smaller unit, in which it is exact; money stays in its own.
#pragma once
#include "quantity/amount.hpp"

namespace figbook {

void join_parts(const SentenceWalk& walk, Quantity& quantity);

// "a mile and a half" at token i, where the article is the one; the token to go on from, 0 where there is none.
std::size_t take_one_and_a_half(SentenceWalk& walk, std::size_t i);

// "rose by [a metre]" at token i; the token to go on from, 0 where there is none.
std::size_t take_one_unit(SentenceWalk& walk, std::size_t i);

}  // namespace figbook
