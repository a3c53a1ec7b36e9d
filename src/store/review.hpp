// What somebody says of a figure. schema/schema.sql says what each verdict means; Database::add_review stores it.
//
//     Review review;
//     review.document_id = 4213;
//     review.ordinal = 2;                       // the claim, as the reports number it
//     review.verdict = ReviewVerdict::corrected;
//     review.value = Decimal::parse("51.9");
//     review.note = "the table below the text has 51.9";
//     review.reviewed_by = "Ann Example";
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.hpp"
#include "claim/claim.hpp"

namespace figbook {

enum class ReviewVerdict : std::uint8_t { confirmed, disputed, wrong, corrected };
std::string_view name_of(ReviewVerdict verdict);
// None for a word that is none of them.
std::optional<ReviewVerdict> review_verdict(std::string_view name);

struct CorrectedUnit {
    std::string unit;  // "": the figure has none
    Kind kind = Kind::number;
};

struct Review {
    std::int64_t document_id = 0;
    std::int64_t ordinal = 0;
    std::string reviewed_by;  // never empty
    ReviewVerdict verdict = ReviewVerdict::confirmed;
    std::string note;  // may be empty where the verdict is `confirmed`
    // What is right; of a verdict `corrected` at least one of the first, third and last.
    std::optional<Decimal> value;
    std::optional<Decimal> high;  // the upper end, where it is a range; needs a value
    std::optional<CorrectedUnit> unit;
    std::optional<std::string> source;  // "": the paper says it itself
    Decimal resolution{1};              // the worth of the last digit that was given of the value
};

}  // namespace figbook
