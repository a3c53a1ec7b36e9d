// Times whose unit was named before and is left out: "5% this year and 3% next", "in the year to June, against the previous
// one". Inside claim/ alone: relative_times asks here.
#pragma once
#include <optional>

#include "claim/time_reader.hpp"

namespace figbook {

// "1.2% this year and 1.4% next": the unit that was named before, where nothing but a mark follows.
std::optional<TimeGrain> unit_left_out(const TimeReader& reader, std::size_t i);

// The unit next to the publication's, told by the one word at i.
TimeExpression neighbour_of_unit(const TimeReader& reader, std::size_t i, TimeGrain grain, int direction);

// "£48m in the year to June, against £39m in | the previous one": of the unit that was named before; `end` is behind "one".
std::optional<TimeExpression> previous_one(const TimeReader& reader, std::size_t i, std::size_t end);

}  // namespace figbook
