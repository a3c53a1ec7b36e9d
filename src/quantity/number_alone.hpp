// A number with neither unit nor noun that is a figure all the same: "the index rose to 4,200", "a magnitude 6.1 quake",
// "the answer is 42". For bare_number.cpp.
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// A bare number is a figure where the text measures something with it: a magnitude, an index level, a move.
bool is_level_alone(const SentenceWalk& walk, const Quantity& quantity, const Number& number);

// "vanish at a rate of two a week", "at the rate of one a month": so many of what does it.
bool is_at_a_rate(const SentenceWalk& walk, const Quantity& quantity);

// "has gone up by a factor of four": four times as much, where "a factor of 2.48" is a number.
bool is_factor(const SentenceWalk& walk, const Quantity& quantity);

// "viewed 70 million times", "has been there about 30 times, he said"; not "by up to 10 times", "30 times more", "25 times your rent".
bool is_of_occasions(const SentenceWalk& walk, const Quantity& quantity);

// "rose from 7 to 9", not "open from 7 to 9": something near before the token moves.
bool something_moves(const SentenceWalk& walk, std::size_t at);

bool is_capitalised_word(const SentenceWalk& walk, std::size_t i);

}  // namespace figbook
