// A figure where it is told: the claim with its article, as the store has both.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "claim/claim.hpp"

namespace figbook {

// A figure where it is told.
struct ToldClaim {
    Claim claim;
    std::int64_t article_id = 0;
    std::size_t ordinal = 0;
    std::optional<Date> published;
    std::string publication;
    std::string headline;
    std::string url;
    std::string sentence;
    bool is_corrected = false;                // by a review: then its value is not what its words say
    std::optional<std::int64_t> original_id;  // of which its article is a copy
    std::string verdict{};                    // of the review that stands, "" for none
    std::string reviewed_by{};
    std::string review_note{};
};

}  // namespace figbook
