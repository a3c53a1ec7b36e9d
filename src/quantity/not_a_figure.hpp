// Numbers that are no figures: dates, years, clock times, ages, page and flight numbers, scores, phone numbers,
// addresses, versions, names with digits. Each has a name, so that a reader can be told why.
#pragma once
#include <string_view>

#include "quantity/number.hpp"
#include "text/document.hpp"

namespace figbook {

// What the number is instead of a figure ("date", "age", …), or "" where it may be one. `begin` is its first token
// with its currency; `has_unit` says that a currency or unit stands with it.
std::string_view why_no_figure(const Document& document, const Sentence& sentence, const Number& number,
                               std::size_t begin, bool has_unit);

}  // namespace figbook
