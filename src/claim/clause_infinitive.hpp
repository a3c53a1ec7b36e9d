// Who or what does what an infinitive says, and of what a verb is said behind one. Inside claim/ alone: subject_of() in phrases.hpp asks.
#pragma once
#include "claim/phrases.hpp"

namespace figbook {

// Before "to" and the verb: what is expected to grow ("expect | sales | to grow"), or the one who plans ("plans | to spend").
TokenRange subject_of_infinitive(const SentenceFrame& frame, TokenRange verb, std::size_t to);

// "A scheme to send claimants home with cash | paid out £4m": the noun that an infinitive before the verb hangs on, where its clause
// begins with that, and what hangs on it where that is not long; `found` is the phrase right before the verb. Empty where none does.
TokenRange over_infinitive(const SentenceFrame& frame, TokenRange found, TokenRange verb);

}  // namespace figbook
