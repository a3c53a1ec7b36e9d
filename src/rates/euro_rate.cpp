#include "rates/euro_rate.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace figbook {

std::optional<std::string> why_impossible(Date day, std::optional<Date> newest) {
    if (day < first_rate_day)
        return fmt::format("{} is before the first reference rates, those of {}", iso(day),
                           iso(first_rate_day));
    if (newest && day > *newest) return fmt::format("{} is a day to come", iso(day));
    return std::nullopt;
}

bool is_currency_code(std::string_view text) {
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string upper_code(std::string_view text) {
    std::string code(text);
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return code;
}

std::optional<Decimal> parse_rate(std::string_view text) {
    // The bounds keep every rate, and every difference of two, well within 64 bits in the compact form.
    static const Decimal limit = Decimal::power_of_ten(9);
    const auto rate = Decimal::parse(text);
    if (!rate || rate->is_zero() || rate->is_negative() || *rate >= limit || rate->exponent() < -8)
        return std::nullopt;
    return rate;
}

std::string shown(std::string_view text) {
    std::string result(text.substr(0, 60));
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return result;
}

}  // namespace figbook
