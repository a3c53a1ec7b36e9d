// What the paper sets into somebody's words of its own: "Lane said the club – bought in 2011 for £30m – would not be sold".
#pragma once
#include "claim/attribution.hpp"

namespace figbook {

// Stands the figure in such words, inside what the attribution covers?
bool is_aside_of_paper(const SentenceFrame& frame, const Attribution& says, const Quantity& quantity);

}  // namespace figbook
