// Claims as they are stored, read back.
//
//     const std::vector<Claim> claims = claims_of(database, article_id);   // by ordinal, durations too
//
// For a query of one's own: it selects claim_columns from the tables claim and source (LEFT JOIN source USING (source_id)),
// and claim_of() makes the claim of a row.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "store/database.hpp"

namespace figbook {

// "claim.ordinal, claim.text, ...", as many as claim_column_count.
extern const char* const claim_columns;
constexpr std::size_t claim_column_count = 33;

// The claim whose columns begin at `first`. Its rule is left out: it is in the program itself. Throws EnvironmentError
// for cells that no claim has.
Claim claim_of(const std::vector<Value>& row, std::size_t first = 0);

// All of the article's claims. Throws EnvironmentError where one is missing.
std::vector<Claim> claims_of(const Database& database, std::int64_t article_id);

// Of one cell: "" and 0 for NULL and for a cell of another type.
std::string text_of(const Value& cell);
std::int64_t whole_of(const Value& cell);
// Unset for NULL.
std::optional<Date> day_of(const Value& cell);

}  // namespace figbook
