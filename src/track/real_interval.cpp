#include "track/real_interval.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace figbook {
namespace {

constexpr Decimal about_share(5, -2);  // added each side of "about"
constexpr double rounding = 1e-9;      // of what is compared: far less than any printed digit

// The worth of the last digit that counts.
Decimal counted_resolution(const Decimal& value, const Decimal& printed, const Decimal& rounded_from) {
    if (printed.is_zero()) return printed;
    if (value.absolute() < rounded_from || printed != Decimal(1)) return printed;
    const int size = static_cast<int>(std::to_string(value.absolute().coefficient()).size());
    const int second_digit = value.exponent() + size - 2;
    return std::max(printed, Decimal::power_of_ten(std::min(value.exponent(), second_digit)));
}

// Each side of one of its ends, which is above zero: half of its last digit, and more where it is "about".
Decimal left_open(const Decimal& end, const Claim& claim) {
    const Decimal digit =
        Decimal::multiply(counted_resolution(end, claim.resolution, Decimal(1, 3)), Decimal(5, -1))
            .value_or(Decimal());
    const Decimal about =
        claim.bound == Bound::about ? Decimal::multiply(end, about_share).value_or(Decimal()) : Decimal();
    return (digit + about).value_or(digit);
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
        lowest.to_double() - counted_resolution(lowest, claim.resolution, rounded_from).to_double() / 2,
        highest.to_double() + counted_resolution(highest, claim.resolution, rounded_from).to_double() / 2};
    if (claim.bound == Bound::about) {
        interval.low -= lowest.to_double() * about_share.to_double();
        interval.high += highest.to_double() * about_share.to_double();
    }
    if (claim.bound == Bound::over || claim.bound == Bound::at_least) interval.high *= 2;
    if (claim.bound == Bound::under || claim.bound == Bound::at_most) interval.low /= 2;
    return interval;
}

StatedRange stated_range(const Claim& claim) {
    const Decimal first = claim.value.absolute();
    const Decimal last = claim.high.value_or(claim.value).absolute();
    const auto [lowest, highest] = std::minmax(first, last);
    const bool goes_up = claim.bound == Bound::over || claim.bound == Bound::at_least;
    const bool goes_down = claim.bound == Bound::under || claim.bound == Bound::at_most;
    StatedRange range;
    if (goes_up || goes_down)
        (goes_up ? range.least : range.most) = goes_up ? lowest : highest;
    else
        range = {lowest - left_open(lowest, claim), highest + left_open(highest, claim)};
    if (!claim.value.is_negative()) return range;
    const auto negated = [](const std::optional<Decimal>& end) {
        return end ? std::optional(end->negated()) : std::nullopt;
    };
    return {negated(range.most), negated(range.least)};
}

}  // namespace figbook
