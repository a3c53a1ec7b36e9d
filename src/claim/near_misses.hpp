// The numbers of a text that are no figures: those that a rule refused, and those that no rule reads, such as vague
// counts and the numbers of a photo credit.
//
//     near_misses(document, drafts, trace)   // "2023": a year, "dozens": a vague count
#pragma once
#include <vector>

#include "claim/draft.hpp"
#include "claim/explain.hpp"

namespace figbook {

// In the order of the text; none overlaps a claim or another one.
std::vector<NearMiss> near_misses(const Document& document, const std::vector<Draft>& drafts,
                                  const Trace& trace);

}  // namespace figbook
