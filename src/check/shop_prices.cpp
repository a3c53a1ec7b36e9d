#include "check/shop_prices.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "check/check_words.hpp"

namespace figbook {
namespace {

const Decimal dearest_told(2, 3);      // of what a sentence tells as a price
const Decimal dearest_written(1, 4);   // of what is written as one
const Decimal dearest_at_slash(1, 5);  // "C$52,000/US$40,000": a car
const Decimal dearest(15, 2);          // of what nothing tells, the smaller of the two

// Those that makers set prices in.
constexpr std::array<std::string_view, 8> currencies_of_shops{"USD", "EUR", "GBP", "AUD",
                                                              "CAD", "NZD", "JPY", "CHF"};

Decimal smaller_of(const PricePair& pair) {
    return std::min(pair.first.value.absolute(), pair.second.value.absolute());
}

bool are_below(const PricePair& pair, const Decimal& limit) {
    return pair.first.value.absolute() < limit && pair.second.value.absolute() < limit;
}

// "£119.99"
bool ends_as_price(std::string_view text) {
    return text.ends_with(".99") || text.ends_with(".95");
}

// "$599 / £669"
bool are_joined_by_slash(const std::string& sentence, const std::string& first, const std::string& second) {
    for (std::size_t at = sentence.find(first); at != std::string::npos; at = sentence.find(first, at + 1)) {
        const std::size_t behind = sentence.find_first_not_of(' ', at + first.size());
        if (behind == std::string::npos || sentence[behind] != '/') continue;
        const std::size_t next = sentence.find_first_not_of(' ', behind + 1);
        if (next != std::string::npos && sentence.compare(next, second.size(), second) == 0) return true;
    }
    return false;
}

bool are_written_as_prices(const PricePair& pair) {
    const std::string_view first = pair.first.text;
    const std::string_view second = pair.second.text;
    return ends_as_price(first) || ends_as_price(second) || (first.ends_with('9') && second.ends_with('9'));
}

bool is_of_shops(std::string_view currency) {
    return std::find(currencies_of_shops.begin(), currencies_of_shops.end(), currency) !=
           currencies_of_shops.end();
}

bool are_small(const PricePair& pair) {
    return is_of_shops(pair.first.unit) && is_of_shops(pair.second.unit) && smaller_of(pair) < dearest &&
           !has_word(pair.sentence, CheckWord::no_price);
}

bool differ_by_less(const PricePair& pair, const Decimal& percent) {
    return pair.difference && pair.difference->absolute() < percent;
}

}  // namespace

bool are_as_small_as_prices(const PricePair& pair) {
    return are_below(pair, dearest_written);
}

bool may_be_shop_prices(const PricePair& pair) {
    const Decimal far_apart(60);
    const Decimal further_apart(100);
    if (differ_by_less(pair, further_apart) && smaller_of(pair) < dearest_at_slash &&
        !(smaller_of(pair) >= dearest_written && has_word(pair.sentence, CheckWord::no_price)) &&
        are_joined_by_slash(pair.sentence, pair.first.text, pair.second.text))
        return true;
    return differ_by_less(pair, far_apart) &&
           ((are_small(pair) && !pair.has_known_slip) ||
            (are_below(pair, dearest_told) && has_word(pair.sentence, CheckWord::shop_price)) ||
            (are_below(pair, dearest_written) && are_written_as_prices(pair)));
}

}  // namespace figbook
