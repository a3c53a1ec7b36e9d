// The fixed conversion rates of the currencies that joined the euro, from
// schema/rates/fixed-conversion-rates.csv.
//
//     fixed_rate("DEM")->per_euro   // 1.95583, since 1999-01-01
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "base/decimal.hpp"

namespace figbook {

struct FixedRate {
    std::string currency;
    std::string name;  // "German mark"
    Decimal per_euro;
    Date since;  // the day the currency joined the euro
};

// By code.
const std::vector<FixedRate>& fixed_rates();

// Null where the currency never joined the euro.
const FixedRate* fixed_rate(std::string_view currency);

}  // namespace figbook
