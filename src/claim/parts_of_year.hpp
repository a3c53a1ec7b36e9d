// Quarters and halves: "the first quarter", "first-quarter", "Q1", "the second half of 2023", "H2".
//
//     part_of_some_year(reader, i)     // "the fourth quarter" in an article of May 2024: 2023-10-01..2023-12-31
#pragma once
#include "claim/time_reader.hpp"

namespace figbook {

// The quarter or half that starts at token i, none where there is none. Without a year it is the last one that is
// over, or the next where the sentence looks ahead.
std::optional<TimeExpression> part_of_some_year(const TimeReader& reader, std::size_t i);

}  // namespace figbook
