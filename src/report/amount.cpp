#include "report/amount.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "base/decimal.hpp"
#include "base/magnitudes.hpp"

namespace figbook {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string_view look_up(const std::array<Names, N>& names, std::string_view key,
                         std::string_view otherwise) {
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const Names& name) { return name.first == key; });
    return found == names.end() ? otherwise : found->second;
}

// The currencies that readers know by a sign that is theirs alone.
std::string_view currency_sign(std::string_view code) {
    static constexpr std::array<Names, 6> signs{
        {{"USD", "$"}, {"EUR", "€"}, {"GBP", "£"}, {"JPY", "¥"}, {"INR", "₹"}, {"KRW", "₩"}}};
    return look_up(signs, code, "");
}

// UCUM codes whose spelling is for machines.
std::string_view unit_words(std::string_view code) {
    static constexpr std::array<Names, 29> words{{{"Cel", "°C"},
                                                  {"[degF]", "°F"},
                                                  {"[mi_i]", "miles"},
                                                  {"[ft_i]", "ft"},
                                                  {"[in_i]", "inches"},
                                                  {"[lb_av]", "lb"},
                                                  {"[oz_av]", "oz"},
                                                  {"[gal_us]", "gallons"},
                                                  {"[acr_us]", "acres"},
                                                  {"[mi_i]/h", "mph"},
                                                  {"[bbl_us]", "barrels"},
                                                  {"m2", "m²"},
                                                  {"km2", "km²"},
                                                  {"m3", "m³"},
                                                  {"kW.h", "kWh"},
                                                  {"MW.h", "MWh"},
                                                  {"GW.h", "GWh"},
                                                  {"TW.h", "TWh"},
                                                  {"a", "years"},
                                                  {"mo", "months"},
                                                  {"wk", "weeks"},
                                                  {"d", "days"},
                                                  {"h", "hours"},
                                                  {"[yd_i]", "yards"},
                                                  {"10.a", "decades"},
                                                  {"100.a", "centuries"},
                                                  {"[sft_i]", "sq ft"},
                                                  {"[mi_i]2", "sq miles"},
                                                  {"[ston_av]", "short tons"}}};
    return look_up(words, code, code);
}

std::string_view bound_words(std::string_view bound) {
    static constexpr std::array<Names, 5> words{{{"about", "about "},
                                                 {"over", "over "},
                                                 {"under", "under "},
                                                 {"at_least", "at least "},
                                                 {"at_most", "up to "}}};
    return look_up(words, bound, "");
}

struct Fraction {
    std::string_view value;
    std::string_view words;
};

// "half" for 0.5: only where the text had words too, not digits.
std::string_view fraction_words(const Decimal& value) {
    static constexpr std::array<Fraction, 9> fractions{{{"0.5", "half"},
                                                        {"0.3333", "a third"},
                                                        {"0.6667", "two thirds"},
                                                        {"0.25", "a quarter"},
                                                        {"0.75", "three quarters"},
                                                        {"0.2", "a fifth"},
                                                        {"0.4", "two fifths"},
                                                        {"0.6", "three fifths"},
                                                        {"0.8", "four fifths"}}};
    const Decimal rounded = value.rounded(-4);
    for (const Fraction& fraction : fractions)
        if (rounded == *Decimal::parse(fraction.value)) return fraction.words;
    return {};
}

NamedMagnitude magnitude_of(const Decimal& value) {
    for (const NamedMagnitude& magnitude : named_magnitudes) {
        if (value.absolute() < Decimal::power_of_ten(magnitude.power)) continue;
        const auto scaled = value.scaled(-magnitude.power);
        // More than three places read worse than the plain digits.
        if (scaled && scaled->exponent() >= -3) return magnitude;
        return {};
    }
    return {};
}

// How many places the text printed, when the number is told in units of 10^power.
int printed_places(std::string_view resolution, int power) {
    const auto last_digit = Decimal::parse(resolution);
    if (!last_digit || last_digit->is_zero()) return 0;
    const int places = power - last_digit->exponent();
    // All digits of a large amount were printed, "$729,800,000,000,000": its zeros are not meant as so many places.
    constexpr int most_of_a_magnitude = 3;
    if (power > 0 && places > most_of_a_magnitude) return 0;
    return std::clamp(places, 0, 6);
}

// Without the magnitude's name: "51.9" of 51900000000.
std::string scaled_digits(const Decimal& value, NamedMagnitude magnitude, std::string_view resolution) {
    const Decimal scaled = value.scaled(-magnitude.power).value_or(value);
    return grouped(scaled.to_string(printed_places(resolution, magnitude.power)));
}

// "51.9 billion"; a range in one magnitude shares its name: "30–40 billion".
std::string number_words(const Decimal& value, const std::optional<Decimal>& high,
                         std::string_view resolution, std::string_view sign) {
    const auto one = [&](const Decimal& number, NamedMagnitude magnitude) {
        return fmt::format("{}{}{}", number.is_negative() ? "-" : "", sign,
                           scaled_digits(number.absolute(), magnitude, resolution));
    };
    const auto named = [](std::string digits, NamedMagnitude magnitude) {
        return magnitude.name.empty() ? digits : fmt::format("{} {}", digits, magnitude.name);
    };
    const NamedMagnitude magnitude = magnitude_of(value);
    if (!high) return named(one(value, magnitude), magnitude);
    const NamedMagnitude high_magnitude = magnitude_of(*high);
    if (magnitude.power != high_magnitude.power || high->is_negative())
        return fmt::format("{}–{}", named(one(value, magnitude), magnitude),
                           named(one(*high, high_magnitude), high_magnitude));
    return named(fmt::format("{}–{}", one(value, magnitude), scaled_digits(*high, magnitude, resolution)),
                 magnitude);
}

// What follows the number: " %", " NOK", " doctors".
std::string suffix(const Amount& amount) {
    if (amount.kind == "percent") return " %";
    if (amount.kind == "multiple") return " times";
    if (amount.unit.empty() || amount.kind == "ratio") return "";
    if (amount.kind == "money") {
        if (!currency_sign(amount.unit).empty()) return "";
        return fmt::format(" {}", amount.unit);
    }
    if (amount.kind == "measure") return fmt::format(" {}", unit_words(amount.unit));
    return fmt::format(" {}", amount.unit);
}

std::string number_text(const Amount& amount, const Decimal& value) {
    if (amount.kind == "ratio") {
        const bool in_words = Decimal::parse(amount.resolution).value_or(Decimal(1)).is_zero();
        if (in_words && !fraction_words(value).empty()) return std::string(fraction_words(value));
        const bool small = value.absolute() < Decimal(1, -3);
        return grouped((small ? value : value.rounded(-4)).to_string());
    }
    const auto high = amount.high.empty() ? std::nullopt : Decimal::parse(amount.high);
    const auto sign = amount.kind == "money" ? currency_sign(amount.unit) : std::string_view();
    return number_words(value, high, amount.resolution, sign);
}

}  // namespace

std::string amount_text(const Amount& amount) {
    const auto value = Decimal::parse(amount.value);
    if (!value) return std::string(amount.value);
    std::string text =
        fmt::format("{}{}{}", bound_words(amount.bound), number_text(amount, *value), suffix(amount));
    if (!amount.per.empty()) text += fmt::format(" per {}", unit_words(amount.per));
    return text;
}

}  // namespace figbook
