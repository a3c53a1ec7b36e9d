// Distances that tell where something is or how far it can go, whatever is done there and whenever.
//
//     tells_where(frame, quantity)     // "a base 20 miles south of Harlow": true; "advanced 20 miles south": false
#pragma once
#include "claim/draft.hpp"

namespace figbook {

bool tells_where(const SentenceFrame& frame, const Quantity& figure);

}  // namespace figbook
