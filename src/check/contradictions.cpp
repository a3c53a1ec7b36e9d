// The check `contradictions`: figures of one fact, in two articles, that cannot both be right. Which belong to one fact is
// said in track/fact_key.hpp, which are in conflict in track/comparison.hpp. A slip of a thousand times is left to the
// check `scale`.
#include <fmt/format.h>

#include "check/checks.hpp"
#include "check/conflicts.hpp"
#include "check/scale_slip.hpp"

namespace figbook {

std::optional<Finding> check_contradiction(const Conflict& conflict) {
    if (scale_slip(conflict.other.claim, conflict.shown.claim)) return std::nullopt;
    return finding_of(conflict,
                      fmt::format("\"{}\" is {} and {}: {}", conflict.shown.claim.subject,
                                  told_by(conflict.other), told_by(conflict.shown), conflict.reason));
}

}  // namespace figbook
