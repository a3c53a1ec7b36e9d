// What stands around a time makes it what a change is measured from ("compared to 2023", "than in July"), the beginning of a
// span that lasts ("since 2022"), or open at one end ("before 2010"). In: a time that was read, of its sentence; it is filled.
//
// Inside claim/ alone: time_expression asks it for each time.
#pragma once
#include "claim/time_reader.hpp"

namespace figbook {

// Fills is_baseline, opens_span and open_end. A time without a year is put back by one where that shows that it is over.
void read_surroundings(const TimeReader& reader, TimeExpression& time);

}  // namespace figbook
