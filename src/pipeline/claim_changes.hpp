// What is different between the claims of an article before and after it was extracted again.
//
//     const auto before = claims_in(database, id);
//     database.replace_claims(id, claims, extractor_version());
//     for (const ClaimChange& change : changes_between(before, claims_in(database, id))) ...
//
// A claim is the same one where it stands at the same bytes, or where it overlaps the only one that is left there. Its
// place among the others is no difference, nor is the rule that found it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "store/database.hpp"

namespace figbook {

// The claims without durations, in the order of the text: fields[i] belongs to claim_fields()[i].
struct ClaimFields {
    Span span;
    std::vector<std::string> fields;  // "" where there is nothing
};

// "text", "kind", "value", ...; the first one is the words as they stand.
const std::vector<std::string>& claim_fields();

struct FieldChange {
    std::size_t field;  // its place in claim_fields()
    std::string before;
    std::string after;
};

struct ClaimChange {
    enum class What : std::uint8_t { added, gone, changed };
    What what;
    std::string text;  // as it stands now, or stood
    std::vector<FieldChange> fields;
};

std::vector<ClaimFields> claims_in(const Database& database, std::int64_t document_id);

std::vector<ClaimChange> changes_between(const std::vector<ClaimFields>& before,
                                         const std::vector<ClaimFields>& after);

}  // namespace figbook
