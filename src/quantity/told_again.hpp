// A bare number whose unit or noun was named before, in its sentence or in the one before: "Now it is 3.6", "They want
// four", "against a plan of 4,000".
//
//     if (read_told_again(walk, quantity, number)) return true;    // the quantity has its unit now
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// The number takes kind and unit of the figure, which it is set beside or tells again.
void borrow_unit(Quantity& quantity, const Quantity& from, Trace* trace);

// A number that would be none by itself takes kind and unit of the figure that it tells again.
bool read_told_again(const SentenceWalk& walk, Quantity& quantity, const Number& number);

// A number that is a figure by itself ("4,000", "more than 100") counts what was counted before it.
void count_told_again(const SentenceWalk& walk, Quantity& quantity);

// "the 3.6 million [analysts] had been looking for": those who expect so many are not what is counted.
bool is_expected_by(const SentenceWalk& walk, std::size_t number_begin, std::size_t noun_begin,
                    std::size_t noun_end);

}  // namespace figbook
