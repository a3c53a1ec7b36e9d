// Before a finite verb stands one noun of which it is said, and what hangs on that: a noun phrase that is found right before
// the verb may only hang on it.
#pragma once
#include "claim/phrases.hpp"

namespace figbook {

// "Car exports to | the coast | fell", "Fees earned on | bond funds | slumped", "A driver with 20 years behind him | takes": the
// phrase from the noun that the clause begins with, to the verb at `verb`; `found`, which ends before the verb, where it hangs on none.
TokenRange with_clause_head(const SentenceFrame& frame, TokenRange found, std::size_t verb);

// "Emissions from burning coal, oil and gas | rose": the whole of the list that the phrase before the verb ends, with what it hangs on;
// `found` where it ends none.
TokenRange with_list(const SentenceFrame& frame, TokenRange found, std::size_t verb);

// "The number of people living in hostels, guest houses and rooms | has gone up": the number that a clause begins with,
// whatever is told of those who are counted, before the last phrase of it at `verb`. Empty where it begins with none.
TokenRange number_told(const SentenceFrame& frame, std::size_t verb, std::size_t clause_verb);

// "The number of crimes, | rose", "put the number of lost lives in Lenz, by May, | at 900": the number named before `at` in the clause.
TokenRange number_named(const SentenceFrame& frame, std::size_t at);

// "The goods | the firm sold last year | cost", "Homes | built in 2023 | fell", "People | aged 65 and over | received": the noun that the
// verb at `verb` is said of, where a clause without a pronoun, a participle with its time or an age stands between. Empty where none
// does.
TokenRange over_bare_clause(const SentenceFrame& frame, std::size_t verb);

// "earned [mostly] on", "punished for", "opened by": a participle that says something of the noun before it.
bool is_participle(const SentenceFrame& frame, std::size_t i);

// True where the word or mark belongs to what a noun is told with: nothing finite, and no clause of its own.
bool is_told_of_noun(const SentenceFrame& frame, std::size_t i);

// The noun that ends right before `at` and that a clause opens with, with what it hangs on.
TokenRange noun_opening_clause(const SentenceFrame& frame, std::size_t at);

}  // namespace figbook
