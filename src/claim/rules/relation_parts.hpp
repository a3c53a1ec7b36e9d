// What a figure is a part of: "50,000 homes. A quarter of them are empty", "$5bn, of which $1bn is for schools". The words of
// the part point back to its whole, in its sentence or in one before.
//
//     find_part(frame, i)     // fills the relation and the role of draft i, where it is a part
#pragma once
#include "claim/draft.hpp"

namespace figbook {

void find_part(const SentenceFrame& frame, std::size_t i);

// Is this one a part that can be of such a whole: a share of any amount, or less of the same?
bool can_be_part_of(const Quantity& part, const Quantity& whole);

// The same of a whole that stands behind it: "sold €3 billion of bonds, out of bids worth €5 billion".
void find_whole_behind(const SentenceFrame& frame, std::size_t i);

}  // namespace figbook
