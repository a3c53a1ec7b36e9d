// Whether a figure is said of what a figure before it is said of, and of which.
//
//     if (const Draft* told = told_before(frame, i, found)) take(draft, *told);    // "That number has now doubled"
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// Can the sentence's first word go back to what the figure before it is said of? "It" is one thing, "they" are many.
bool may_go_back_to(const SentenceFrame& frame, const Draft& before);

// "Roughly half of that came from turbines": of what the figure before is said of.
bool is_of_that(const SentenceFrame& frame, const Quantity& quantity);

// "and in April it was 13", "They want four": the unit of the figure before it, and of the same thing.
bool is_told_again(const SentenceFrame& frame, std::size_t i);

// "Thirteen people were killed. About 600 had been inside", "800,000 more": goes on counting.
bool counts_on(const Draft& draft, const Draft& before);

// "after a 0.2 percent [fall]", "the previous [reading] of 50": a noun that says how much, and not of what.
bool is_noun_of_how_much(const SentenceFrame& frame, const Quantity& quantity, TokenRange found);

inline bool says_only_how_much(const SentenceFrame& frame, const Quantity& quantity, TokenRange found) {
    static constexpr WordClasses how_much{WordClass::change_noun, WordClass::weak_noun,
                                          WordClass::number_noun, WordClass::tally};
    return found.end == found.begin + 1 && frame.has_any(found.begin, how_much) &&
           is_noun_of_how_much(frame, quantity, found);
}

// The figure before, of whose subject one is told again that says only how much: of the same sentence, or of the one before where
// something was expected or it points back. nullptr where none is.
const Draft* told_before(const SentenceFrame& frame, std::size_t i, TokenRange found);

// "Orlo took 88%. The [remaining 12%] went to the state": the figure before it, which is of the same kind and near. nullptr elsewhere.
const Draft* last_of_kind(const SentenceFrame& frame, std::size_t i);

// "It must pay $400m for the use of two patents. | That is a third of": the sum, and not what is counted behind it.
const Draft& main_figure(const SentenceFrame& frame);

}  // namespace figbook
