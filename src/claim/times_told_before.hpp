// The times that an earlier sentence tells something to be of, for a time or a figure that leans on it ("two years later",
// "since then").
//
//     const auto told = times_told_before(frame, 1);      // of the sentence just before
#pragma once
#include <optional>
#include <vector>

#include "claim/time_expression.hpp"

namespace figbook {

// In the order of the text, without what is compared with and when it was said; none where there is no sentence so many
// (`back`, from 1) before, or it is not read.
std::optional<std::vector<TimeExpression>> times_told_before(const SentenceFrame& frame, std::size_t back);

}  // namespace figbook
