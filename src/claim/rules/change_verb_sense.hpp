// What a verb that may tell a move does with a figure: "loses 46 per cent of the water it buys", "drop a $66 billion bid", "lost
// $2". Inside claim/rules/ alone.
#pragma once
#include "claim/rules/change_rules.hpp"

namespace figbook {

class FigureOfVerb : protected MovedFigure {
 protected:
    using MovedFigure::MovedFigure;

    bool is_put_into(std::size_t verb) const;
    bool is_given_up(std::size_t verb) const;
    bool is_let_fall(std::size_t verb) const;
    bool is_part_lost(std::size_t verb) const;
    bool is_body_weight(std::size_t verb) const;
    bool is_of_value(std::size_t verb) const;
    bool says_how_high(std::size_t verb) const;
    bool is_area() const;
    bool is_of_capacity() const;
    bool is_of_output(std::size_t verb) const;
    bool is_price_of_traded(std::size_t verb) const;
    bool is_slow_pace(std::size_t behind_verb) const;
    bool is_raised_by_so_much(std::size_t verb) const;
    bool is_scored(std::size_t verb) const;
    bool is_supply_cut(std::size_t gap, std::size_t to) const;
    bool is_given_to(std::size_t verb, std::size_t gap, std::size_t to) const;
    bool is_part_of_things() const;
    bool is_of_worth(std::size_t at) const;
};

}  // namespace figbook
