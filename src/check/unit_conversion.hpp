// Is a conversion between two units of measure that a text states right? "230 km/h (143 mph)". A pure function.
//
//     check_unit_conversion(kilometres, miles).verdict      // Verdict::consistent
//
// Method. Each figure is the interval of its printed digits (real_interval.hpp); both are brought into the second unit
// with the exact factors of unit_factors.hpp, and the conversion is consistent where they come within a fortieth of
// each other: papers round to fives ("60 mph (95 km/h)") and calculate with 1.6 and 2.2. Temperatures must come within
// six tenths of a degree Celsius. What is compared is the printed figures: of the bounds only "about" widens them, and "over"
// a round one beside an exact one.
// - A range has its ends converted one by one; a range against one figure is taken as a whole.
// - A temperature may be one of a scale (2 °C is 35.6 °F) or a difference (3.6 °F): either is right, but where the text
//   says that it is a difference ("rose by 2C").
// - Where a word has two units (tons, gallons, pints, sailors' miles) and the other would fit, it cannot be checked.
#pragma once
#include <optional>
#include <string>

#include "check/unit_factors.hpp"
#include "check/verdict.hpp"
#include "claim/claim.hpp"

namespace figbook {

struct UnitCheck {
    Verdict verdict = Verdict::cannot_check;
    std::string explanation;         // a sentence without a full stop
    std::optional<double> expected;  // what the first figure is in the unit of the second
    std::string factor;              // "1 mile = 1.609344 km", with its source; "" for temperatures
};

// `converted` restates `original` in another unit; `is_difference`: the text says by how much something moved. None where one of the units is not known, or they measure different
// things.
std::optional<UnitCheck> check_unit_conversion(const Claim& original, const Claim& converted,
                                               bool is_difference = false);

}  // namespace figbook
