// The functions of the checks, one a file; check.cpp lists them.
#pragma once
#include <vector>

#include "check/check.hpp"

namespace figbook {

// conversions.cpp: amounts that the text gives in two currencies.
std::vector<Finding> check_conversions(const Database& database, const PublishedBetween& when);

}  // namespace figbook
