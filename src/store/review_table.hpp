// The tables of reviews. Inside the store only; see Database::add_review for what it promises.
//
//     ReviewTable reviews(statements);
//     reviews.add(review);           // its number
//     reviews.match(document_id);    // after the claims of an article were written
#pragma once
#include <cstdint>
#include <vector>

#include "store/review.hpp"
#include "store/review_match.hpp"
#include "store/statements.hpp"

namespace figbook {

class ReviewTable {
 public:
    explicit ReviewTable(Statements& statements) : statements_(statements) {}

    // Throws std::invalid_argument where there is no such claim.
    std::int64_t add(const Review& review);
    // Finds the claims of all reviews of the article; nothing to be done for one without reviews.
    void match(std::int64_t document_id);

 private:
    struct Stored;

    std::vector<Stored> reviews_of(std::int64_t document_id);
    std::vector<PlacedReading> claims_of(std::int64_t document_id);
    void link(std::int64_t document_id, std::size_t ordinal, std::int64_t review_id);

    Statements& statements_;
};

}  // namespace figbook
