// Which claims of an article are parts of one whole, and which say how large a part is. Claims in, groups of them out; no
// arithmetic.
//
//     "Of the 120 members, 14 voted."                               find_parts: 14 of 120
//     "Staff take 60%, rent 35% and food the remaining 15%."         find_parts: 60, 35 and 15 of all
//     "14 of the 120 members, or 12%, voted."                        find_shares: 12% is 14 of 120
//
// It asks for words that say so: "of the", "including", "the remaining", "made up of", "or". Percentages of one
// sentence that have none of them may well be of several things, or overlap.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/claim.hpp"

namespace figbook {

// Places in the vector of claims.
struct Parts {
    std::optional<std::size_t> whole;  // none: parts are of a hundred per cent
    std::vector<std::size_t> parts;    // in the order of the text
    bool are_all = false;  // the text says that the whole is made up of them, and no more figures are there

    std::vector<std::size_t> claims() const;
};

// A part of a whole, and what share of it the text says that is.
struct StatedShare {
    std::size_t part;
    std::size_t whole;
    std::size_t share;  // a percentage or a ratio
};

// `text` is the article's. Both in the order of the text.
std::vector<Parts> find_parts(std::string_view text, const std::vector<Claim>& claims);
std::vector<StatedShare> find_shares(std::string_view text, const std::vector<Claim>& claims);

}  // namespace figbook
