// Why two amounts that do not meet the rates of their day may be right after all, by the words around them. Rather silent
// than wrong: each of them is one that news has had.
#pragma once
#include <string_view>

#include "check/conversion.hpp"
#include "check/conversion_row.hpp"

namespace figbook {

inline constexpr std::string_view are_prices = "prices of one product in two countries need not be converted";

// "($1=.7838 euro=6.776 yuan)": a number that begins with a point, of which only what is behind that was read.
bool is_cut(const ConversionRow& row);

// "" where there is no reason.
std::string_view why_not_off(const ConversionRow& row, const ConversionCheck& check);

}  // namespace figbook
