// What the words around a move say of it: that it goes on, is of something else, or may be a range. No arithmetic.
//
//     MoveWords words(move, claims, text);     // "fell $1.25, or 1.4 percent, to $88.95"
//     words.make_one_change()                  // true: the amount and the percentage are of one fall
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "check/check_words.hpp"
#include "check/moves.hpp"

namespace figbook {

class MoveWords {
 public:
    MoveWords(const Move& move, const std::vector<Claim>& claims, std::string_view text)
        : move_(move), claims_(claims), text_(text) {}

    // Of a move with both ends: "to 120, then to 130".
    bool go_onward() const;
    // "raises its target by 20 million to 353 million, from 240 million currently": it is the target that is raised.
    bool are_of_target() const;
    // "Sales to gain 9% to 80bn yen (from 78bn yen previously)": what was expected before, and not where they were.
    bool are_of_forecast_before() const;
    // "fall by $15m to $20m from $90m": the amount and where the move ends may be one range.
    bool tell_by_range(const Claim& amount) const;
    // "From a negative $1bn to a positive $397m": below zero and above it.
    bool have_sign() const;
    // The sentence is of what grows as it falls, of a range or of estimates.
    bool leave_direction_open() const;
    // They go one way, and there is no range that they may be of.
    bool tell_direction() const;
    // "loans at a low 0.1 percent, to 30 trillion from 20 trillion": the percentage is no change.
    bool are_of_rate() const;
    // "doubled and doubled again from 4 million to 25 million"
    bool are_of_repeated() const;
    bool are_beside_another(const Claim& amount) const;
    // "fell $1.25, or 1.4 percent", "fell 1.4 percent ($1.25)"; "rose by $5m, a rise of 9% since May" are two.
    bool make_one_change() const;
    // Those by which a change may be on another basis than its figures; "" for none.
    std::string_view other_basis() const;

 private:
    const Claim& from() const { return claims_[*move_.from]; }
    const Claim& to() const { return claims_[*move_.to]; }
    bool rises() const { return move_.direction == Change::increase; }
    bool say(CheckWord word) const;
    bool may_be_range() const;
    bool are_in_bracket_behind() const;
    std::string_view between(std::size_t a, std::size_t b) const;
    std::string_view between_ends() const { return between(*move_.from, *move_.to); }
    std::string_view lead() const;
    std::string_view sentence() const;

    const Move& move_;
    const std::vector<Claim>& claims_;
    std::string_view text_;
};

}  // namespace figbook
