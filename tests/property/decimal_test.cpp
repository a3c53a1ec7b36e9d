// Decimal against Boost.Multiprecision: thousands of random values, the same ones in every run.
#include "base/decimal.hpp"

#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <random>
#include <string>

#include "support/catch.hpp"

namespace figbook {
namespace {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;

constexpr int rounds = 20000;
// The largest number of digits that a Decimal has.
constexpr int max_digits = 18;

Integer power(int exponent) {
    return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(exponent));
}

Rational ten_to(int exponent) {
    return exponent >= 0 ? Rational(power(exponent)) : Rational(Integer(1), power(-exponent));
}

// The exact value, by the oracle.
Rational exact(const Decimal& x) {
    return Rational(x.coefficient()) * ten_to(x.exponent());
}

// The oracle's reading of a text such as "-12.50".
Rational exact(std::string text) {
    const bool negative = text[0] == '-';
    if (negative) text.erase(0, 1);
    const std::size_t point = text.find('.');
    int behind = 0;
    if (point != std::string::npos) {
        behind = static_cast<int>(text.size() - point - 1);
        text.erase(point, 1);
    }
    text.erase(0, std::min(text.find_first_not_of('0'), text.size() - 1));  // a leading 0 would mean octal
    const Rational value = Rational(Integer(text)) * ten_to(-behind);
    return negative ? Rational(-value) : value;
}

// How many digits the value has in lowest terms; more than 60 for one without end.
int digits_needed(Rational value) {
    if (value == 0) return 1;
    for (int shift = 0; boost::multiprecision::denominator(value) != 1; ++shift) {
        if (shift > 130) return 1000;
        value *= 10;
    }
    Integer whole = boost::multiprecision::abs(boost::multiprecision::numerator(value));
    while (whole % 10 == 0) whole /= 10;
    return static_cast<int>(whole.str().size());
}

// Rounded half away from zero to a multiple of 10^exponent.
Rational rounded(const Rational& value, int exponent) {
    const Rational scaled = boost::multiprecision::abs(value) / ten_to(exponent) + Rational(1, 2);
    const Integer whole =
        boost::multiprecision::numerator(scaled) / boost::multiprecision::denominator(scaled);
    const Rational result = Rational(whole) * ten_to(exponent);
    return value < 0 ? Rational(-result) : result;
}

// Rounded to that many significant digits.
Rational rounded_to_digits(const Rational& value, int digits) {
    if (value == 0) return value;
    const Rational size = boost::multiprecision::abs(value);
    int first = 0;  // size is in [10^first, 10^(first+1))
    while (size >= ten_to(first + 1)) ++first;
    while (size < ten_to(first)) --first;
    return rounded(value, first + 1 - digits);
}

// Random values of every length, with short ones and round ones as often as long ones.
class Values {
 public:
    Decimal decimal() {
        const std::int64_t limit = powers_[pick(1, max_digits)];
        const std::int64_t coefficient =
            std::uniform_int_distribution<std::int64_t>(-limit + 1, limit - 1)(engine_);
        return Decimal(coefficient, static_cast<int>(pick(0, 24)) - 12);
    }
    std::string text() {
        std::string result = pick(0, 2) == 0 ? "-" : "";
        for (std::size_t i = pick(1, 12); i > 0; --i) result += digit();
        if (pick(0, 1) == 0) return result;
        result += '.';
        for (std::size_t i = pick(1, 10); i > 0; --i) result += digit();
        return result;
    }
    std::size_t pick(std::size_t low, std::size_t high) {
        return std::uniform_int_distribution<std::size_t>(low, high)(engine_);
    }

 private:
    static std::array<std::int64_t, max_digits + 1> make_powers() {
        std::array<std::int64_t, max_digits + 1> result{1};
        for (std::size_t i = 1; i < result.size(); ++i) result[i] = result[i - 1] * 10;
        return result;
    }
    char digit() { return static_cast<char>('0' + (pick(0, 3) == 0 ? 0 : pick(0, 9))); }

    std::mt19937_64 engine_{20250212};
    std::array<std::int64_t, max_digits + 1> powers_ = make_powers();
};

// The result is there exactly if it fits, and is then exact.
void check_exact(const std::optional<Decimal>& result, const Rational& oracle) {
    const bool fits = digits_needed(oracle) <= max_digits;
    REQUIRE(result.has_value() == fits);
    if (fits) REQUIRE(exact(*result) == oracle);
}

}  // namespace

TEST_CASE("decimal: text to value and back is exact") {
    Values values;
    for (int i = 0; i < rounds; ++i) {
        const std::string text = values.text();
        CAPTURE(text);
        const auto parsed = Decimal::parse(text);
        const Rational oracle = exact(text);
        check_exact(parsed, oracle);
        if (!parsed) continue;
        CHECK(exact(parsed->to_string()) == oracle);
        CHECK(Decimal::parse(parsed->to_string()) == parsed);
        CHECK(exact(parsed->to_string(4)) == oracle);
    }
}

TEST_CASE("decimal: a huge one and a tiny one are read as they are printed") {
    for (const int exponent : {30, 39, 58, -39, -58}) {
        const Decimal x(28, exponent);
        CAPTURE(exponent, x.to_string());
        CHECK(Decimal::parse(x.to_string()) == x);
    }
}

TEST_CASE("decimal: printing has no exponent and no idle zeros") {
    Values values;
    for (int i = 0; i < rounds; ++i) {
        const Decimal x = values.decimal();
        const std::string text = x.to_string();
        CAPTURE(x.coefficient(), x.exponent(), text);
        CHECK(exact(text) == exact(x));
        CHECK(text.find_first_not_of("-0123456789.") == std::string::npos);
        if (text.find('.') != std::string::npos) CHECK(text.back() != '0');
        const std::string digits = text[0] == '-' ? text.substr(1) : text;
        CHECK((digits[0] != '0' || digits == "0" || digits[1] == '.'));
    }
}

TEST_CASE("decimal: plus, minus and times are exact or none") {
    Values values;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = values.decimal();
        const Decimal b = values.decimal();
        CAPTURE(a.to_string(), b.to_string());
        check_exact(a + b, exact(a) + exact(b));
        check_exact(a - b, exact(a) - exact(b));
        check_exact(a * b, exact(a) * exact(b));
    }
}

TEST_CASE("decimal: divide and multiply round half up to the digits asked for") {
    Values values;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = values.decimal();
        const Decimal b = values.decimal();
        const int digits = static_cast<int>(values.pick(1, max_digits));
        CAPTURE(a.to_string(), b.to_string(), digits);
        const auto product = Decimal::multiply(a, b, digits);
        REQUIRE(product.has_value());
        CHECK(exact(*product) == rounded_to_digits(exact(a) * exact(b), digits));
        const auto quotient = Decimal::divide(a, b, digits);
        REQUIRE(quotient.has_value() == !b.is_zero());
        if (quotient) CHECK(exact(*quotient) == rounded_to_digits(exact(a) / exact(b), digits));
    }
}

TEST_CASE("decimal: divide rounds ties away from zero") {
    // Quotients that end in a 5 right behind the last digit asked for.
    Values values;
    for (int i = 0; i < rounds; ++i) {
        const auto tie = static_cast<std::int64_t>(values.pick(1, 99999)) * 10 + 5;
        const auto divisor = static_cast<std::int64_t>(values.pick(1, 9999));
        const Decimal a(i % 2 == 0 ? tie * divisor : -tie * divisor);
        const int digits = static_cast<int>(std::to_string(tie).size()) - 1;
        CAPTURE(a.to_string(), divisor, digits);
        const auto quotient = Decimal::divide(a, Decimal(divisor), digits);
        REQUIRE(quotient.has_value());
        CHECK(exact(*quotient) == rounded_to_digits(exact(a) / divisor, digits));
    }
}

TEST_CASE("decimal: rounded") {
    Values values;
    for (int i = 0; i < rounds; ++i) {
        const Decimal x = values.decimal();
        const int exponent = static_cast<int>(values.pick(0, 40)) - 20;
        CAPTURE(x.to_string(), exponent);
        CHECK(exact(x.rounded(exponent)) == rounded(exact(x), exponent));
    }
}

TEST_CASE("decimal: order and equality are those of the values") {
    Values values;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = values.decimal();
        // Every other time a neighbour of a, where order is decided by the last digit.
        const Decimal b = i % 2 == 0 ? values.decimal() : (a + Decimal(1, a.exponent())).value_or(a);
        CAPTURE(a.to_string(), b.to_string());
        CHECK((a == b) == (exact(a) == exact(b)));
        CHECK((a < b) == (exact(a) < exact(b)));
        CHECK((a > b) == (exact(a) > exact(b)));
    }
}

TEST_CASE("decimal: what is no plain decimal is refused") {
    for (const char* text :
         {"", "-", ".", "1.", "1.2.3", "1e5", "1,000", " 1", "1 ", "+1", "--1", "0x10", "1-"}) {
        CAPTURE(text);
        CHECK_FALSE(Decimal::parse(text).has_value());
    }
    CHECK(Decimal::parse("-0") == Decimal());
    CHECK(Decimal::parse("007.10")->to_string() == "7.1");
    CHECK_FALSE(Decimal::parse("1234567890123456789").has_value());
    CHECK(Decimal::parse("1000000000000000000000")->to_string() == "1000000000000000000000");
}

}  // namespace figbook
