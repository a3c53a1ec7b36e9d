// Claims as they are stored, read back: as they were extracted, or with what reviews have corrected.
//
//     const std::vector<Claim> claims = extracted_claims(database, article_id);          // by ordinal, durations too
//     const std::vector<ReviewedClaim> reviewed = reviewed_claims(database, article_id);
//
// For a query of one's own: it selects reviewed_columns from the table claim with reviewed_joins, and reviewed_claim() makes
// the claim of a row.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.hpp"
#include "store/cell.hpp"
#include "store/database.hpp"

namespace figbook {

struct ReviewedClaim {
    Claim claim;          // its rule is left out: it is in the program itself
    std::string verdict;  // of the review that stands, "" for none
    bool is_wrong() const { return verdict == "wrong"; }
};

// "claim.ordinal, claim.text, ...", as many as claim_column_count; the first is the claim's ordinal.
extern const char* const reviewed_columns;
extern const char* const reviewed_joins;
constexpr std::size_t claim_column_count = 34;

// For a query of the view all_figures: of_article and place of each claim of a kind, and of a unit, or of some sources, which
// are given as SQL. They know nothing of reviews: those of each claim that a review has corrected, and the figures that
// a query has chosen by such keys.
//
//     figures_of(keys_of_kind("'money'") + " UNION " + corrected_keys)
std::string keys_of_kind(std::string_view kind);
std::string keys_of_unit(std::string_view kind, std::string_view unit);
std::string keys_of_sources(std::string_view sources);
extern const char* const corrected_keys;
std::string figures_of(std::string_view keys);
// Those of claims whose rows are known: `rows` tells article_row and claim_row too, which are held against the numbers.
std::string figures_at(std::string_view rows);

// Of single cells. Throw EnvironmentError for what is none.
Span span_of(const Value& start, const Value& end);
Kind kind_of(const Value& cell);

// The claim whose columns begin at `first`. Throws EnvironmentError for cells that no claim has.
ReviewedClaim reviewed_claim(const std::vector<Value>& row, std::size_t first = 0);

// All of the article's claims. Throw EnvironmentError where one is missing.
std::vector<ReviewedClaim> reviewed_claims(const Database& database, std::int64_t article_id);
std::vector<Claim> extracted_claims(const Database& database, std::int64_t article_id);
// The same without their sources and facts: a source is looked up for each claim, which takes as long as the rest.
std::vector<Claim> claims_without_sources(const Database& database, std::int64_t article_id);
// The same with no more than where they stand and their periods, which takes a fraction of that.
std::vector<Claim> claims_in_outline(const Database& database, std::int64_t article_id);

}  // namespace figbook
