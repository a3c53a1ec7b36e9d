// The kinds of figures and how exact they are: what quantity/ finds and claims carry on. See claim/claim.hpp.
#pragma once
#include <string_view>

namespace figbook {

// money; percent; points (percentage or basis points); count (a number of things); measure (a physical unit);
// ratio (half, one in five); multiple (doubled, 2.5 times); number (bare: an index level).
enum class Kind { money, percent, points, count, measure, ratio, multiple, number };
enum class Bound { exact, about, over, under, at_least, at_most };
enum class Change { none, increase, decrease };

std::string_view name_of(Kind);
std::string_view name_of(Bound);
std::string_view name_of(Change);

// True for the UCUM codes of time: a measure of it is a duration.
bool is_time_unit(std::string_view unit);

}  // namespace figbook
