// The thing that stands inside of a ratio: "one adult in six", "four households in 10". For proportions.cpp.
#pragma once
#include <cstddef>

#include "quantity/amount.hpp"

namespace figbook {

// Behind the thing that the first number of a ratio counts or measures: "four households | in 10", "four gallons | in every 10",
// "nine people | out of ten"; 0 where none stands there, as in "four goals in 10 games" and "three deaths in 2019".
std::size_t behind_thing_in_ratio(const SentenceWalk& walk, const Amount& amount);

}  // namespace figbook
