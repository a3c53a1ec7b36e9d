#include "cli/typed_amount.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <utility>

#include "base/problem.hpp"
#include "base/utf8.hpp"

namespace figbook {
namespace {

// Takes the magnitude off the end of "51.9bn", "50 billion" or "1.5e9" and returns its power of ten; 0 where
// there is none, none where it is malformed.
std::optional<int> take_power(std::string& text) {
    constexpr std::array<std::pair<std::string_view, int>, 13> magnitudes{{{"thousand", 3},
                                                                           {"million", 6},
                                                                           {"billion", 9},
                                                                           {"trillion", 12},
                                                                           {"mln", 6},
                                                                           {"bln", 9},
                                                                           {"mn", 6},
                                                                           {"bn", 9},
                                                                           {"tn", 12},
                                                                           {"k", 3},
                                                                           {"m", 6},
                                                                           {"b", 9},
                                                                           {"t", 12}}};
    for (const auto& [word, power] : magnitudes) {
        if (!text.ends_with(word)) continue;
        text.resize(text.size() - word.size());
        while (!text.empty() && text.back() == ' ') text.pop_back();
        return power;
    }
    const auto e = text.find('e');
    if (e == std::string::npos) return 0;
    std::string_view exponent = std::string_view(text).substr(e + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    int power = 0;
    const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
    if (error != std::errc{} || end != exponent.data() + exponent.size() || power < -30 || power > 30)
        return std::nullopt;
    text.resize(e);
    return power;
}

// "50,000,000" -> "50000000". False unless every comma stands before three digits and after one to three.
bool ungroup(std::string& text) {
    auto comma = text.find(',');
    if (comma == std::string::npos) return true;
    const auto whole_end = std::min(text.find('.'), text.size());
    if (comma == 0 || comma > 3 || text.find(',', whole_end) != std::string::npos) return false;
    for (std::size_t at = comma; at < whole_end; at += 4)
        if (text[at] != ',' || whole_end - at < 4 || text.substr(at + 1, 3).find(',') != std::string::npos)
            return false;
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    return true;
}

// A number of more digits than are counted with, "99999999999999999999".
bool is_too_long(const std::string& number) {
    const auto digits =
        std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits > 18 &&
           number.find_first_not_of("0123456789.", number.starts_with('-') ? 1 : 0) == std::string::npos;
}

int places_of(std::string_view number) {
    const auto point = number.find('.');
    return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

}  // namespace

TypedAmount typed_amount(const std::string& words) {
    std::string text = lower(words);
    const auto power = take_power(text);
    const bool is_grouped = power && ungroup(text);
    const auto number = is_grouped ? Decimal::parse(text) : std::nullopt;
    const auto amount = number ? number->scaled(*power) : std::nullopt;
    const int last_digit = power.value_or(0) - places_of(text);
    if (amount && std::abs(last_digit) <= Decimal::max_exponent)
        return {*amount, Decimal::power_of_ten(last_digit)};
    if (is_grouped && is_too_long(text))
        throw EnvironmentError(fmt::format(
            "'{}' has more than 18 digits, which are not counted with; round it, for example to 100e18",
            words));
    throw EnvironmentError(fmt::format(
        "'{}' is not an amount; write 50000000000, 50,000,000,000, 50e9, 50bn or '50 billion'", words));
}

}  // namespace figbook
