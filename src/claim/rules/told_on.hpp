// A figure without a time of its own whose sentence tells on of the time that an earlier figure has: by a further deed, by
// what came of it, or by what it was worth.
//
//     const ToldOn told_on(frame, times);
//     told_on.of(i)      // "opened 37 cafes in May and shut 12": the draft of "37 cafes" for that of "12"
//
// In: the sentence's drafts, to which claim/rules/period.cpp has given the times that stand beside them. Nothing is
// written down here.
#pragma once
#include <optional>
#include <vector>

#include "claim/time_expression.hpp"

namespace figbook {

class ToldOn {
 public:
    ToldOn(const SentenceFrame& frame, const std::vector<TimeExpression>& times)
        : frame_(frame), times_(times) {}

    // The figure whose time figure i has; none where it is told of something else, or of no time.
    std::optional<std::size_t> of(std::size_t i) const;

 private:
    static constexpr std::size_t furthest = 40;  // tokens between the two

    const Claim& claim(std::size_t i) const { return frame_.draft(i).claim; }
    const Quantity& quantity(std::size_t i) const { return frame_.draft(i).quantity; }

    std::optional<std::size_t> timed_before(std::size_t i) const;
    bool is_passed_over(std::size_t i) const;
    bool has_time_between(std::size_t begin, std::size_t end) const;
    bool acts(std::size_t begin, std::size_t end) const;
    bool leaves(std::size_t begin, std::size_t end) const;
    bool is_by_deadline(std::size_t base) const;
    bool is_same_measure(std::size_t base, std::size_t i) const;
    bool tells_on(std::size_t base, std::size_t i) const;
    bool was_expected(std::size_t joint, std::size_t figure) const;
    bool is_second_deed(std::size_t base, std::size_t i) const;
    bool is_outcome(std::size_t base, std::size_t i) const;
    bool is_looked_back_at(std::size_t i) const;
    bool is_compared_with(std::size_t i) const;
    bool is_compared_level(std::size_t i) const;
    std::size_t before_saying(std::size_t begin, std::size_t end) const;
    bool is_by_participle(std::size_t begin) const;
    bool is_next_deed(std::size_t comma) const;
    bool is_object_of(std::size_t base, std::size_t i) const;
    bool comes_with(std::size_t base, std::size_t i) const;

    const SentenceFrame& frame_;
    const std::vector<TimeExpression>& times_;
};

}  // namespace figbook
