// Decades of the calendar as times: "by the end of the decade", "this decade". Inside claim/ alone: relative_times asks here.
#pragma once
#include <optional>

#include "claim/time_reader.hpp"

namespace figbook {

// The "the decade" or "the next decade" at token i, behind "the end of" or "the start of"; `direction` is 1 for "next".
std::optional<TimeExpression> edge_of_decade(const TimeReader& reader, std::size_t i,
                                             std::optional<int> direction);

// "this decade", with its noun at `noun`; none where `direction` is not that of the one that runs, 0.
std::optional<TimeExpression> this_decade(const TimeReader& reader, std::size_t i, std::size_t noun,
                                          int direction);

}  // namespace figbook
