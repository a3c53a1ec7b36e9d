// Seasons as times: "last summer", "in the autumn", "the spring of 2023". Each is three months of the calendar.
//
//     season_at(reader, i)           // 6, the first month, for "summer"
//     told_season(reader, i, i + 1, -1)     // "last summer", with the season at i + 1
#pragma once
#include <optional>

#include "claim/time_reader.hpp"

namespace figbook {

// The season's first month; none where the token is no season.
std::optional<unsigned> season_at(const TimeReader& reader, std::size_t i);

// The season before the publication (-1), the one that runs (0) or the next (1).
TimeExpression told_season(const TimeReader& reader, std::size_t begin, std::size_t at, int direction);

}  // namespace figbook
