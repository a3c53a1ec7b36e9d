// Which figure of its sentence a time is of: the one before it, unless the time opens a clause of its own, leads to the
// next figure, or stands behind a part that is put in between commas. In: the sentence's drafts and its times. Nothing is
// written down here: claim/rules/period.cpp does that.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "claim/rules/event_times.hpp"
#include "claim/rules/period_context.hpp"
#include "claim/rules/shared_times.hpp"
#include "claim/rules/told_on.hpp"
#include "claim/time_expression.hpp"

namespace figbook {

class TimeOwner : protected PeriodContext {
 public:
    explicit TimeOwner(const SentenceFrame& frame) : PeriodContext(frame), times_(find_times(frame)) {}

 protected:
    static constexpr std::size_t furthest = 24;    // tokens between a figure and its time
    static constexpr std::size_t behind_time = 9;  // tokens from a time's beginning to the figure behind it

    bool opens_a_clause(const TimeExpression& time) const;
    bool is_part_of(std::size_t whole) const;
    bool has_auxiliary(std::size_t begin, std::size_t end) const;
    bool has_comma(std::size_t begin, std::size_t end) const;
    bool acts(std::size_t begin, std::size_t end) const;
    bool is_deadline(const TimeExpression& time) const;
    bool is_span_ahead(const TimeExpression& time, std::size_t i) const;
    bool is_of_leading_whole(std::size_t i, const TimeExpression& time) const;
    bool is_set_in(std::size_t i, const TimeExpression& time) const;
    bool tells_of_parts(std::size_t i, TokenRange own) const;
    std::size_t first_of_part(std::size_t i) const;
    bool is_put_in(std::size_t i, const TimeExpression& time) const;
    bool is_comparison_aside(std::size_t i, TokenRange own) const;
    bool is_behind_comparison(std::size_t i, const TimeExpression& time) const;
    bool is_between_dashes(std::size_t i, const TimeExpression& time) const;
    bool is_subject(const TimeExpression& time) const;
    bool is_of_named_parts(std::size_t t) const;
    bool is_told_behind_who(std::size_t i, std::size_t t) const;
    bool is_in_subject_clause(std::size_t i, const TimeExpression& time) const;
    bool opens_told_of_part(std::size_t comma) const;
    bool is_told_by(std::size_t i, const TimeExpression& time) const;
    bool is_where_they_were_hurt(std::size_t i) const;
    bool is_about_event(std::size_t i, const TimeExpression& time) const;
    bool is_feared(std::size_t i, const TimeExpression& time) const;
    bool is_of_crime(std::size_t i, const TimeExpression& time) const;
    bool is_reached_by_next(const TimeExpression& time, std::size_t before) const;
    bool is_of_second_move(std::size_t i, const TimeExpression& time) const;
    std::optional<std::size_t> reached_in(const TimeExpression& time) const;
    std::optional<std::size_t> brought_in(const TimeExpression& time) const;
    bool is_of_own_clause(std::size_t i, const TimeExpression& time) const;
    bool opens_told_of_noun(std::size_t comma, std::size_t time) const;
    bool says_on(std::size_t joint, std::size_t time) const;
    bool is_measured_in_next_clause(std::size_t i, const TimeExpression& time) const;
    bool tells_of_outlook(std::size_t begin, const TimeExpression& time) const;
    bool is_of_other_event(std::size_t i, const TimeExpression& time) const;
    bool is_promised_then(const TimeExpression& time, std::size_t i) const;
    bool is_to_come_of_deed(const TimeExpression& time, std::size_t figure) const;
    bool is_past_verb(std::size_t k) const;
    bool is_of_earlier_move(const TimeExpression& time, std::size_t i) const;
    bool is_of_answer(const TimeExpression& time, std::size_t i) const;
    std::optional<std::size_t> moved_in(const TimeExpression& time) const;
    std::optional<std::size_t> figure_listed_behind(const TimeExpression& time) const;
    bool is_verb(std::size_t i) const;
    std::optional<std::size_t> figure_before(const TimeExpression& time) const;
    bool is_inside_time(std::size_t i) const;
    bool is_length_of(std::size_t i) const;
    bool is_colon(std::size_t k) const;
    bool says_when(const TimeExpression& time, std::size_t before) const;
    bool takes_to_next(const TimeExpression& time, std::size_t before) const;
    bool acts_between(std::size_t from, std::size_t to, std::size_t before) const;
    bool is_of_number_between(std::size_t from, const TimeExpression& time) const;
    bool leads_the_next(const TimeExpression& time, std::size_t before) const;

    std::vector<TimeExpression> times_;
    SharedTimes shared_{frame_, times_};
    ToldOn told_on_{frame_, times_};
    EventTimes event_times_{frame_, times_};
};

}  // namespace figbook
