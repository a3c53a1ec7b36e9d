#include "check/check.hpp"

#include <algorithm>

#include "check/checks.hpp"

namespace figbook {

const std::vector<Check>& all_checks() {
    static const std::vector<Check> checks{
        {"conversions", "amounts given in two currencies, against the reference rate of the day",
         check_conversions},
        {"units", "measures given in two units, against the exact factor", check_units},
        {"change", "rises and falls, against the figures that they go from and to", check_changes},
        {"shares", "parts and shares, against the whole that they are of", check_shares},
        {"scale", "one figure given twice, in one article or in two, a thousand times apart", check_scale},
        {"contradictions", "figures of one thing, in two articles, that cannot both be right",
         check_contradictions},
    };
    return checks;
}

const Check* find_check(std::string_view name) {
    const auto& checks = all_checks();
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.name == name; });
    return found == checks.end() ? nullptr : &*found;
}

}  // namespace figbook
