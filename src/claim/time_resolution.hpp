// Times of a sentence that are told from one another: "a year earlier", "March 2021, up from … in February", "the same
// month in 2019", "2021 and 2022" as one time, "last year, compared to 2023".
//
//     resolve_times(frame, times)     // after find_times(): days are filled in, times that are one are joined
#pragma once
#include <vector>

#include "claim/time_expression.hpp"

namespace figbook {

// True where one of them was told from the time of a figure before the sentence.
bool resolve_times(const SentenceFrame& frame, std::vector<TimeExpression>& times);

// True where nothing but commas, "and", "in" and the like stands between the tokens: a list goes on.
bool is_list_joint(const SentenceFrame& frame, std::size_t begin, std::size_t end);

}  // namespace figbook
