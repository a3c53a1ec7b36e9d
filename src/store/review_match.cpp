#include "store/review_match.hpp"

namespace figbook {
namespace {

bool reads_as_reviewed(const Reading& reading, const ReviewedFigure& figure) {
    return reading == figure.reading || reading == figure.corrected;
}

}  // namespace

std::optional<std::size_t> claim_of_review(const ReviewedFigure& figure,
                                           const std::vector<PlacedReading>& claims) {
    std::optional<std::size_t> overlapping;
    bool is_one = true;
    for (std::size_t place = 0; place < claims.size(); ++place) {
        const PlacedReading& claim = claims[place];
        if (claim.span == figure.span) {
            const bool holds = figure.corrected || claim.reading == figure.reading;
            return holds ? std::optional(place) : std::nullopt;
        }
        if (!claim.span.overlaps(figure.span) || !reads_as_reviewed(claim.reading, figure)) continue;
        is_one = !overlapping;
        overlapping = place;
    }
    return is_one ? overlapping : std::nullopt;
}

}  // namespace figbook
