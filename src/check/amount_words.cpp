#include "check/amount_words.hpp"

#include <array>
#include <utility>

namespace figbook {
namespace {

struct Magnitude {
    int exponent;
    std::string_view word;
};
constexpr std::array<Magnitude, 3> magnitudes{{{12, " trillion"}, {9, " billion"}, {6, " million"}}};

std::string with_currency(const std::string& number, std::string_view currency) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs{
        {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}}};
    for (const auto& [code, sign] : signs)
        if (code == currency) return std::string(sign) + number;
    return std::string(currency) + " " + number;
}

}  // namespace

std::string amount_words(const Decimal& amount, std::string_view currency, int digits) {
    Decimal number = Decimal::multiply(amount.absolute(), Decimal(1), digits).value_or(amount.absolute());
    std::string_view word;
    for (const Magnitude& magnitude : magnitudes) {
        if (number < Decimal::power_of_ten(magnitude.exponent)) continue;
        number = number.scaled(-magnitude.exponent).value_or(number);
        word = magnitude.word;
        break;
    }
    // Cents are written with both digits.
    const int places = word.empty() && number.exponent() == -1 ? 2 : 0;
    std::string words = amount.is_negative() ? "-" : "";
    words += with_currency(grouped(number.to_string(places)).append(word), currency);
    return words;
}

}  // namespace figbook
