// Numbers that are the result of a game or of a vote: "won 3-1", "voted 52-48", "218 votes to 210".
#pragma once
#include "quantity/surroundings.hpp"

namespace figbook {

bool is_score(const Surroundings& around);

}  // namespace figbook
