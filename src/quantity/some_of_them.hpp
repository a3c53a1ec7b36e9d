// Numbers that count some of what is named: "47 of them children", "two of Karim's brothers", "owners, 60 of whom signed".
#pragma once
#include "quantity/sentence_walk.hpp"

namespace figbook {

// The "of" of "two of the three", "two out of the three".
std::size_t of_behind(const SentenceWalk& walk, std::size_t at);

// The noun of the last count: what a number without one of its own goes on counting.
void take_noun_before(const SentenceWalk& walk, Quantity& quantity);

// "47 of them children", "21 of those were shot down": what was counted before, or the noun behind.
bool is_some_of_them(const SentenceWalk& walk, Quantity& quantity);

}  // namespace figbook
