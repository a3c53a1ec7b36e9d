// Figures that are told of an event in a clause that hangs on it, with the time that stands beside the event:
// "the 2017 fire, in which 72 people died", "an attack on the port on Sunday that killed nine", "the Oct. 7 attacks, which
// officials say killed 1,200". And the shares that a poll found, with the time of its asking.
//
//     const EventTimes event_times(frame, times);
//     event_times.of(i)      // by its place in `times`, that of "2017" for "72 people"
//
// In: the sentence's drafts and its times. Nothing is written down here: claim/rules/period.cpp does that.
#pragma once
#include <optional>
#include <vector>

#include "claim/time_expression.hpp"

namespace figbook {

class EventTimes {
 public:
    EventTimes(const SentenceFrame& frame, const std::vector<TimeExpression>& times)
        : frame_(frame), times_(times) {}

    std::optional<std::size_t> of(std::size_t i) const;

    // "according to a poll conducted in late July"
    bool is_of_poll(const TimeExpression& time) const;
    // A share that such a poll may have found.
    bool may_be_asked(std::size_t i) const;

 private:
    std::optional<std::size_t> clause_opener(std::size_t i) const;
    bool tells_of_the_past(std::size_t opener, std::size_t i) const;
    std::optional<std::size_t> told_before(std::size_t i) const;
    bool happened_then(const TimeExpression& time, bool aside) const;
    bool joins(std::size_t begin, std::size_t end) const;
    bool is_of_event(const TimeExpression& time, std::size_t end) const;

    const SentenceFrame& frame_;
    const std::vector<TimeExpression>& times_;
};

}  // namespace figbook
