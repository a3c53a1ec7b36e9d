// Whether words before a figure say that it is to come: "plans to spend", "could reach". In: the sentence, and the words from
// where the figure's part of it begins up to the figure; out: the token that says it.
#pragma once
#include <cstddef>
#include <optional>

#include "claim/draft.hpp"

namespace figbook {

// Between these words and the figure; `amount`: it is money or a percentage.
std::optional<std::size_t> projects_before(const SentenceFrame& frame, TokenRange words, bool amount);

// "[will buy 12 ships], saving £900,000 a year": the words are no clause of their own, and the one before them looks ahead.
std::optional<std::size_t> clause_before_projects(const SentenceFrame& frame, TokenRange words, bool amount);

// "[plans to close a pit], and to hire 40": an infinitive that begins there hangs on what looks ahead before it.
std::optional<std::size_t> earlier_projects(const SentenceFrame& frame, std::size_t begin,
                                            std::size_t figure);

// "Firm | to cut 400 jobs": the "to" by which a headline says what is to come.
std::optional<std::size_t> headline_ahead(const SentenceFrame& frame);

}  // namespace figbook
