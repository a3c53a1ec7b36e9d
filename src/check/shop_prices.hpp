// Whether two amounts are what one product sells for in two countries, which nobody converted: a pure function of the text.
//
//     may_be_shop_prices({"The lamp is $79 (£89).", {"$79", 79, "USD"}, {"£89", 89, "GBP"}, ...})    // true
//
// Of some hundred pairs of small amounts in the news that did not meet the rates of their day, nearly all were prices: in
// the currencies that makers set a price in, small amounts are taken for such, whatever the sentence says. What is paid as
// a wage, a fine or a prize has one amount only, and a slip of ten or more times is one in a price, too.
#pragma once
#include <optional>
#include <string>

#include "base/decimal.hpp"

namespace figbook {

struct PrintedAmount {
    std::string text;
    Decimal value;
    std::string unit;
};

struct PricePair {
    std::string sentence;
    PrintedAmount first;
    PrintedAmount second;
    std::optional<Decimal> difference;  // in per cent, from what the rate makes of the first
    bool has_known_slip = false;
};

bool may_be_shop_prices(const PricePair& pair);

// What an article may name as a price beside others that it names.
bool are_as_small_as_prices(const PricePair& pair);

}  // namespace figbook
