// Hands the time of a figure on to those that are told with it and have none: the other figures of its move, what is set
// behind it, what it is an alternative to, and what is related to it. Which they are is asked of TimeCarrier and its like;
// here it is written down, and by which rule. claim/rules/period.cpp says first which figure has which time by itself.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/rules/time_carrier.hpp"

namespace figbook {

class PeriodCarrier : protected TimeCarrier {
 public:
    using TimeCarrier::TimeCarrier;

 protected:
    void carry_on() const;
    void share_baselines() const;
    void measure_from_starts() const;
    void inherit_from_relations() const;
    void take_time_counted_from() const;
    void take_time_after_start() const;
    void take_day_of_market() const;
    void keep_to_last_days() const;
    void part_ends_of_years() const;
    void end_when_said() const;

    // Writes down by which rule figure i has that time.
    void tell(std::size_t i, Field field, std::string_view rule, const TimeExpression& time) const;
    // The same where it has the time of another figure.
    void tell(const Draft& to, Field field, std::string_view rule, const Draft& from) const;

    void take_period(std::size_t to, std::size_t from) const;

    std::vector<std::size_t> owner_;  // the figure that each of the times is of

 private:
    void carry_back() const;
    void carry_to_asides() const;
    void carry_into_list() const;
    bool is_told_of_before(std::size_t i) const;
    void measure_from_bracket(std::size_t i) const;
    void carry_over_starts() const;
    void share_with_alternatives() const;
    bool is_alternative(std::size_t i) const;
    const Draft* told_back_from(const TimeExpression& time) const;
    std::optional<std::size_t> held_against(std::size_t i) const;
    struct ToldPeriod {
        Period period;
        std::size_t figure;  // the token by which it was told
    };
    static constexpr int shortest_month = 27;  // days from the first to the last
    std::optional<ToldPeriod> told_after(const Period& earlier) const;
    std::optional<Period> measured_from(std::size_t i) const;
    bool moved_on_market(std::size_t i) const;
    std::optional<TimeExpression> day_of_market() const;
    std::optional<Date> said_on() const;
    bool is_told_twice(const TimeExpression& time) const;
    bool is_stock(std::size_t i) const;
    bool is_one_move(std::size_t i) const;
    bool is_joined_to(std::size_t i) const;
    bool is_doer_of(std::size_t i) const;
    bool is_joint_subject(std::size_t i) const;
    bool is_joined_since(std::size_t i) const;
    bool is_taken_so_far(std::size_t i) const;
    bool has_time_right_behind(std::size_t i) const;
    void carry_over_clauses() const;
    bool closes_with_time(std::size_t i) const;
    bool is_clause_joined(std::size_t i, bool listed) const;
    std::optional<std::size_t> joined_clause(std::size_t i, bool listed) const;
    std::optional<TokenRange> verb_of_clause(std::size_t from, std::size_t i) const;
    void carry_over_lists() const;
    bool is_listed_before(std::size_t i) const;
};

}  // namespace figbook
