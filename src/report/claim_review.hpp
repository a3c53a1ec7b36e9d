// A reviewed claim as schema.org's ClaimReview, in JSON-LD, as search engines and fact-checkers' feeds read it.
//
//     claim_review_json({.claim = "some €50 billion", .verdict = "confirmed", .reviewed_by = "Ann Lee", ...})
//     // {"@type": "ClaimReview", "claimReviewed": ..., "itemReviewed": {"@type": "Claim", ...}, ...}
//
// The verdict is the reviewer's, in their word: a rating of figbook's own, a number on some scale, is not made up.
#pragma once
#include <cstdint>
#include <string>

namespace figbook {

// "" for what is unknown.
struct ReviewedClaim {
    std::string article_id;
    std::int64_t ordinal = 0;
    std::string figure;    // as readers see it, and as it was corrected: "about €50 billion"
    std::string text;      // the words as they stand
    std::string sentence;  // the sentence around them
    std::string published;
    std::string publication;
    std::string headline;
    std::string url;
    std::string source;
    std::string source_title;
    std::string source_organisation;
    std::string source_kind;  // person, organisation, document, unnamed
    std::string verdict;      // confirmed, disputed, corrected
    std::string note;
    std::string reviewed_by;
    std::string reviewed_at;  // ISO 8601
};

// One object without "@context"; on one line.
std::string claim_review_json(const ReviewedClaim& claim);

}  // namespace figbook
