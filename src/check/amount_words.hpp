// A figure as an explanation says it: rounded to a few digits, in words from a million on.
//
//     amount_words(*Decimal::parse("728650"), "GBP")        // "£728,700"
//     amount_words(*Decimal::parse("51850000000"), "USD")   // "$51.85 billion"
//     amount_words(*Decimal::parse("1200"), "SEK")          // "SEK 1,200"
//     figure_words(1.2, claim)                              // like the claim: "1.2 %", "€1.2", "1.2 km/h"
#pragma once
#include <string>
#include <string_view>

#include "base/decimal.hpp"
#include "claim/claim.hpp"

namespace figbook {

// Rounded half up to `digits` significant digits.
std::string amount_words(const Decimal& amount, std::string_view currency, int digits = 4);

// The number nearest to it that has that many digits. A number of a text, or what is calculated from some: no
// infinity, and none that Decimal cannot hold.
Decimal rounded_number(double value, int digits);

// A value in the unit of the claim.
std::string figure_words(double value, const Claim& like, int digits = 4);

// "; a review corrected 92 miles to 6.2 miles": of a figure whose words are not what was judged, behind what is said of it.
std::string correction_words(std::string_view text, const std::string& right);
std::string correction_words(const Claim& corrected);

}  // namespace figbook
