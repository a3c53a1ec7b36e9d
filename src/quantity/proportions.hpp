// Multiples ("doubled", "threefold", "2.5 times") and ratios ("one in five"; fractions are in fractions.hpp). Tokens in; each adds
// what it finds to the walk and returns the token to go on from, 0 where there is none.
#pragma once
#include <cstddef>

#include "quantity/amount.hpp"

namespace figbook {

// "doubled", "threefold", "2.5 times", "twice as many" at token i.
std::size_t take_multiple(SentenceWalk& walk, std::size_t i);

// "%5", "per cent of 10" at token i: the sign before its number.
std::size_t take_percent_before(SentenceWalk& walk, std::size_t i);

// "one in five", "1-in-20", "three out of ten", "4 of 1,000", "half", "two-thirds": the ratio that opens with
// `amount`. A fraction that is none ("the first half") is passed over.
std::size_t take_ratio(SentenceWalk& walk, const Amount& amount);

}  // namespace figbook
