// The words around a figure that say how exact it is: "more than", "at least", "or so", "a ceiling of".
//
//     Quantity quantity = start_quantity(walk, core, end, "multiple.word");   // with the bound words before it
//     return take(walk, quantity);                                            // and those behind it
#pragma once
#include <cstddef>
#include <string_view>

#include "quantity/sentence_walk.hpp"

namespace figbook {

// A quantity of the tokens [core, end) with the bound words before it, not reaching back into the figure before.
Quantity start_quantity(const SentenceWalk& walk, std::size_t core, std::size_t end, std::string_view rule);

bool has_bound_before(const SentenceWalk& walk, std::size_t at);

// One behind the bound words that stand behind a number at `at`: the "or more" of "20 or more people"; `at` where
// there are none.
std::size_t behind_bound(const SentenceWalk& walk, std::size_t at);

// Gives the quantity the bound whose words begin at token `at`, where it has none yet.
void take_bound(const SentenceWalk& walk, Quantity& quantity, std::size_t at);

// Reads the bound behind the quantity, or behind the noun that it counts.
void read_bound_behind(const SentenceWalk& walk, Quantity& quantity);

// Reads the bounds behind the quantity and adds it to what was found; the token to go on from.
std::size_t take(SentenceWalk& walk, Quantity& quantity);

}  // namespace figbook
