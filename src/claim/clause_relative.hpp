// What a relative clause is told of: the noun that its pronoun stands for, and the noun before it that the verb of the clause
// around it is said of.
#pragma once
#include "claim/phrases.hpp"

namespace figbook {

// "those who are no longer in the race | received": whom the clause before the verb describes.
TokenRange described_by(const SentenceFrame& frame, TokenRange found);

// "The toll from a fire that left two flats in ruins | rose", "The number who said they had used it | grew": the noun before
// the relative clause, whose verb has its own object; where a clause of saying is left open, what it says is meant.
TokenRange over_relative_clause(const SentenceFrame& frame, TokenRange found, TokenRange verb);

// "The company running the trains | was fined", "Shares in the firm making the drug | fell": with whoever does something with the noun
// before the verb.
TokenRange with_who_does(const SentenceFrame& frame, TokenRange found, TokenRange verb);

// "A nurse who warned that her ward was unsafe | has been awarded": an adjective does nothing; whoever the clause before is of.
TokenRange before_predicate(const SentenceFrame& frame, TokenRange found);

// "tourists, who before the virus | made up": a time or place behind the relative pronoun does nothing. Whom that stands for.
TokenRange over_fronted(const SentenceFrame& frame, TokenRange found);

// "expects sales[, which exclude mergers,] | to rise": where such a clause begins that ends right before `at`; `at` where none does.
std::size_t before_relative_aside(const SentenceFrame& frame, std::size_t at);

// "sales, which | fell", "The index (which | fell", "spending -- which | slowed": what the relative pronoun stands for.
TokenRange through_relative(const SentenceFrame& frame, std::size_t at, TokenRange verb);

}  // namespace figbook
