// Units of time and how many of them: the "five years" of "the past five years".
//
// Inside claim/ alone: relative_times and time_spans read with it.
#pragma once
#include <optional>

#include "claim/time_reader.hpp"

namespace figbook {

// How a unit of time is counted: in months or, below, in days.
struct Step {
    TimeGrain grain;
    int months;
    int days;
};

// The unit at token i: "year", "months", "week"; none for others and for hours.
std::optional<Step> step_at(const TimeReader& reader, std::size_t i);

// The grain of "year", "month", "quarter" and "week" at token i; none for others.
std::optional<TimeGrain> grain_at(const TimeReader& reader, std::size_t i);

// A whole number, up to 200, in digits or words, and where it ends.
struct Count {
    int count;
    std::size_t end;
};
std::optional<Count> count_at(const TimeReader& reader, std::size_t i);

// The week from Monday to Sunday, month, quarter or year that is `step` of its kind away from `now`'s.
Days neighbour(TimeGrain grain, Date now, int step);

// So many months, or else days, up to `now` or from it on.
Days rolling(Date now, int months, int days, bool coming);

}  // namespace figbook
