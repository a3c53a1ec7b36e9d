// Why two figures of one fact that do not meet are yet no conflict: what the words around them leave open.
//
//     why_no_conflict(earlier, before, later, behind)    // "the sentences name two countries"; "" for none
//
// Rather silent than wrong: each kind of reason is one that news has given for two figures that seemed to contradict each
// other and did not. tests/cases/track/one-fact.facts has for each a pair that is silent, and one that is not.
#pragma once
#include <string_view>

#include "track/told_claim.hpp"
#include "track/words_around.hpp"

namespace figbook {

// `before` are the words around the earlier one, `behind` those around the later one.
std::string_view why_no_conflict(const ToldClaim& earlier, const WordsAround& before, const ToldClaim& later,
                                 const WordsAround& behind);

// Of a month, a quarter or a year, told again with a later report.
bool is_counted_again(const ToldClaim& earlier, const WordsAround& before, const ToldClaim& later,
                      const WordsAround& behind);

}  // namespace figbook
