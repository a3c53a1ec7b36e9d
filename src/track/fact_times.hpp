// When a figure holds, and from when a change is measured, as keys of facts have it.
//
//     times_of_fact(article, claims, claim, false).period    // "2024-01-01/2024-12-31"
#pragma once
#include <span>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "text/article.hpp"

namespace figbook {

struct FactTimes {
    std::string period;          // as FactKey has it
    std::string baseline;        // of a change
    bool is_of_article = false;  // no other article can mean the same time by its words
};

// Those of the claims, which are in the order of the text, that begin in the sentence.
std::span<const Claim> claims_of(const std::vector<Claim>& claims, Span sentence);

// `claim` is one of `claims`, which are those of the article. `is_change` where its baseline is asked for.
FactTimes times_of_fact(const Article& article, const std::vector<Claim>& claims, const Claim& claim,
                        bool is_change);

}  // namespace figbook
