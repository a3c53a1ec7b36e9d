// The digits of one number as they are printed, with every grouping that news uses, as an exact decimal.
//
//     read_printed("1,234.5")      // 1234.5, one place behind the point, grouped
//     read_printed("12,34,567")    // 1234567: Indian grouping
//     read_printed("10.3.5")       // none
//
// Signs, magnitudes and groups behind a space are read around it, by number.cpp.
#pragma once
#include <optional>
#include <string_view>

#include "base/decimal.hpp"

namespace figbook {

struct Printed {
    Decimal value;
    int places = 0;        // digits behind the point
    bool grouped = false;  // thousands separators or a point: no day, year or page number looks so
};

std::optional<Printed> read_printed(std::string_view text);

// "1.1^23", "2.5^-1": rounded to 15 digits where it is not exact; none where it leaves the bounds of a decimal.
std::optional<Decimal> raised_to(const Decimal& base, int exponent);

}  // namespace figbook
