// The pairs of figures of one fact that cannot both be right, for the checks that speak of them.
//
//     for_each_conflict(database, when, [&](const Conflict& conflict) { ... });
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "check/check.hpp"
#include "track/facts.hpp"

namespace figbook {

struct Conflict {
    const Fact& fact;
    const ToldClaim& other;
    const ToldClaim& shown;
    const std::string& reason;
    std::vector<const ToldClaim*> others;  // all that the finding is about beside `shown`
};

// Of each fact that several articles tell, each figure that is in conflict with some before it, once. `shown` is the later
// one; where only the article of an earlier one is among those asked for, that one. Each end of each conflict is so in
// `shown` or `others`.
void for_each_conflict(const Database& database, const PublishedBetween& when,
                       const std::function<void(const Conflict&)>& visit);
// Of one fact, whenever its articles came out.
void for_each_conflict_of(const Database& database, std::int64_t fact_id,
                          const std::function<void(const Conflict&)>& visit);

// "2.4% (Statistics Office, 2025-02-12)"
std::string told_by(const ToldClaim& told);

// A finding of both, with the sentences of both.
Finding finding_of(const Conflict& conflict, std::string explanation);

}  // namespace figbook
