// Numbers whose noun a verb or a frame leaves out, since everybody knows it: votes that are polled, people who attend. For
// bare_number.cpp.
#pragma once
#include "quantity/number.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// "polled 14,882", "a majority of 11,406", "410 on the roll", "was attended by 8,000", "a ferry carrying 212", "one of 17 in the
// county": then the number counts votes, people or others of what is named, and is told so.
bool counts_votes_or_people(const SentenceWalk& walk, Quantity& quantity, const Number& number);

}  // namespace figbook
