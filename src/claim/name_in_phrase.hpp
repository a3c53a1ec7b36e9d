// Where in a noun phrase the name of a person or a body stands: the last run of capitals before what hangs on it.
//
//     name_in_phrase(frame, {"Jane", …, "Norhaven"})     // "[Jane Doe] of Norhaven"
//     name_in_phrase(frame, {"the", …, "Norhaven"})      // "the shipbuilder [Norhaven]", behind what kind of firm it is
#pragma once
#include "claim/draft.hpp"

namespace figbook {

struct NameInPhrase {
    TokenRange name;  // with its title; empty for none
    bool is_behind_kind = false;
};

NameInPhrase name_in_phrase(const SentenceFrame& frame, TokenRange phrase);

}  // namespace figbook
