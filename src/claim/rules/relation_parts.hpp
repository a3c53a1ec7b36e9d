// What a figure is a part of: "50,000 homes. A quarter of them are empty", "$5bn, of which $1bn is for schools". The words of
// the part point back to its whole, in its sentence or in one before.
//
//     find_part(frame, i)     // fills the relation and the role of draft i, where it is a part
#pragma once
#include "claim/draft.hpp"

namespace figbook {

void find_part(const SentenceFrame& frame, std::size_t i);

}  // namespace figbook
