// The rate that two amounts of a text imply, and how far their printed digits and bounds let it reach: step 1 of the method in
// check/conversion.hpp. And by which slip a wrong one may have come about.
//
//     stated_rates(euros, dollars).front().rate     // 1.038 for "€50 billion ($51.9 billion)"
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "claim/claim.hpp"

namespace figbook {

struct StatedAmount {
    Decimal value;
    std::optional<Decimal> high = std::nullopt;  // the upper end of a range
    Decimal resolution{1};                       // the worth of the last printed digit
    Bound bound = Bound::exact;
    std::string unit;           // ISO 4217
    bool unit_assumed = false;  // the text leaves the currency open
    bool is_bare = false;       // its own words do: "$5m", where others of the article are Canadian dollars
};

struct Interval {
    Decimal low;
    Decimal high;
};
bool meet(const Interval& a, const Interval& b);

// An amount, and the interval it stands for.
struct StatedSide {
    Decimal low;
    Decimal value;
    Decimal high;
};

// One conversion that the text states, and the rate it implies.
struct StatedRate {
    StatedSide original;
    StatedSide converted;
    Decimal rate;
    Interval range;
};

// One, or two for a range that restates a range. None where the figures allow no comparison.
std::vector<StatedRate> stated_rates(const StatedAmount& original, StatedAmount converted);

// How far off two positive numbers are: the larger over the smaller.
double times_apart(double a, double b);

struct RateSlip {
    std::string words;
    double distance;  // of the mended rate from the reference rate
};

// The likeliest slip that would make the stated conversion right; none where no known one does.
std::optional<RateSlip> find_slip(const StatedRate& stated, const Decimal& reference,
                                  const Interval& accepted);

}  // namespace figbook
