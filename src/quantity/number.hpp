// Numbers as news writes them: digits, words, fractions, with their magnitudes.
//
//     "1.24 billion", "12,500 crore", "816 000", "two and a half million", "half a million", "two-thirds", "10½"
//
// Only what is the number itself; bounds, units and ranges are read around it.
#pragma once
#include <cstddef>
#include <optional>

#include "base/decimal.hpp"
#include "text/document.hpp"

namespace figbook {

struct Number {
    std::size_t begin = 0;  // its tokens in the document
    std::size_t end = 0;
    Decimal value;             // with the magnitude
    Decimal plain;             // as printed, before the magnitude
    Decimal resolution{1};     // the worth of the last printed digit; 0 for words such as "half"
    std::optional<int> power;  // the magnitude's, where there is one
    bool abbreviated = false;  // the magnitude is a letter or two that could be something else ("m", "t")
    bool in_words = false;     // not in digits
    bool is_fraction =
        false;  // half, two-thirds: a ratio unless something makes it a quantity ("half a million")
    bool grouped = false;  // digits with thousands separators, or with a decimal point
    bool article = false;  // opens with "a": "a million", "a third"
};

// Where a number is being read: what may stand around it.
struct NumberContext {
    bool after_currency = false;    // "$5m": a short magnitude needs no other proof
    bool no_abbreviations = false;  // "500m" is 500 and something: metres
};

// The number that starts at `at`, none where there is none. `end` bounds the tokens that it may take.
std::optional<Number> parse_number(const Document& document, std::size_t at, std::size_t end,
                                   NumberContext context);

// The same printed digits with another magnitude: the "1.2" of "1.2-1.4 billion". None on overflow.
std::optional<Number> with_power(const Number& number, int power);

// True for a whole number in plain digits between 1000 and 2100: it may be a year.
bool may_be_year(const Document& document, const Number& number);

}  // namespace figbook
