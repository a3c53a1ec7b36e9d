// Which figures of a sentence are told as one with the figure before them, so that they have its time: the ends of one move,
// what is set behind a comma, the parts of it. Nothing is written down here: claim/rules/period_carrier.cpp does that.
#pragma once
#include "claim/rules/time_owner.hpp"

namespace figbook {

class TimeCarrier : protected TimeOwner {
 public:
    explicit TimeCarrier(const SentenceFrame& frame) : TimeOwner(frame) {}

 protected:
    bool is_set_between(std::size_t inner, std::size_t i) const;
    bool turns(std::size_t i) const;
    bool is_behind_after(std::size_t i) const;
    bool ends_move(std::size_t i) const;
    bool is_level_of_move(std::size_t i, std::size_t before) const;
    bool is_part_behind(std::size_t i) const;
    bool is_aside(std::size_t i) const;
    bool is_compared_figure(std::size_t i) const;
    bool is_end_of_timed_move(std::size_t i) const;
    bool is_told_again(std::size_t i) const;
    bool is_of_forecast_compared(const TimeExpression& time) const;
    bool is_end_of_move(std::size_t i, const TimeExpression& time) const;
    bool is_late_on(const TimeExpression& time) const;
    bool is_set_behind(std::size_t i) const;
    bool is_time_of_base(const TimeExpression& time, std::size_t i) const;
    bool is_beside_start(const TimeExpression& time, std::size_t i) const;
    bool is_apart_from_recent(const TimeExpression& time, std::size_t i) const;
    bool is_day_to_come(const TimeExpression& time, std::size_t i) const;
    bool is_included(std::size_t i) const;

 private:
    bool told_right_behind(std::size_t i, const TimeExpression& time) const;

    static constexpr std::size_t longest_noun = 10;  // tokens of "rise in second-quarter operating profit to"
};

}  // namespace figbook
