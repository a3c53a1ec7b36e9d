// What stands around a figure, as far as it decides whether the figure is or is to come.
#pragma once
#include <optional>

#include "claim/draft.hpp"

namespace figbook {

class ModalityContext {
 public:
    explicit ModalityContext(const SentenceFrame& frame) : frame_(frame) {}

 protected:
    static bool is_amount(Kind kind) {
        return kind == Kind::money || kind == Kind::percent || kind == Kind::points;
    }
    // The part of the sentence the figure stands in; words in quotation marks before it belong to it: would be "well
    // below" £300m.
    TokenRange segment_of(const Quantity& quantity) const;
    std::size_t opening_of(std::size_t begin) const;
    bool is_quotation_mark(std::size_t i) const;
    // "the $3bn analysts had expected", "the 300 homes planned": the participle or verb behind the figure.
    std::optional<std::size_t> expected_behind(const Quantity& quantity) const;
    // "the | 5% [that was expected]", "the rise of | 5%"; not "the first of | 60 men".
    bool is_behind_the(const Quantity& quantity) const {
        const std::size_t before = quantity.begin - 1;
        if (frame_.is(before, "the")) return true;
        return frame_.is(before, "of") && before > frame_.sentence.begin + 1 &&
               frame_.is(before - 2, "the") &&
               frame_.has_any(before - 1, {WordClass::change_noun, WordClass::weak_noun});
    }
    // "sees inflation averaging 3%", "we see $65 by Christmas"
    std::optional<std::size_t> foreseen_by(const Quantity& quantity) const;
    bool is_by_time(std::size_t i) const;
    // "expectations for a fall to 2.5%"
    std::optional<std::size_t> expected_move(const Quantity& quantity) const;
    bool is_meaning_of_projected(std::size_t i) const;
    bool is_part_told_on(std::size_t i) const;
    const Draft& draft_before(std::size_t i) const;
    // "[will get £55m] and 15 per cent of fans were happy": the subject of a clause of its own.
    bool opens_own_clause(const Quantity& quantity) const;
    // ", to be booked this quarter"
    std::optional<std::size_t> to_be_done_behind(std::size_t end) const;
    // "a farm milking 400 cows [will close]": of the noun that the modal behind is said of.
    bool is_of_participle(const Quantity& quantity) const;
    // "[85 posts would go], 40 of them through wastage"
    bool is_part_of_projected(std::size_t i) const;
    bool is_there_already(std::size_t i) const;
    // "[£114bn this year, it said], equal to 4% of output"
    bool is_equal_to(std::size_t begin) const;
    // Where what is said of the figure goes on: behind both of "the 2% and 3% it forecast".
    std::size_t behind_pair(const Quantity& quantity) const;
    bool is_second_of_pair(const Quantity& quantity) const;
    // What stands behind another figure and is projected with it, without a verb of its own.
    bool is_gapped(std::size_t begin, std::size_t figure) const;
    bool is_without_verb(std::size_t begin, std::size_t figure) const;
    bool is_joined_on(std::size_t before, std::size_t begin) const;
    bool is_without_own_verb(std::size_t begin, std::size_t end) const;
    // "and cost €500m": a form that is past or not, and goes on with an infinitive or a modal.
    bool is_second_deed(std::size_t but) const;
    bool is_joined_participle(std::size_t i) const;
    bool is_joined_infinitive(std::size_t i) const;
    // "likely Democratic voters"
    bool says_which_voters(std::size_t i) const;
    // "offered energy at 9p": a price that is, where "offered €5m" is one that may be paid.
    bool is_price_quoted(std::size_t offer, std::size_t figure) const;
    bool is_offered_at_price(std::size_t offer, std::size_t figure) const;
    // "the ambitions of three candidates": who has them, not what they are.
    bool is_of_several(std::size_t plans) const;
    bool is_main_verb_behind_aside(std::size_t begin) const;
    bool is_advised_deed(std::size_t i) const;
    // "Fares to rise 4.6% in March": a headline has no verb but its infinitive, and no full stop.
    std::optional<std::size_t> headline_infinitive(const Quantity& quantity) const;
    std::optional<std::size_t> headline_infinitive_behind(const Quantity& quantity) const;
    // "If that means 7 percent, it means 7 percent.", "When it plays three games, it will lose."
    bool will_follow(std::size_t i) const;
    bool is_supposed(const Quantity& quantity) const;
    // Conditions, in modality_supposed.cpp.
    enum class Supposed { nothing, to_come, in_past };
    std::optional<std::size_t> supposed_by(const Quantity& quantity) const;
    std::optional<std::size_t> opener_of_condition(const Quantity& quantity) const;
    Supposed supposed_in(std::size_t opener, const Quantity& quantity) const;
    bool starts_condition_verb(std::size_t i) const;
    bool has_main_modal_before(std::size_t opener, bool past) const;
    bool has_main_modal_behind(const Quantity& quantity, bool past) const;
    bool is_main_modal(std::size_t i, bool past) const;
    bool is_told_back(std::size_t would) const;
    bool is_year_past(std::size_t i) const;
    bool is_power_of_thing(std::size_t can, std::size_t figure) const;
    // Things that lie ahead, in modality_ahead.cpp.
    bool says_thing_is_ahead(std::size_t i) const;
    std::optional<std::size_t> ahead_before(const Quantity& quantity) const;
    std::optional<std::size_t> awaited_behind(const Quantity& quantity) const;
    bool closes_absolute(std::size_t i) const;
    std::optional<std::size_t> deal_ahead(const Quantity& quantity) const;
    std::optional<std::size_t> sued_for(const Quantity& quantity) const;
    // Deeds that are near and the ways made for them, in modality_near.cpp.
    std::optional<std::size_t> way_made(const Quantity& quantity) const;
    bool is_near_deed(std::size_t to) const;
    bool is_told_of_decision(std::size_t i) const;
    bool is_behind_modal(std::size_t verb) const;
    bool is_rate_voted(std::size_t verb, std::size_t figure) const;
    std::optional<std::size_t> granted_for(const Quantity& quantity) const;
    bool is_view_had(std::size_t have, std::size_t figure) const;
    bool is_value_of_bid(std::size_t verb) const;
    bool is_view_kept(std::size_t noun, std::size_t figure) const;
    std::optional<std::size_t> view_moved(const Quantity& quantity) const;
    bool is_done_to(std::size_t verb) const;
    bool is_would_contracted(std::size_t i) const;
    bool is_surety(std::size_t verb, std::size_t figure) const;
    bool is_done_by(std::size_t participle, std::size_t figure) const;
    bool is_estimated_to_cost(std::size_t to, std::size_t figure) const;
    bool is_in_danger(std::size_t i) const;
    bool is_to_be_built(const Quantity& quantity) const;
    bool is_before_court(const Quantity& quantity) const;
    bool was_needed(const Quantity& quantity) const;
    std::optional<std::size_t> over_worth(const Quantity& quantity) const;
    // What is there already, in modality_there.cpp.
    bool is_there(const Quantity& quantity) const;

    // modality_known.cpp
    bool is_known(const Quantity& quantity) const;
    bool took_effect(const Quantity& quantity) const;
    bool is_acted_on(const Quantity& quantity) const;
    bool is_struck(std::size_t targets) const;
    bool is_told_as_yearly(const Quantity& quantity) const;
    bool is_holding(const Quantity& quantity) const;
    bool is_debt_now(const Quantity& quantity) const;
    bool are_paid(const Quantity& quantity) const;
    std::optional<std::size_t> in_budget_to_come(const Quantity& quantity) const;
    bool asks_for_words(std::size_t verb) const;
    bool will_tell(std::size_t modal, std::size_t figure) const;
    bool is_information(std::size_t i) const;
    std::optional<std::size_t> foreseen_thing_behind(const Quantity& quantity) const;
    std::optional<std::size_t> sees_happen(std::size_t verb, std::size_t begin) const;
    bool is_tried(std::size_t trying, std::size_t figure) const;
    bool is_considered(std::size_t verb, std::size_t figure) const;
    bool is_assumed(std::size_t verb, std::size_t begin) const;
    bool is_behind_label(const Quantity& quantity) const;
    bool is_behind_versus(const Quantity& quantity) const;
    bool is_second_aim(std::size_t i) const;
    bool is_last_of_several(std::size_t i) const;
    bool is_last_of_gapped(std::size_t i) const;
    bool is_dealt_out(std::size_t i) const;
    bool is_listed_with_projected(std::size_t i) const;

    bool is_there_by_word_before(const Quantity& quantity) const;
    bool is_compared_with(std::size_t figure) const;
    bool is_for_another(std::size_t figure) const;
    bool is_size_of_thing(const Quantity& quantity) const;
    bool is_of_those(const Quantity& quantity) const;
    bool is_named_group(const Quantity& quantity) const;
    bool is_at_somebodys(const Quantity& quantity) const;
    bool is_of_whole(const Quantity& quantity) const;
    bool is_bereaved(const Quantity& quantity) const;
    bool is_taken_from(const Quantity& quantity) const;
    // What a determiner says to be there, in modality_definite.cpp.
    bool is_group_there(const Quantity& quantity) const;
    bool is_owner(std::size_t i) const;
    bool is_told_anew(const Quantity& quantity) const;
    bool is_wanted_behind(std::size_t behind) const;
    bool is_relative_or_pronoun(std::size_t i) const;
    bool is_made_to_order(std::size_t noun) const;
    bool is_acted_on_behind(const Quantity& quantity) const;
    bool is_brought_about(std::size_t determiner, std::size_t behind) const;
    bool brings_into_being(std::size_t i) const;
    bool is_charge(std::size_t noun) const;
    bool is_of_deed_done(const Quantity& quantity) const;
    bool is_size_of_place(const Quantity& quantity) const;
    bool is_charge_in_force(const Quantity& quantity) const;
    bool is_ended_or_kept(std::size_t determiner) const;
    bool is_ended_or_kept_behind(std::size_t behind) const;
    bool is_told_of_by_others(std::size_t behind) const;
    bool is_sum_there(const Quantity& quantity) const;
    bool is_told_of_past(std::size_t begin, std::size_t figure) const;
    bool is_told_of_what_was(std::size_t relative) const;
    bool are_there(const Quantity& quantity) const;
    bool is_now(const Quantity& quantity) const;
    bool is_ruled(const Quantity& quantity) const;
    // "could find only 14": what somebody was able to do.
    bool is_past_ability(std::size_t i) const;
    // "is due next spring", "are due by May"
    bool is_due(std::size_t i) const;
    bool is_of_time_past(const Quantity& quantity) const;
    bool is_disposed_of(const Quantity& quantity) const;
    bool is_penalty_for(std::size_t deed) const;
    bool happened_before(const Quantity& quantity) const;
    // "the 900 killed in 2003", "the 9% it reached in June": told of what was.
    bool has_been(const Quantity& quantity) const;
    bool is_deed_done(std::size_t i) const;
    bool is_told_of_time_past(std::size_t figure) const;
    bool is_span_of_time(const Quantity& quantity) const;
    bool is_debated(std::size_t verb, std::size_t figure) const;
    bool is_sum_prepared(std::size_t at, std::size_t figure) const;
    bool is_object_debated(std::size_t at, std::size_t figure) const;
    bool is_extreme_left(const Quantity& quantity) const;
    std::optional<std::size_t> earlier_view(std::size_t i) const;
    // "[close six] of its 15 libraries": the whole is there, whatever is to come of a part.
    bool is_whole(const Quantity& quantity) const;
    bool is_whole_of_somebody(const Quantity& quantity) const;
    // "last year's 8.8% rise"
    bool is_of_past(std::size_t figure) const;
    // "[close] its 1.8-gigawatt plant", "[drop below] the 30% threshold": says which plant or threshold.
    bool says_which(const Quantity& quantity) const;
    // "wants the state to pay $5m", "told the bank to set aside €9m": with whom it is that shall do it between.
    bool is_asked_of_somebody(std::size_t verb, std::size_t figure) const;
    // "suggested that the bank resume buying $5bn": the bare form of what shall be done.
    bool is_proposed_that(std::size_t verb, std::size_t figure) const;
    bool is_multiple_deed(std::size_t i) const;
    bool is_permitted(const Quantity& quantity) const;
    std::size_t behind_joined_verb(std::size_t begin, std::size_t figure) const;
    bool is_aim_set_in(std::size_t to, std::size_t begin, std::size_t figure) const;
    bool is_compound(std::size_t i) const;
    // "a tax that the cabinet had planned to impose"
    std::optional<std::size_t> planned_behind(const Quantity& quantity) const;
    // "Aden, a chain of 30 shops, [may be sold]": how large what is told of is.
    bool is_size_of_group(const Quantity& quantity) const;
    // "draw on its $3bn in reserves", "hit the 9 million residents": there before anything is done.
    bool is_stock_of_somebody(const Quantity& quantity) const;
    // "wants its week cut to 35 hours"
    bool is_wanted_done(std::size_t verb, std::size_t figure) const;
    // "[the union wants] shorter shifts and €555 a month": the figure is one of the things wanted.
    bool is_weighed(std::size_t verb, std::size_t figure) const;
    bool is_among_wants(std::size_t verb, std::size_t figure) const;
    // "approved the sale of 40 ships": allowed, and not yet done.
    bool is_allowed(std::size_t verb, std::size_t figure) const;
    // "can sell", "price in", "[the union] wants 5,000", "is closing": they look ahead with the word behind them.
    bool looks_ahead_with_next(std::size_t i, std::size_t end) const;
    bool is_wanted(std::size_t verb, std::size_t figure) const;
    bool is_pegged(std::size_t verb, std::size_t figure) const;
    bool is_sought(std::size_t i, std::size_t figure) const;
    bool leads_to_figure(std::size_t at, std::size_t figure) const;
    bool is_wanted_deed(std::size_t deed) const;
    bool is_of_plan(std::size_t verb) const;
    bool is_facing(std::size_t i, std::size_t end) const;
    bool is_penalty_of(std::size_t figure) const;
    bool is_move_faced(std::size_t figure) const;
    // "would break the club's record of £31m": there already.
    bool is_record(const Quantity& quantity) const;
    std::optional<std::size_t> moved_forecast(const Quantity& quantity) const;
    // Times to come, in modality_times.cpp.
    bool leads_to_event(std::size_t i) const;
    std::optional<std::size_t> in_time_to_come(std::size_t begin, std::size_t end) const;
    std::optional<std::size_t> by_future_year(std::size_t begin, std::size_t end) const;
    bool has_number(std::size_t begin, std::size_t end) const;
    std::size_t behind_part_of_year(std::size_t i) const;
    bool is_year_to_come(std::size_t at) const;
    bool has_year_to_come(std::size_t begin, std::size_t end) const;
    // "The budget for 2026 is $3m"
    std::optional<std::size_t> budget_to_come(std::size_t begin, std::size_t figure) const;
    bool is_figure(std::size_t token) const;
    bool is_granted(std::size_t verb, std::size_t figure) const;
    bool is_part_of_day(std::size_t i) const;
    bool is_form_of_be(std::size_t i) const;
    // "41 per cent would back the Reds": what they say now.
    bool is_answer_of_voters(std::size_t modal) const;
    // "drew bids worth $5m": made by others, and there.
    bool is_received(std::size_t plans) const;
    // Behind "as well as" or "along with", which go on with what was offered; 0 where none stands there.
    std::size_t behind_adding(std::size_t begin) const;
    // The "would" of "would-be buyers"
    bool opens_compound(std::size_t i) const;
    // What stands behind the figure, in modality_behind.cpp.
    bool is_tabled(std::size_t figure) const;
    std::optional<std::size_t> plan_behind(std::size_t figure, std::size_t begin, std::size_t end) const;
    std::size_t begin_of_subject(std::size_t begin, std::size_t figure) const;
    bool is_noun_with_of(std::size_t begin, std::size_t i) const;
    bool is_place_gone_to(std::size_t i) const;
    bool is_clause_opener(std::size_t i) const;
    std::optional<std::size_t> modal_over_aside(std::size_t comma) const;
    std::optional<std::size_t> modal_over_bracket(std::size_t bracket) const;
    std::optional<std::size_t> proposed_behind(const Quantity& quantity) const;
    bool is_answer_in_survey(const Quantity& quantity, std::size_t behind) const;
    bool does_it_itself(std::size_t i) const;
    bool puts_other_at_risk(std::size_t begin, std::size_t risk) const;
    bool is_to_be_lost(const Quantity& quantity) const;
    bool says_who(std::size_t begin, const Quantity& quantity) const;
    bool is_told_of(const Quantity& quantity) const;
    bool is_kept(std::size_t begin, std::size_t modal) const;
    std::optional<std::size_t> modal_behind(std::size_t begin, std::size_t end) const;
    bool ends_what_is_said(std::size_t begin, std::size_t i) const;
    bool is_faced_behind(std::size_t i) const;
    // The form behind a modal: "carry", not "carries" or "carried".
    bool is_bare_verb(std::size_t i) const;
    bool is_infinitive_form(std::size_t i) const;
    bool has_verb(std::size_t begin, std::size_t end) const;
    // What is told with a projected figure, in modality_carried.cpp: ", up 9 percent", "at a cost of £5m".
    bool follows_projected(std::size_t i) const {
        return i > 0 && frame_.draft(i - 1).claim.modality == Modality::projected;
    }
    bool has_projected_before(std::size_t i) const;
    bool is_told_with_projected(std::size_t i) const;
    bool is_end_of_projected_move(std::size_t i) const;
    bool is_end_of_move(std::size_t i) const;
    bool is_aside_of_projected(std::size_t i) const;
    bool comes_with_projected(std::size_t i) const;
    bool is_within_budget(std::size_t i) const;
    bool is_means_of_projected(std::size_t i) const;
    bool is_set_with(std::size_t base, std::size_t i) const;
    bool is_set_in(const TokenRange& clause) const;
    bool is_words_of_saying(const TokenRange& clause) const;
    bool has_finite_verb(const TokenRange& clause) const;
    bool hangs_on_condition(const TokenRange& segment, std::size_t i) const;
    // What analysts reckon, in modality_estimates.cpp.
    std::optional<std::size_t> price_target(const Quantity& quantity) const;
    std::optional<std::size_t> upside(const Quantity& quantity) const;
    std::optional<std::size_t> seen_moving(const Quantity& quantity) const;
    std::optional<std::size_t> analysts_estimate(const Quantity& quantity) const;
    std::optional<std::size_t> called_for(const Quantity& quantity) const;
    bool is_deed_of_plan(std::size_t verb) const;
    bool is_paper_of_plan(std::size_t noun) const;
    std::optional<std::size_t> done_by_plan(const Quantity& quantity) const;
    // Further words that look ahead, in modality_signs.cpp.
    std::optional<std::size_t> further_sign_before(const Quantity& quantity) const;
    std::optional<std::size_t> further_sign_behind(const Quantity& quantity) const;
    bool is_wanted_there(std::size_t verb, std::size_t figure) const;
    // The frame around it, in modality_frames.cpp.
    std::optional<std::size_t> framed(const Quantity& quantity) const;
    std::optional<std::size_t> pictured_by(const Quantity& quantity) const;
    std::optional<std::size_t> promised_money(const Quantity& quantity) const;
    std::optional<std::size_t> scheduled(const Quantity& quantity) const;
    std::optional<std::size_t> told_ahead(const Quantity& quantity) const;
    bool is_charge_to_rise(std::size_t verb, std::size_t day) const;
    std::optional<std::size_t> day_behind(std::size_t begin, std::size_t end) const;
    std::optional<std::size_t> starts_behind(std::size_t behind, std::size_t day) const;
    bool is_named_day(std::size_t i) const;
    bool is_day_of_month(std::size_t i) const;
    std::optional<std::size_t> present_before(std::size_t begin, std::size_t figure) const;
    std::optional<std::size_t> moved_estimate(const Quantity& quantity) const;
    std::size_t owner_of_estimate(std::size_t estimate) const;
    bool is_what_is(const Quantity& quantity) const;
    bool is_reckoned_anew(std::size_t i) const;

    const SentenceFrame& frame_;
};

}  // namespace figbook
