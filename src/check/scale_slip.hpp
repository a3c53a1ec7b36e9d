// Are two figures one and the same but for a slip of a thousand, "€2.5 million" for "€2.5 billion"? Pure functions of
// two claims, wherever they stand: in one article, or in two that speak of one fact.
//
//     scale_slip(first, second)      // 3: the second is a thousand times as large; none where it is no slip
//
// Method. Both are amounts of the same unit, of two digits and of ten thousand at least; one is a thousand, a million or
// a thousand million times the other, as exactly as they are printed (real_interval.hpp), whatever their bounds. Round
// figures such as "5 million" and "5 billion", and small ones, are too common for that to say anything.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "claim/claim.hpp"

namespace figbook {

// Whether the claim is such a figure at all.
bool may_slip(const Claim& claim);

// The power of ten between them: 3, 6 or 9, below zero where the second is the smaller.
std::optional<int> scale_slip(const Claim& first, const Claim& second);

// The words of a subject that say what is measured: in lower case, in the order of the alphabet, each once.
std::vector<std::string> subject_words(const std::string& subject);

// True where all words of the one are among those of the other: "the tunnel", "the total cost of the tunnel". Not where
// one has none.
bool is_same_subject(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace figbook
