// Signs by which a word is known as a verb, or as none: a figure or a move behind it, an ending, what stands before. What they come to is
// decided in verbs.cpp and noun_or_verb.cpp.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// "the average | lost 3%"
bool is_plain_change(const SentenceFrame& frame, std::size_t i);

// "its index | shot up 30 points": a verb of several words, the first of which is a noun too.
bool is_change_in_words(const SentenceFrame& frame, std::size_t i);

// "the notes | last rose 7/32": for the last time that is known, not "the last rise".
bool is_last_in_verb(const SentenceFrame& frame, std::size_t i);

// "was last | quoted at 1.2", "last | traded at 40"
bool is_last_told(const SentenceFrame& frame, std::size_t i);

// "the week | ended Oct 4", "the quarter ended in March": no verb, but until when; "The week ended with" is one.
bool ends_period(const SentenceFrame& frame, std::size_t i);

// "claims | doubled", "the note | slipped to 4%": the verb of a move, in a form that no noun has.
bool is_moved_behind(const SentenceFrame& frame, std::size_t i);

// The "safely" of "could safely fall": an adverb in the middle of a verb.
bool is_adverb_in_verb(const SentenceFrame& frame, std::size_t i);

// "about a third", "less than 1%": a figure with how exact it is.
bool is_figure_behind(const SentenceFrame& frame, std::size_t i);

// "[to] cut", "[they] raise": a verb in the form that an infinitive has.
bool has_bare_form(const SentenceFrame& frame, std::size_t i);

}  // namespace figbook
