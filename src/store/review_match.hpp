// To which claim of an article a review belongs, after the claims were written anew: rules change, and with them where
// figures begin, how many there are and how they are read. No SQL.
//
//     const ReviewedFigure then{{40, 51}, {"money", "50000000000", "", "EUR"}, std::nullopt};
//     const auto ordinal = claim_of_review(then, claims);   // none: no claim is what the review was about
//
// A review belongs to the claim at the same bytes that reads the same. One that corrects says what stands there however
// it is read, so that it stays with the claim at the same bytes even where that reads otherwise. Where no claim is at the
// same bytes, it belongs to the one that overlaps them and reads the same, or as the review has it; to none where there are
// two such. Better none than a wrong one: a review without a claim is shown, and can be given again.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"

namespace figbook {

// How a figure is read, as the database has it; "" where there is none.
struct Reading {
    std::string kind;
    std::string value;
    std::string high;
    std::string unit;

    friend bool operator==(const Reading&, const Reading&) = default;
};

struct ReviewedFigure {
    Span span;
    Reading reading;                   // as it was when the review was made
    std::optional<Reading> corrected;  // as the review has it
};

struct PlacedReading {
    Span span;
    Reading reading;
};

// The place of the claim among `claims`, which are all of the article's.
std::optional<std::size_t> claim_of_review(const ReviewedFigure& figure,
                                           const std::vector<PlacedReading>& claims);

}  // namespace figbook
