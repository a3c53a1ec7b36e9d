// Is the "m" of "5m" a million or metres? Asked where a unit is written with the same letter.
//
//     is_magnitude_letter(walk, million, plain)     // "5m people", "up from 66.4m"; not "10m of rope", "400m hurdles"
//
// Inside quantity/ alone: amount.cpp asks.
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// `number` has the letter for its magnitude, `plain` is the same without it.
bool is_magnitude_letter(const SentenceWalk& walk, const Number& number, const Number& plain);

}  // namespace figbook
