// Words that are nouns and verbs ("the funds rate", "it funds schools"): which of both they are where they stand, by the words
// around them. Asked of words that verbs.cpp takes for verbs.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// Before a verb stands a noun, a pronoun, "to" or an auxiliary; before a noun an article, an adjective or a preposition.
bool noun_stands_here(const SentenceFrame& frame, std::size_t i);

// Words that are verbs and nouns ("fund", "costs"): nouns, but behind what only a verb follows.
bool is_noun_first(const SentenceFrame& frame, std::size_t i);

}  // namespace figbook
