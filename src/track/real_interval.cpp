#include "track/real_interval.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace figbook {
namespace {

constexpr double about_share = 0.05;  // added each side of "about"
constexpr double rounding = 1e-9;     // of what is compared: far less than any printed digit

// The worth of the last digit that counts.
double counted_resolution(const Decimal& value, const Decimal& printed, const Decimal& rounded_from) {
    if (printed.is_zero()) return 0;
    if (value.absolute() < rounded_from || printed != Decimal(1)) return printed.to_double();
    const int size = static_cast<int>(std::to_string(value.absolute().coefficient()).size());
    const int second_digit = value.exponent() + size - 2;
    return std::max(printed, Decimal::power_of_ten(std::min(value.exponent(), second_digit))).to_double();
}

}  // namespace

RealInterval operator+(const RealInterval& a, const RealInterval& b) {
    return {a.low + b.low, a.high + b.high};
}
RealInterval operator-(const RealInterval& a, const RealInterval& b) {
    return {a.low - b.high, a.high - b.low};
}
RealInterval operator*(const RealInterval& a, const RealInterval& b) {
    return {a.low * b.low, a.high * b.high};
}
RealInterval operator/(const RealInterval& a, const RealInterval& b) {
    return {a.low / b.high, a.high / b.low};
}
RealInterval scaled(const RealInterval& a, double factor) {
    return {a.low * factor, a.high * factor};
}

bool meet(const RealInterval& a, const RealInterval& b) {
    const double size = std::max({std::abs(a.low), std::abs(a.high), std::abs(b.low), std::abs(b.high)});
    return a.low <= b.high + size * rounding && b.low <= a.high + size * rounding;
}

RealInterval printed_interval(const Claim& claim, const Decimal& rounded_from) {
    const Decimal first = claim.value.absolute();
    const Decimal last = claim.high.value_or(claim.value).absolute();
    const auto [lowest, highest] = std::minmax(first, last);
    RealInterval interval{
        lowest.to_double() - counted_resolution(lowest, claim.resolution, rounded_from) / 2,
        highest.to_double() + counted_resolution(highest, claim.resolution, rounded_from) / 2};
    if (claim.bound == Bound::about) {
        interval.low -= lowest.to_double() * about_share;
        interval.high += highest.to_double() * about_share;
    }
    if (claim.bound == Bound::over || claim.bound == Bound::at_least) interval.high *= 2;
    if (claim.bound == Bound::under || claim.bound == Bound::at_most) interval.low /= 2;
    return interval;
}

}  // namespace figbook
