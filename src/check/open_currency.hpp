// Currencies that share a sign or a name, so that a text may leave open which of them it means: "$5m", "40 kronor", "2 billion
// rupees".
//
//     namesakes("SEK")               // DKK, ISK, NOK, SEK
//     other_currencies(five_dollars) // AUD, CAD and the like, where the text says nothing
#pragma once
#include <string_view>
#include <vector>

#include "check/stated_rate.hpp"

namespace figbook {

// The most common one first; empty for a currency whose name is its own.
std::vector<std::string_view> namesakes(std::string_view currency);

bool is_open(const StatedAmount& amount);

// What an open currency might be instead: any of its name where the text says nothing; where others of the article
// decided, only the one that the name means by itself. "¥", "kroner" and "pesos" mean none of theirs more than the others.
std::vector<std::string_view> other_currencies(const StatedAmount& open);

// The most usual currency of that name is another one, and the text does not say that it is not meant.
bool is_assumed_unusual(const StatedAmount& amount);

// Rupees or francs without a country, of which only one has rates here.
bool is_of_any_country(const StatedAmount& amount);

}  // namespace figbook
