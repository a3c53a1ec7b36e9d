// The functions of the checks, one a file; check.cpp lists them.
#pragma once
#include <optional>
#include <vector>

#include "check/check.hpp"

namespace figbook {

// conversions.cpp: amounts that the text gives in two currencies.
std::vector<Finding> check_conversions(const Database& database, const PublishedBetween& when);
// change.cpp: what a rise or fall is by the figures it goes from and to.
void check_changes(const StoredArticle& article, std::vector<Finding>& findings);
// units.cpp: measures that the text gives in two units.
void check_units(const StoredArticle& article, std::vector<Finding>& findings);
// shares.cpp: parts larger than their whole, parts that do not add up, shares that are not what they are of.
void check_shares(const StoredArticle& article, std::vector<Finding>& findings);
// contradictions.cpp: figures of one fact, in two articles, that cannot both be right.
std::optional<Finding> check_contradiction(const Conflict& conflict);
// scale.cpp: one figure twice, once in millions and once in billions, in one article or in two.
void check_scale(const StoredArticle& article, std::vector<Finding>& findings);
std::optional<Finding> check_scale(const Conflict& conflict);

}  // namespace figbook
