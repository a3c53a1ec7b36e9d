// Digits that are a day, a year or the number of a name: those behind them start a number of their own.
//
//     "On May 12 300 people", "In 2024 150 people", "CO2 119g": true of 12, 2024 and 2; not of the 10 of "10 000 dollars"
//
// Inside quantity/ alone: the number reader asks before it joins groups of digits, and the rule for phone numbers.
#pragma once
#include <cstddef>

#include "text/document.hpp"

namespace figbook {

// True where the digits at token i are such ones.
bool is_lone_number(const Document& document, std::size_t i);

// True where they are the type of an airliner, which is part of its name: "737 Max", "777x", "787-9".
bool is_type_of_plane(const Document& document, std::size_t i);

}  // namespace figbook
