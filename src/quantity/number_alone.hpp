// A number with neither unit nor noun that is a figure all the same: "the index rose to 4,200", "a magnitude 6.1 quake",
// "the answer is 42". For bare_number.cpp.
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// A bare number is a figure where the text measures something with it: a magnitude, an index level, a move.
bool is_level_alone(const SentenceWalk& walk, const Quantity& quantity, const Number& number);

// "rose from 7 to 9", not "open from 7 to 9": something near before the token moves.
bool something_moves(const SentenceWalk& walk, std::size_t at);

bool is_capitalised_word(const SentenceWalk& walk, std::size_t i);

// Before "times": it says how often something was done, not how many times as much.
bool is_how_often(const SentenceWalk& walk, const Quantity& quantity);

}  // namespace figbook
