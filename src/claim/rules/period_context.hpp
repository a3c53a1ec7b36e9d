// One figure and one time of a sentence: can the time be of the figure, and which days is it then?
#pragma once
#include "claim/time_context.hpp"

namespace figbook {

// True where the time is told by its end: "at the end of June".
bool stands_at_end(const SentenceFrame& frame, const TimeExpression& time);
// The same, and where it is told by its start: "at the start of June".
bool stands_at_edge(const SentenceFrame& frame, const TimeExpression& time);

class PeriodContext {
 public:
    explicit PeriodContext(const SentenceFrame& frame) : frame_(frame) {}

 protected:
    Claim& claim(std::size_t i) const { return frame_.draft(i).claim; }
    const Quantity& quantity(std::size_t i) const { return frame_.draft(i).quantity; }

    Period period_of(const TimeExpression& time) const;
    Period baseline_of(const TimeExpression& time) const;
    void open(Period& period, const TimeExpression& time, std::size_t& begin) const;
    void put_back_start(TimeExpression& time) const;
    void put_back(std::size_t i, TimeExpression& time) const;
    bool is_too_late(const TimeExpression& time, std::size_t i) const;
    bool is_of_lasting(const Quantity& figure) const;
    bool says_which(std::size_t i) const;
    const Draft& told_first(std::size_t i) const;
    const Quantity& original(std::size_t i) const;
    bool happened(std::size_t i) const;
    bool is_span_before(std::size_t i, const TimeExpression& time) const;
    bool is_going_on(const TimeExpression& quarter) const;
    bool is_done(std::size_t i) const;
    bool turn_to_past(std::size_t i, TimeExpression& time) const;
    static void put_ahead(TimeExpression& time);
    void put_before_publication(TimeExpression& time) const;
    bool is_of_move_to_come(std::size_t i, const TimeExpression& time) const;
    bool lies_ahead(std::size_t i, const TimeExpression& time) const;

    const SentenceFrame& frame_;
    TimeContext context_{frame_};
};

}  // namespace figbook
