// A figure as the interval that its printed digits and its bound allow, for arithmetic with figures of a text.
//
//     printed_interval(claim)      // "1.4 percent": 1.35 to 1.45; "some 20": 18.5 to 21.5; "more than 20": 19.5 to 40.5
//
// Not exact: what is compared are roundings of a text, and ends that touch meet.
#pragma once
#include <optional>

#include "base/decimal.hpp"
#include "claim/claim.hpp"

namespace figbook {

struct RealInterval {
    double low = 0;
    double high = 0;

    double middle() const { return (low + high) / 2; }
};

RealInterval operator+(const RealInterval& a, const RealInterval& b);
RealInterval operator-(const RealInterval& a, const RealInterval& b);
// Of intervals above zero.
RealInterval operator*(const RealInterval& a, const RealInterval& b);
RealInterval operator/(const RealInterval& a, const RealInterval& b);
// By a factor above zero.
RealInterval scaled(const RealInterval& a, double factor);

// True where they have a number in common, or miss it by no more than the calculation may.
bool meet(const RealInterval& a, const RealInterval& b);

// Half of the worth of the last digit each side. Zeros at the end of a number that is written out and not below
// `rounded_from` may come from rounding; two digits count always. A bound widens it: `about` by a twentieth each side, `over` and
// `at_least` up to twice the figure, `under` and `at_most` down to half of it. The sign is left out: a loss of 5 is 5.
RealInterval printed_interval(const Claim& claim, const Decimal& rounded_from = Decimal(1, 3));

// What a figure's digits and words leave open, exactly and with its sign, for readers: where they set no end, it has none.
//
//     stated_range(claim)          // "1.4 percent": 1.35 to 1.45; "over 20": 20 and more; "up to 5": 5 and less
struct StatedRange {
    std::optional<Decimal> least;
    std::optional<Decimal> most;
};
StatedRange stated_range(const Claim& claim);

}  // namespace figbook
