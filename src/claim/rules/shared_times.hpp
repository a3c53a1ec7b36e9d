// What figures of a sentence have in common of their times: by pairs, with what they are set against or joined to, and
// from one clause of a move to the next. In: the sentence's drafts, to which claim/rules/period.cpp has given the times
// that stand beside them, and those times. Out: period and baseline of figures that had none.
//
//     SharedTimes shared(frame, times);
//     shared.match_pairs();   // "grow 1% this year and 2% next, against the 3% and 4% it forecast in May"
//     shared.share();         // "$2.9bn in the quarter, against a forecast of $2.8bn"
#pragma once
#include <vector>

#include "claim/time_expression.hpp"

namespace figbook {

class SharedTimes {
 public:
    SharedTimes(const SentenceFrame& frame, const std::vector<TimeExpression>& times)
        : frame_(frame), times_(times) {}

    void match_pairs() const;
    bool is_reached_at(std::size_t i) const;
    // "3,800 fines worth 2.3 billion reais", "2.3 tonnes of cocaine worth €80m": told with the figure before it.
    bool is_worth_of(std::size_t i) const;
    // "gained 20% so far this year and its technology names 54%": the verb and its time are not said again.
    bool is_gapped(std::size_t i) const;
    // ", a drop of 19%"
    bool is_noun_of_move(std::size_t i) const;
    // ", leaving the annual rate at 6%": the move of the sentence by which figure i was reached.
    std::optional<std::size_t> move_that_left(std::size_t i) const;
    void share() const;
    void share_with_accident() const;
    // Of the baseline that stands behind the last of several: "by 43% by 2030 and 60% by 2035 from 2019 levels".
    void share_baselines_back() const;

 private:
    static constexpr std::size_t furthest = 24;  // tokens between a figure and the one it shares with

    Claim& claim(std::size_t i) const { return frame_.draft(i).claim; }
    const Quantity& quantity(std::size_t i) const { return frame_.draft(i).quantity; }
    std::size_t behind(std::size_t i) const;

    bool is_pair(std::size_t i) const;
    bool has_time_between(std::size_t begin, std::size_t end) const;
    bool acts(std::size_t begin, std::size_t end) const;
    bool is_start_of_outlook(std::size_t i) const;
    bool is_forecast_behind(std::size_t i) const;
    bool is_set_against(std::size_t i) const;
    bool is_joined_by_on(std::size_t i) const;
    bool is_equal_to(std::size_t i) const;
    bool is_price_behind_time(std::size_t i) const;
    bool is_participle_of_move(std::size_t i) const;
    bool is_of_same_move(std::size_t i) const;
    bool is_duration_of(std::size_t i) const;
    std::size_t clause_of(std::size_t i) const;
    std::optional<std::size_t> moved_by(std::size_t i, std::size_t begin) const;
    void take(std::size_t to, std::size_t from) const;

    const SentenceFrame& frame_;
    const std::vector<TimeExpression>& times_;
};

}  // namespace figbook
