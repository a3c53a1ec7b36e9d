// An amount of money as an explanation says it: rounded to a few digits, in words from a million on.
//
//     amount_words(*Decimal::parse("728650"), "GBP")        // "£728,700"
//     amount_words(*Decimal::parse("51850000000"), "USD")   // "$51.85 billion"
//     amount_words(*Decimal::parse("1200"), "SEK")          // "SEK 1,200"
#pragma once
#include <string>
#include <string_view>

#include "base/decimal.hpp"

namespace figbook {

// Rounded half up to `digits` significant digits.
std::string amount_words(const Decimal& amount, std::string_view currency, int digits = 4);

}  // namespace figbook
