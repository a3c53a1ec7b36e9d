// Verbs without a parser: which words are verbs, which one governs what stands behind it, and what its subject is.
//
//     const auto verb = verb_group_before(frame, quantity.begin);    // "has risen", before "to 5%"
//     const TokenRange subject = subject_of(frame, *verb);           // "The rate"
#pragma once
#include <optional>

#include "claim/answers.hpp"
#include "claim/phrases.hpp"

namespace figbook {

// True where the word is a verb at this place: by its class, and by what stands before it ("the report" is none).
bool find_verb_at(const SentenceFrame& frame, std::size_t i);  // the first time that it is asked

inline bool is_verb_at(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && answer(frame, i, Asked::is_verb, find_verb_at);
}

// The verb of the clause before `at`, with its auxiliaries: [begin, end), and none where the clause has no verb there.
std::optional<TokenRange> verb_group_before(const SentenceFrame& frame, std::size_t at);

// The subject of the verb group: the noun phrase before it, through a relative pronoun to its antecedent.
TokenRange subject_of(const SentenceFrame& frame, TokenRange verb);

}  // namespace figbook
