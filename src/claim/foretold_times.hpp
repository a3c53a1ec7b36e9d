// What was told to come, at a time that is over: "was told on Monday that it would fall on Wednesday".
//
//     put_behind_telling(frame, times)     // on Thursday: the Wednesday behind that Monday, and not the next
#pragma once
#include <vector>

#include "claim/time_expression.hpp"

namespace figbook {

void put_behind_telling(const SentenceFrame& frame, std::vector<TimeExpression>& times);

}  // namespace figbook
