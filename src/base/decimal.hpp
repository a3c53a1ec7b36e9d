// Exact decimal numbers: coefficient x 10^exponent. Amounts in claims are these, never double.
//
//     auto amount = *Decimal::parse("51.9") * *Decimal::parse("1000000000");   // optional: none on overflow
//     amount->to_string()                                                      // "51900000000"
//
// Always in lowest terms: the coefficient has no trailing zero, and zero is 0 x 10^0, so == compares values.
// Every operation that could lose a digit says so: it returns none, or takes the number of digits to keep.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace figbook {

class Decimal {
 public:
    constexpr Decimal() = default;
    // coefficient x 10^exponent; exponent must be within [-max_exponent, max_exponent].
    constexpr explicit Decimal(std::int64_t coefficient, int exponent = 0)
        : coefficient_(coefficient), exponent_(exponent) {
        while (coefficient_ != 0 && coefficient_ % 10 == 0) {
            coefficient_ /= 10;
            ++exponent_;
        }
        if (coefficient_ == 0) exponent_ = 0;
    }

    // "-12.50", "0.41", "1300"; no grouping, no exponent, no spaces. None where it is none of these or does not fit.
    static std::optional<Decimal> parse(std::string_view text);
    // 10^exponent.
    static Decimal power_of_ten(int exponent) { return Decimal(1, exponent); }

    std::int64_t coefficient() const { return coefficient_; }
    int exponent() const { return exponent_; }
    bool is_zero() const { return coefficient_ == 0; }
    bool is_negative() const { return coefficient_ < 0; }

    // Digits without grouping or exponent: "50000000000", "0.41", "-3".
    std::string to_string() const;
    // The same with at least `places` digits behind the point: (2) "68.70".
    std::string to_string(int places) const;
    double to_double() const;

    Decimal negated() const { return Decimal(-coefficient_, exponent_); }
    Decimal absolute() const { return coefficient_ < 0 ? negated() : *this; }
    // x 10^power; exact. None only where the exponent leaves its bounds.
    std::optional<Decimal> scaled(int power) const;

    // Exact, or none where the result has more than 18 digits.
    friend std::optional<Decimal> operator+(const Decimal& a, const Decimal& b);
    friend std::optional<Decimal> operator-(const Decimal& a, const Decimal& b);
    friend std::optional<Decimal> operator*(const Decimal& a, const Decimal& b);
    // a / b rounded half up to `digits` significant digits (1 to 18). None where b is zero.
    static std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int digits = 16);
    // a x b rounded half up to `digits` significant digits (1 to 18). None where the exponent leaves its bounds.
    static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b, int digits = 18);
    // Rounded half away from zero to a multiple of 10^exponent.
    Decimal rounded(int exponent) const;

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

    static constexpr int max_exponent = 60;

 private:
    std::int64_t coefficient_ = 0;
    int exponent_ = 0;
};

// "-1234567.5" -> "-1,234,567.5": the digits before the point in groups of three.
std::string grouped(std::string_view digits);

}  // namespace figbook
