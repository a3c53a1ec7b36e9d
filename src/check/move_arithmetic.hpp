// Does a move add up? "Profit rose 40% to €120m from €100m" does not: it is 20 %. A pure function of the claims.
//
//     for (const Move& move : find_moves(text, claims))
//         if (const auto check = check_move(move, claims, text)) check->verdict ...
//
// Method. What follows from two of the figures is compared with what the text says, each as the interval of its printed
// digits and its bound (real_interval.hpp); it is off where they do not meet.
// - from and to: the percentage, the amount, the percentage points, the multiple, and whether it is up or down.
// - one end and the amount: the percentage ("fell $1.25, or 1.4 percent, to $88.95").
// - "doubled" and its like are said of what is within a tenth; "more than doubled" of up to three times as much.
// A percentage that may be of something else (at an annual rate, without currency effects, against another time) is no
// fault of the text: it cannot be checked.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/moves.hpp"
#include "check/verdict.hpp"

namespace figbook {

struct MoveCheck {
    Verdict verdict = Verdict::cannot_check;
    std::string explanation;          // a sentence without a full stop
    std::vector<std::size_t> claims;  // that were compared, in the order of the text
};

// None where the move has nothing to compare.
std::optional<MoveCheck> check_move(const Move& move, const std::vector<Claim>& claims,
                                    std::string_view text);

}  // namespace figbook
