// Do parts fit into their whole, and is a share what its part and whole make it? Pure functions of the claims.
//
//     check_parts(parts, claims)->verdict      // "12 people, including 14 children": off
//     check_share(share, claims).verdict       // "14 of the 120 members, or 22%": off, it is 11.7 %
//
// Method. Each figure is the interval of its printed digits and its bound (real_interval.hpp). Off is a part, or the sum
// of parts, whose lowest value is larger than the largest of the whole; a sum of all parts that does not meet the whole;
// a share that does not meet the quotient. Shares in words ("a third") are a tenth looser.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "check/parts.hpp"
#include "check/verdict.hpp"

namespace figbook {

struct ShareCheck {
    Verdict verdict = Verdict::cannot_check;
    std::string explanation;  // a sentence without a full stop
};

// None where nothing follows: percentages that are less than a hundred may have others beside them.
std::optional<ShareCheck> check_parts(const Parts& parts, const std::vector<Claim>& claims);
ShareCheck check_share(const StatedShare& share, const std::vector<Claim>& claims);

}  // namespace figbook
