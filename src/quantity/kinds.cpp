#include "quantity/kinds.hpp"

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

}  // namespace figbook
