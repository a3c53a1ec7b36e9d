// What the rules for moves share: a figure and the words around it.
#pragma once
#include <optional>
#include <string_view>

#include "claim/draft.hpp"

namespace figbook {

struct Move {
    Role role;
    Change change;
    std::string_view rule;
    TokenRange words;  // that say that it moved
};

inline Change direction(const ChangeWord& word) {
    return word.increase ? Change::increase : Change::decrease;
}

class MovedFigure {
 public:
    MovedFigure(const SentenceFrame& frame, std::size_t index)
        : frame_(frame), words_(vocabulary()), index_(index), quantity_(frame.draft(index).quantity) {}

 protected:
    std::size_t begin() const { return quantity_.begin; }
    std::size_t behind() const { return quantity_.end; }
    const Tokens& tokens() const { return frame_.document.tokens; }
    bool is_rate() const {
        return quantity_.kind == Kind::percent || quantity_.kind == Kind::points ||
               quantity_.kind == Kind::ratio || quantity_.kind == Kind::multiple ||
               quantity_.kind == Kind::number;
    }
    // A price or a level, and nothing that is counted.
    bool is_worth() const {
        return quantity_.kind == Kind::money || quantity_.kind == Kind::percent ||
               quantity_.kind == Kind::number || quantity_.unit == "points";
    }

    bool is_minor_money() const { return quantity_.kind == Kind::money && quantity_.rule == "money.minor"; }

    // "bigger-than-[expected]": a word of how large the figure is, in five tokens.
    bool is_than_compound(std::size_t last) const;
    std::size_t preposition_before() const;
    std::optional<std::size_t> before_described(std::size_t at) const;
    std::optional<std::size_t> before_owner(std::size_t at) const;
    bool tells_which(std::size_t i) const;
    bool is_left_behind(std::size_t from) const;
    bool is_gone_to(std::size_t to) const;
    bool is_hung_on(std::size_t verb) const;
    bool is_put_on_list(std::size_t verb) const;
    bool is_of_what_is_cut(std::size_t participle) const;
    bool is_noun_here(std::size_t i) const;
    bool is_noun_of(std::size_t i) const;

    const SentenceFrame& frame_;
    const Vocabulary& words_;
    std::size_t index_;
    const Quantity& quantity_;
};

// The role of figure `index` where nothing moves: a ratio is a share; a percentage is one where it is "of" something.
Role role_at_rest(const SentenceFrame& frame, std::size_t index);

// "…, 31% in Turin", "while 20% disagreed", "to Tamm's 32%": a percentage that is a share because one before it is.
bool is_share_told_on(const SentenceFrame& frame, std::size_t index);

// "won 30%, double that of the Greens": how many times what others have, so that nothing moved.
bool is_compared_with_others(const SentenceFrame& frame, std::size_t index);

// "double | the norm", "more than double | what it was": it says how large something is beside another; no verb as in "to
// double the fee".
bool is_double_of_other(const SentenceFrame& frame, std::size_t index);

// "31% more than", "£4m down on last year"
std::optional<Move> moved_by_comparison(const SentenceFrame& frame, std::size_t index);

// "rose 5%", "cut its forecast to 1.1%", "capacity to reach 30 gigawatts from 9": none where no verb moves it.
std::optional<Move> moved_by_verb(const SentenceFrame& frame, std::size_t index);

// "put the fall at 7.5%", "posts are to go", "a 2.5% pay offer": a move that no verb beside the figure tells.
std::optional<Move> told_move(const SentenceFrame& frame, std::size_t index);

// The figure goes on with the move of the one before: "rose 5% to $2bn, or 3%", "fell 1%, the Dax 2%".
std::optional<Move> end_of_carried_move(const SentenceFrame& frame, std::size_t index);
std::optional<Move> carried_move(const SentenceFrame& frame, std::size_t index);

// Both ends of a move are told per the same, and say which way it went where the verb does not. Behind the roles of all figures.
void settle_ends_of_moves(const SentenceFrame& frame);

// "Petrol rose 1.7% and rents 0.4%": the word at `i`, which may be a verb too, is what figure `index` is said of.
bool is_gapped_noun(const SentenceFrame& frame, std::size_t i, std::size_t index);

}  // namespace figbook
