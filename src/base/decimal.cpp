#include "base/decimal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace figbook {
namespace {

__extension__ typedef __int128 Wide;

constexpr int max_digits = 18;  // every 18-digit number fits an int64

int digits_of(Wide value) {
    int digits = 1;
    if (value < 0) value = -value;
    constexpr Wide narrow = std::numeric_limits<std::uint64_t>::max();
    for (; value > narrow; value /= 10) ++digits;
    // Nearly every value is this short, and 64 bits divide many times faster than 128.
    for (auto rest = static_cast<std::uint64_t>(value); rest >= 10; rest /= 10) ++digits;
    return digits;
}

Wide power(int exponent) {
    Wide result = 1;
    for (; exponent > 0; --exponent) result *= 10;
    return result;
}

// Of no more than nine.
std::int64_t short_power(int exponent) {
    std::int64_t result = 1;
    for (; exponent > 0; --exponent) result *= 10;
    return result;
}

// value / 10^places, rounded half away from zero.
Wide round_off(Wide value, int places) {
    if (places <= 0) return value;
    if (places > 38) return 0;
    const Wide unit = power(places);
    const Wide rest = value % unit;
    Wide result = value / unit;
    if (rest >= unit - rest && rest > 0) ++result;
    if (-rest >= unit + rest && rest < 0) --result;
    return result;
}

// The exact value, or none where it needs more than 18 digits or the exponent leaves its bounds.
std::optional<Decimal> exact(Wide coefficient, int exponent) {
    constexpr Wide narrow = 1'000'000'000'000'000'000;
    if (coefficient > -narrow && coefficient < narrow && std::abs(exponent) < Decimal::max_exponent / 2)
        return Decimal(static_cast<std::int64_t>(coefficient), exponent);
    while (coefficient != 0 && coefficient % 10 == 0) {
        coefficient /= 10;
        ++exponent;
    }
    if (coefficient == 0) return Decimal();
    if (digits_of(coefficient) > max_digits) return std::nullopt;
    if (exponent > Decimal::max_exponent || exponent < -Decimal::max_exponent) return std::nullopt;
    return Decimal(static_cast<std::int64_t>(coefficient), exponent);
}

std::optional<Decimal> to_digits(Wide coefficient, int exponent, int digits) {
    const int surplus = digits_of(coefficient) - std::clamp(digits, 1, max_digits);
    if (surplus <= 0) return exact(coefficient, exponent);
    return exact(round_off(coefficient, surplus), exponent + surplus);
}

// a and b over one exponent; none where that needs more than 36 digits.
struct Aligned {
    Wide a;
    Wide b;
    int exponent;
};
std::optional<Aligned> align(const Decimal& a, const Decimal& b) {
    const int exponent = std::min(a.exponent(), b.exponent());
    const int shift_a = a.is_zero() ? 0 : a.exponent() - exponent;
    const int shift_b = b.is_zero() ? 0 : b.exponent() - exponent;
    if (shift_a > max_digits || shift_b > max_digits) return std::nullopt;
    return Aligned{Wide{a.coefficient()} * power(shift_a), Wide{b.coefficient()} * power(shift_b), exponent};
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = !text.empty() && text[0] == '-';
    if (negative) text.remove_prefix(1);
    Wide coefficient = 0;
    int exponent = 0;
    bool point = false;
    bool any = false;
    int digits = 0;  // significant ones
    int zeros = 0;   // that were read last: at the end they are no digits, "28" with 39 of them
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        any = true;
        exponent -= point ? 1 : 0;
        if (++zeros > 2 * max_exponent) return std::nullopt;
        if (c == '0') continue;
        for (; zeros > 0; --zeros) {
            if (digits > 36) return std::nullopt;
            coefficient *= 10;
            digits += coefficient != 0 ? 1 : 0;
        }
        digits += coefficient == 0 ? 1 : 0;
        coefficient += c - '0';
    }
    if (!any || text.back() == '.') return std::nullopt;
    return exact(negative ? -coefficient : coefficient, exponent + zeros);
}

std::string Decimal::to_string() const {
    return to_string(0);
}

std::string Decimal::to_string(int places) const {
    std::string digits;  // least significant first
    for (auto rest = static_cast<std::uint64_t>(coefficient_ < 0 ? -Wide{coefficient_} : Wide{coefficient_});
         rest > 0; rest /= 10)
        digits.push_back(static_cast<char>('0' + rest % 10));
    const auto behind = static_cast<std::size_t>(std::max({-exponent_, places, 0}));
    std::string reversed(behind - static_cast<std::size_t>(std::max(-exponent_, 0)), '0');
    if (exponent_ > 0) reversed.append(static_cast<std::size_t>(exponent_), '0');
    reversed += digits;
    while (reversed.size() <= behind) reversed.push_back('0');

    std::string text;
    text.reserve(reversed.size() + 2);
    if (coefficient_ < 0) text.push_back('-');
    for (std::size_t i = reversed.size(); i-- > 0;) {
        text.push_back(reversed[i]);
        if (i == behind && behind > 0) text.push_back('.');
    }
    return text;
}

double Decimal::to_double() const {
    // Both factors are exact and the one operation rounds correctly (Clinger's fast path).
    constexpr std::int64_t exact_up_to = std::int64_t{1} << 53;
    constexpr int exact_power = 22;
    static constexpr double powers[exact_power + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                       1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (-exact_up_to <= coefficient_ && coefficient_ <= exact_up_to && std::abs(exponent_) <= exact_power) {
        const auto whole = static_cast<double>(coefficient_);
        return exponent_ < 0 ? whole / powers[-exponent_] : whole * powers[exponent_];
    }
    // Through text: correctly rounded by strtod, which multiplying by a power of ten is not.
    return std::stod(std::to_string(coefficient_) + "e" + std::to_string(exponent_));
}

std::optional<Decimal> Decimal::scaled(int by) const {
    return exact(coefficient_, exponent_ + by);
}

std::optional<Decimal> operator+(const Decimal& a, const Decimal& b) {
    const auto both = align(a, b);
    if (!both) return std::nullopt;
    return exact(both->a + both->b, both->exponent);
}

std::optional<Decimal> operator-(const Decimal& a, const Decimal& b) {
    return a + b.negated();
}

std::optional<Decimal> operator*(const Decimal& a, const Decimal& b) {
    return exact(Wide{a.coefficient_} * b.coefficient_, a.exponent_ + b.exponent_);
}

std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b, int digits) {
    return to_digits(Wide{a.coefficient_} * b.coefficient_, a.exponent_ + b.exponent_, digits);
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b, int digits) {
    if (b.is_zero()) return std::nullopt;
    if (a.is_zero()) return Decimal();
    // Enough digits in the quotient for one rounding: up to 37 in the numerator.
    const int shift = 37 - digits_of(a.coefficient_);
    const Wide numerator = Wide{a.coefficient_} * power(shift);
    Wide quotient = numerator / b.coefficient_;
    // A remainder is a digit more: it decides a tie, so it must not vanish.
    if (numerator % b.coefficient_ != 0 && quotient % 10 == 0) quotient += quotient < 0 ? -1 : 1;
    return to_digits(quotient, a.exponent_ - b.exponent_ - shift, digits);
}

Decimal Decimal::rounded(int to_exponent) const {
    if (exponent_ >= to_exponent) return *this;
    return Decimal(static_cast<std::int64_t>(round_off(coefficient_, to_exponent - exponent_)), to_exponent);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int sign_a = (a.coefficient_ > 0) - (a.coefficient_ < 0);
    const int sign_b = (b.coefficient_ > 0) - (b.coefficient_ < 0);
    if (sign_a != sign_b) return sign_a <=> sign_b;
    if (sign_a == 0) return std::strong_ordering::equal;
    if (a.exponent_ == b.exponent_) return a.coefficient_ <=> b.coefficient_;
    // Nearly all are short, so that one of them goes on in 64 bits at the exponent of the other.
    constexpr int short_shift = 9;
    constexpr std::int64_t short_number = 1'000'000'000;
    const int longer = a.exponent_ - b.exponent_;
    if (longer > 0 && longer <= short_shift && std::abs(a.coefficient_) < short_number)
        return a.coefficient_ * short_power(longer) <=> b.coefficient_;
    if (longer < 0 && longer >= -short_shift && std::abs(b.coefficient_) < short_number)
        return a.coefficient_ <=> b.coefficient_ * short_power(-longer);
    // The place of the first digit decides, unless both stand at the same one.
    const int first_a = digits_of(a.coefficient_) + a.exponent_;
    const int first_b = digits_of(b.coefficient_) + b.exponent_;
    if (first_a != first_b) return sign_a > 0 ? first_a <=> first_b : first_b <=> first_a;
    const int shift = a.exponent_ - b.exponent_;
    const Wide wide_a = Wide{a.coefficient_} * power(std::max(shift, 0));
    const Wide wide_b = Wide{b.coefficient_} * power(std::max(-shift, 0));
    return wide_a < wide_b ? std::strong_ordering::less
                           : (wide_a > wide_b ? std::strong_ordering::greater : std::strong_ordering::equal);
}

std::string grouped(std::string_view digits) {
    const std::size_t sign = digits.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string result(digits.substr(0, sign));
    for (std::size_t at = sign; at < point; ++at) {
        if (at > sign && (point - at) % 3 == 0) result += ',';
        result += digits[at];
    }
    return result + std::string(digits.substr(point));
}

}  // namespace figbook
