// What a time in a sentence is of: of the figures around it, or of something else, of which it says when it was said,
// done or last so ("said on Friday", "founded in 1987", "the lowest since 2009").
//
//     const TimeContext context(frame);
//     context.is_of_speech(time)      // "he said on Friday": true
#pragma once
#include "claim/time_expression.hpp"

namespace figbook {

// True where the full stop at `stop` ends a sentence, though no blank stands behind it.
bool is_seam(const SentenceFrame& frame, std::size_t stop);

class TimeContext {
 public:
    explicit TimeContext(const SentenceFrame& frame) : frame_(frame) {}

    // "said on Wednesday", "told reporters Wednesday", "on Thursday said": when it was said, not when it holds.
    bool is_of_speech(const TimeExpression& time) const;

    // The figure that is told of the day: "reported 8,312 new cases for Tuesday".
    std::optional<std::size_t> reported_for(const TimeExpression& time) const;

    // "the lowest since July 2021", "the biggest fall since 2009": how long it has not been so, not when it holds.
    bool is_since_superlative(const TimeExpression& time) const;

    // "first-quarter revenue", "its 2019 estimate of $5m": of the noun behind it, so that it leads; "in the 2019 election"
    // is when it was.
    bool is_attributive(const TimeExpression& time) const;

    // "employs 300 people and was founded in 1987": behind the figure, and of something that happened once.
    bool is_of_event(const TimeExpression& time, const Quantity& figure, const Claim& claim) const;

    // "Founded in 1987, the firm employs 300": before the figure, and of a clause or phrase that the figure is not in.
    bool is_of_other_clause(const TimeExpression& time, const Quantity& figure, const Claim& claim) const;

    // "1.1 billion, below last year's average of 1.5 billion": of what the figure before it is compared with.
    bool is_of_compared(const TimeExpression& time) const;

    // "up 48% since hitting a low on March 9", "up 36% from its low of March 9": from there the change is measured.
    bool is_measured_from(const TimeExpression& time, const Quantity& figure) const;

    // A figure that a day can be of: something moved, somebody was hurt, or it is a price at the end of the day.
    bool happened(const Quantity& figure, const Claim& claim) const;

    // "signed a $6.7 billion contract", "approved a loan of $800m", "seized cannabis worth €1.1m": what was done to it, where
    // it was not known before nor is a plan ("approved the £12m loan", "approved a £12m budget").
    bool is_object_of_deed(const Quantity& figure) const;

    // "Two men, both from Harlow, were arrested in May": the figure is what the verb tells of, over what is set in between.
    bool is_what_it_was_done_to(const TimeExpression& time, const Quantity& figure) const;

    // "as of Tuesday"
    bool is_as_of(const TimeExpression& time) const;

    // "crude for July delivery", "May wheat on Euronext settled at": which one is traded, not when.
    bool is_of_contract(const TimeExpression& time) const;

    // "walked out last week | demanding a 53% rise": what stands behind the time is what it was about.
    bool says_what_for(const TimeExpression& time) const;

 private:
    bool is_of_poll(const TimeExpression& time) const;
    bool is_sued_over(const Quantity& figure, const TimeExpression& time) const;
    bool is_of_its_start(const Quantity& figure, const TimeExpression& time) const;
    bool is_between_dashes_before(const Quantity& figure, const TimeExpression& time) const;
    bool is_day_of_what_came_after(const Quantity& figure, const TimeExpression& time) const;
    bool is_told_as_present(const Quantity& figure, const TimeExpression& time) const;
    bool is_in_bracket_before(const Quantity& figure, const TimeExpression& time) const;
    bool is_part_now(const Quantity& figure, const TimeExpression& time) const;
    bool is_done(std::size_t i) const;
    bool is_deed(std::size_t begin, std::size_t figure) const;
    bool is_behind_figure(const TimeExpression& time) const;
    bool was_done_behind(const Quantity& figure) const;
    bool acts_behind(TokenRange segment, const Quantity& figure) const;
    struct Between {
        bool comma = false;
        bool says = false;
        bool moves_on = false;
        bool adds = false;              // "and", behind such a time
        bool turns = false;             // to another clause, from a time that does not lead the sentence
        bool leaves_quotation = false;  // the time is in it, the figure is not
    };
    Between between(std::size_t begin, std::size_t end) const;
    bool is_told_of_figure(std::size_t cue) const;
    bool turns_to_present(std::size_t begin, std::size_t end) const;
    bool opens_with_conjunction(std::size_t i) const;
    bool concedes_before(TokenRange segment, const Quantity& figure) const;
    bool is_behind_bracket(const Quantity& figure, const TimeExpression& time) const;
    bool is_in_subject_over_aside(const TimeExpression& time, const Quantity& figure) const;
    bool is_of_next_clause(const Quantity& figure, const TimeExpression& time, const Claim& claim) const;
    bool ends_before(std::size_t begin, std::size_t figure) const;
    bool is_told_of_day_before(const Quantity& figure, const TimeExpression& time) const;
    bool is_in_aside(const Quantity& figure, const TimeExpression& time) const;
    bool is_done_to_subject(TokenRange aside, const Quantity& figure) const;
    bool is_in_noun_aside(const Quantity& figure, const TimeExpression& time) const;
    bool is_counted(std::size_t i) const;
    bool agrees_to(std::size_t agreed) const;
    bool is_no_cue(std::size_t i, bool is_day) const;
    bool is_of_phrase(std::size_t i) const;
    bool is_audience(const Quantity& figure) const;
    bool is_recorded(TokenRange segment, const Quantity& figure) const;
    bool is_most(std::size_t i) const;
    bool changes_hands(const Quantity& figure) const;
    bool is_dash(std::size_t i) const;
    bool is_reported(const TimeExpression& time) const;
    bool is_of_outlook(const TimeExpression& time) const;
    bool is_forecast_then(const TimeExpression& time) const;
    bool is_weekday_or_quarter(const TimeExpression& time) const;
    bool is_said_in(const TimeExpression& time) const;
    bool is_told_in_front(const TimeExpression& time) const;
    bool opens_what_is_told(std::size_t begin) const;
    bool is_of_finding(const TimeExpression& time) const;
    bool is_of_document(const TimeExpression& time) const;
    bool is_of_owned_document(const TimeExpression& time) const;
    bool is_said_of(const TimeExpression& time) const;
    bool is_relative_at(std::size_t that) const;
    bool is_made_known(const TimeExpression& time) const;
    bool is_of_paper(const TimeExpression& time) const;
    bool is_of_subject_told(const TimeExpression& time) const;
    bool is_dateline(const TimeExpression& time) const;
    bool lasts(std::size_t begin, std::size_t end) const;
    bool is_published_then(const TimeExpression& time) const;
    bool is_announced_then(const TimeExpression& time, const Quantity& figure, const Claim& claim) const;
    bool is_price_of_month(const TimeExpression& time) const;
    bool is_of_market(const Quantity& figure) const;
    bool is_owed_for(const Quantity& figure) const;
    bool closes_before_verb(std::size_t i, std::size_t end) const;
    bool is_done_to(const TimeExpression& time, const Quantity& figure) const;
    bool is_of_ordinal(const TimeExpression& time) const;
    bool is_day_of_report(const TimeExpression& time) const;
    bool is_won(const Quantity& figure) const;
    std::size_t before_prepositions(const TimeExpression& time) const;
    bool follows_event_verb(const TimeExpression& time) const;
    bool has_verb(std::size_t begin, std::size_t end) const;
    bool acts(std::size_t begin, std::size_t end) const;
    bool leads_to(const Quantity& figure, const TimeExpression& time) const;

    const SentenceFrame& frame_;
};

}  // namespace figbook
