// The functions of the checks, one a file; check.cpp lists them.
#pragma once
#include <vector>

#include "check/check.hpp"

namespace figbook {

// conversions.cpp: amounts that the text gives in two currencies.
std::vector<Finding> check_conversions(const Database& database, const PublishedBetween& when);
// change.cpp: what a rise or fall is by the figures it goes from and to.
std::vector<Finding> check_changes(const Database& database, const PublishedBetween& when);
// units.cpp: measures that the text gives in two units.
std::vector<Finding> check_units(const Database& database, const PublishedBetween& when);
// shares.cpp: parts larger than their whole, parts that do not add up, shares that are not what they are of.
std::vector<Finding> check_shares(const Database& database, const PublishedBetween& when);
// contradictions.cpp: figures of one fact, in two articles, that cannot both be right.
std::vector<Finding> check_contradictions(const Database& database, const PublishedBetween& when);
// scale.cpp: one figure twice, once in millions and once in billions.
std::vector<Finding> check_scale(const Database& database, const PublishedBetween& when);

}  // namespace figbook
