// What two figures of one fact are to each other by what they are, whatever their sentences say: a pair of claims in, true
// or false out.
//
//     overlap(earlier.claim, later.claim)    // "about 50" and "51": true
#pragma once
#include "track/told_claim.hpp"

namespace figbook {

bool equal_figures(const Claim& a, const Claim& b);
// One says that it rose, the other that it fell.
bool opposite(const Claim& a, const Claim& b);
// The intervals that their printed digits and bounds allow have something in common.
bool overlap(const Claim& a, const Claim& b);
bool is_too_far(const Claim& a, const Claim& b);
bool may_be_rounded(const Claim& a, const Claim& b);
// "At least 50" says no more than that; another figure of a later day says more, whether it fits or not.
bool is_open(const Claim& claim);

// The source and the kind of it tell who has a forecast.
bool one_source(const ToldClaim& a, const ToldClaim& b);
// "Analysts", "an official": two who are told of so may be two.
bool is_nobodys(const ToldClaim& told);
// Two who are named and not the same.
bool two_names(const ToldClaim& a, const ToldClaim& b);
bool of_one_paper_and_day(const ToldClaim& a, const ToldClaim& b);

// A figure that holds on the day of its article, or for a time that was not over then.
bool may_change(const ToldClaim& told);
// Told on a later day, and another value.
bool is_later(const ToldClaim& earlier, const ToldClaim& later);
bool is_converted(const ToldClaim& told);
bool may_be_of_split_shares(const ToldClaim& a, const ToldClaim& b);

}  // namespace figbook
