// Whose words a colon announces where no verb does: "Frank Newport: “We found …”", "JANE ROE, ECONOMIST, TARNHOLT BANK:",
// "Partial transcript as follows:".
#pragma once
#include <cstddef>

#include "claim/draft.hpp"

namespace figbook {

// The name before a colon, or the noun phrase before "as follows:" where the colon ends the line; empty for none.
TokenRange speaker_before_colon(const SentenceFrame& frame, std::size_t colon, bool ends);

// "Mary Finch was blunt: “We lost …”", "But Jo Roe disagreed: “…”": who the clause before the colon is on, where it has a verb
// right behind him; empty for any other.
TokenRange subject_before_colon(const SentenceFrame& frame, std::size_t colon);

// Gives the source the office and the house that a list behind the name tells: "ECONOMIST, TARNHOLT BANK, OSLO".
void take_listed_office(const SentenceFrame& frame, TokenRange list, Source& source);

}  // namespace figbook
