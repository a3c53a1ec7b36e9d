// Which claims the checks find nothing of, told once when they are extracted: a report of findings then reads no more than the
// articles in which there are some.
//
//     mark_claims(article.text, claims);    // sets Claim::nothing_found_by of most of them
//
// Method. All checks that look at one article by itself look at it as it was extracted. What they find later, with the claims as
// they were stored, is no more: that an article is a copy takes findings away. Amounts in two currencies always have one,
// whatever the rates say. So of a marked claim there is something to be found only where
// - a review says something of a figure of its article,
// - it is of a fact of which articles say what cannot both be right (fact.conflicts in the database), or
// - it was marked by other checks than these.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "claim/claim.hpp"

namespace figbook {

// What a mark is worth: other checks may find more. Another number for other tables in schema/checks/.
std::int64_t checks_version();

// `text` is the article's, of which these are all claims.
void mark_claims(std::string_view text, std::vector<Claim>& claims);

}  // namespace figbook
