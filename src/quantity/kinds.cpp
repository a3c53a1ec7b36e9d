#include "quantity/kinds.hpp"

#include <algorithm>
#include <array>

namespace figbook {

std::string_view name_of(Kind value) {
    static constexpr std::array<std::string_view, 8> names{"money",   "percent", "points",   "count",
                                                           "measure", "ratio",   "multiple", "number"};
    return names.at(static_cast<std::size_t>(value));
}

std::string_view name_of(Bound value) {
    static constexpr std::array<std::string_view, 6> names{"exact", "about",    "over",
                                                           "under", "at_least", "at_most"};
    return names.at(static_cast<std::size_t>(value));
}

std::string_view name_of(Change value) {
    static constexpr std::array<std::string_view, 3> names{"none", "increase", "decrease"};
    return names.at(static_cast<std::size_t>(value));
}

bool is_time_unit(std::string_view unit) {
    static constexpr std::array<std::string_view, 7> units{"a", "mo", "wk", "d", "h", "min", "s"};
    return std::find(units.begin(), units.end(), unit) != units.end();
}

}  // namespace figbook
