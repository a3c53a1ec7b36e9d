// The unit of measure behind a number: "500 [metres]", "40[kg]", "30 [C] outside", "20 [(kg)]".
//
// Words are read in any case, symbols in their own alone. A letter or short word that is mostly something else
// ("C", "K", "in", "pm", "cup") is a unit only where its surroundings say so.
#pragma once
#include "quantity/unit.hpp"

namespace figbook {

std::optional<UnitRead> read_measure(const Document& document, const Sentence& sentence, std::size_t at,
                                     const Number& number);

// True where the word at token i is part of a noun phrase: "200 real [people]", "two stone [walls]".
bool goes_on_as_noun(const Document& document, const Sentence& sentence, std::size_t i);

}  // namespace figbook
