#include "check/amount_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "base/magnitudes.hpp"
#include "check/unit_factors.hpp"

namespace figbook {
namespace {

// Of what somebody has typed; no more than a double holds.
constexpr int corrected_digits = 12;

std::string with_currency(const std::string& number, std::string_view currency) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs{
        {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}, {"JPY", "¥"}}};
    for (const auto& [code, sign] : signs)
        if (code == currency) return std::string(sign) + number;
    return std::string(currency) + " " + number;
}

// Without its sign.
std::string number_words(const Decimal& amount, int digits, bool is_money) {
    Decimal number = Decimal::multiply(amount.absolute(), Decimal(1), digits).value_or(amount.absolute());
    std::string word;
    for (const NamedMagnitude& magnitude : named_magnitudes) {
        if (number < Decimal::power_of_ten(magnitude.power)) continue;
        number = number.scaled(-magnitude.power).value_or(number);
        word = fmt::format(" {}", magnitude.name);
        break;
    }
    // Cents are written with both digits.
    const int places = is_money && word.empty() && number.exponent() == -1 ? 2 : 0;
    return grouped(number.to_string(places)).append(word);
}

}  // namespace

std::string amount_words(const Decimal& amount, std::string_view currency, int digits) {
    std::string words = amount.is_negative() ? "-" : "";
    words += with_currency(number_words(amount, digits, true), currency);
    return words;
}

Decimal rounded_number(double value, int digits) {
    if (value == 0 || !std::isfinite(value)) return Decimal(0);
    const int last = static_cast<int>(std::floor(std::log10(std::abs(value)))) - (digits - 1);
    if (std::abs(last) > Decimal::max_exponent) return Decimal(0);
    return Decimal(std::llround(value / std::pow(10.0, last)), last);
}

std::string figure_words(double value, const Claim& like, int digits) {
    const Decimal number = rounded_number(value, digits);
    if (like.kind == Kind::money) return amount_words(number, like.unit, digits);
    std::string words = number.is_negative() ? "-" : "";
    words += number_words(number, digits, false);
    if (like.unit == "pp") return words + " percentage points";
    if (like.unit == "bp") return words + " basis points";
    if (like.kind == Kind::count || like.unit.empty()) return words;
    const UnitFactor* unit = unit_factor(like.unit);
    return fmt::format("{} {}", words, unit == nullptr ? like.unit : unit->name);
}

std::string correction_words(std::string_view text, const std::string& right) {
    return fmt::format("; a review corrected {} to {}", text, right);
}

std::string correction_words(const Claim& corrected) {
    const auto words = [&](const Decimal& value) {
        return figure_words(value.to_double(), corrected, corrected_digits);
    };
    std::string right = words(corrected.value);
    if (corrected.high) right += " to " + words(*corrected.high);
    return correction_words(corrected.text, right);
}

}  // namespace figbook
