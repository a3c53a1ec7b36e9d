// "20 grand", "two and a half grand": thousands of the money that the article is told in. Inside quantity/ alone.
#pragma once
#include <cstddef>

#include "quantity/amount.hpp"
#include "quantity/sentence_walk.hpp"

namespace figbook {

// Takes it where the amount is one, and returns where to go on; 0 where it is none: "two grand pianos".
std::size_t take_grand(SentenceWalk& walk, const Amount& amount);

}  // namespace figbook
