// The rules that find a figure's subject, one after another: words right around the figure (subject_nearby.cpp), the whole of
// a share (subject_parts.cpp), where money goes (subject_money.cpp), the clause that it stands in (subject_clause.cpp), what
// its pronoun stands for (subject_pronoun.cpp).
//
//     const TokenRange subject = SubjectRules(frame, index).find();    // empty where none of them finds one
#pragma once
#include "claim/verbs.hpp"

namespace figbook {

// "75% work indoors in factories": behind the share stands what they do.
bool share_acts(const SentenceFrame& frame, const Quantity& quantity);

// "[average rent] in Varlo", told again "In Lenz": without the place that it is not of there.
TokenRange without_other_place(const SentenceFrame& frame, const Quantity& quantity, TokenRange told);

class SubjectRules {
 public:
    SubjectRules(const SentenceFrame& frame, std::size_t index)
        : frame_(frame), index_(index), draft_(frame.draft(index)), quantity_(draft_.quantity) {}

    TokenRange find() const;
    TokenRange person() const;        // "I", "she": where find() has none
    TokenRange as_it_stands() const;  // "it", "these": where nothing says what that is
    TokenRange whoever() const;       // who or what the clause is of: where there is nothing else
    TokenRange polled() const;        // what those who were asked were asked of
    bool moves_in_gap() const;        // "and pay by half of that"

 private:
    std::size_t begin() const { return quantity_.begin; }
    std::size_t behind() const { return quantity_.end; }
    bool moves() const { return draft_.claim.change != Change::none; }
    // The verb of the clause before the figure, found once.
    const std::optional<TokenRange>& verb_before() const {
        if (!verb_is_known_) find_verb_before();
        return verb_;
    }
    void find_verb_before() const;

    bool is_subject(std::string_view rule, TokenRange by_rule, TokenRange& found) const;
    bool is_mere_time(TokenRange found) const;
    bool is_each_unit(TokenRange found) const;
    bool is_aside_move(TokenRange found) const;
    bool is_unit_of_other(TokenRange found) const;
    bool says_only_when_or_how(std::size_t lone) const;
    TokenRange without_figures(TokenRange found) const;
    TokenRange behind_figures(TokenRange found) const;
    TokenRange without_rival(TokenRange found) const;
    TokenRange without_unit(TokenRange found) const;
    TokenRange whole(TokenRange found) const;
    TokenRange with_earnings(TokenRange found) const;
    TokenRange without_seat(TokenRange found) const;
    bool is_fragment(TokenRange found) const;
    bool is_lone_verb_form(std::size_t i) const;
    bool is_lone_time(TokenRange found) const;
    bool may_have_tail(TokenRange found) const;
    TokenRange without_own_words(TokenRange found) const;
    TokenRange without_opening(TokenRange found) const;
    TokenRange behind_what_shows(TokenRange found) const;
    TokenRange without_time(TokenRange found) const;
    TokenRange without_accusation(TokenRange found) const;
    TokenRange without_tail(TokenRange found) const;

    // Words right around the figure.
    std::size_t opening() const;
    TokenRange said_of() const;
    TokenRange magnitude() const;
    TokenRange taken_off() const;
    TokenRange taken_from() const;
    TokenRange cheated_of() const;
    TokenRange added_to() const;
    TokenRange before_bracket() const;
    TokenRange goes_to() const;
    TokenRange those_having() const;
    TokenRange charged_for() const;
    std::size_t behind_told_again() const;
    bool is_followed_by_list(std::size_t index) const;
    std::size_t end_of_per() const;
    TokenRange move_of() const;
    bool governed_by_share_verb() const;
    TokenRange apposed_part() const;
    TokenRange part_of() const;
    TokenRange of_an_age(std::size_t at) const;
    TokenRange of_what() const;
    TokenRange part_alone() const;
    TokenRange part_of_told(const Draft& before) const;
    const Draft* share_told_of(std::size_t last) const;
    TokenRange fronted() const;
    TokenRange scored_with() const;
    TokenRange them() const;
    TokenRange those_who(std::size_t those) const;
    bool is_expected_by(std::size_t who) const;
    TokenRange noun_behind() const;
    bool is_level_reached(TokenRange level) const;
    bool opens_peoples_goods(std::size_t name) const;
    TokenRange measure_of() const;
    std::size_t allotted_over_day(std::size_t at) const;
    std::size_t spent_over_time(std::size_t at) const;
    std::size_t behind_allotted(std::size_t at) const;
    TokenRange spent_to_do(std::size_t at) const;
    TokenRange what_is_done(std::size_t doing) const;
    TokenRange spent_on() const;
    TokenRange paid_to_others() const;
    bool acts_on_counted(std::size_t verb) const;
    bool has_moved_object() const;
    bool begins_counted_move(std::size_t i) const;
    TokenRange predicate() const;
    TokenRange counted() const;
    TokenRange counted_on() const;
    TokenRange of_others(const Draft& before) const;
    const Draft& counted_before() const;
    TokenRange had_by_others() const;
    TokenRange without_tail_of_count(TokenRange found) const;
    bool do_something(std::size_t verb) const;
    bool stands_alone_behind_in(std::size_t noun) const;
    bool is_done_to_counted() const;
    bool is_turned_behind_place(TokenRange verb) const;
    bool comes_to_so_many(TokenRange verb) const;
    bool is_event(std::size_t first, std::size_t end) const;
    bool counts_its_noun() const;
    TokenRange dimension() const;
    TokenRange place_before_comma() const;
    TokenRange place_before_which() const;
    TokenRange last_in_prepositions(TokenRange phrase) const;

    // The clause that it stands in, and the figures before it.
    TokenRange gapped() const;
    bool may_act(std::size_t i) const;
    bool goes_on_gapped(std::size_t joint) const;
    TokenRange gapped_end() const;
    bool hangs_on_noun(std::size_t first, std::size_t end) const;
    std::size_t gap_begin(std::size_t first, std::size_t end) const;
    TokenRange set_behind() const;
    TokenRange aside() const;
    TokenRange compared_in_size() const;
    bool is_said_now() const;
    TokenRange last_noun(TokenRange phrase) const;
    TokenRange name_that_moved() const;
    TokenRange name_before(std::size_t at) const;
    TokenRange alone_between_dashes() const;
    TokenRange between_dashes() const;
    TokenRange set_in() const;
    TokenRange worth() const;
    TokenRange equal_to() const;
    std::size_t before_description(std::size_t comma) const;
    TokenRange with_clause() const;
    TokenRange driven_by(std::size_t particle) const;
    TokenRange carried_in_with_clause(std::size_t at) const;
    TokenRange relative_object() const;
    bool opens_noun_of(std::size_t i, std::size_t first) const;
    TokenRange noun_of() const;
    bool comes_to_other(TokenRange noun) const;
    bool holds_owner(TokenRange found) const;
    TokenRange leads_with(TokenRange move) const;
    TokenRange without_lead(TokenRange found) const;
    bool has_subject() const;
    bool is_aside(TokenRange move) const;
    bool is_instead() const;
    TokenRange compared() const;
    TokenRange of_pair() const;
    TokenRange of_pair_too() const;
    TokenRange of_which() const;
    TokenRange owned_part() const;
    TokenRange expected() const;
    TokenRange hoped_for() const;
    TokenRange contest() const;
    bool is_set_against_next() const;
    TokenRange side_of_lead(bool second) const;
    TokenRange who_has(std::size_t at) const;
    TokenRange name_that_ends(std::size_t end) const;
    TokenRange object_of_verb() const;
    TokenRange moved_over_participle(TokenRange participle) const;
    TokenRange brought_to(TokenRange verb) const;
    TokenRange bought(TokenRange verb) const;
    bool may_set_back(std::size_t verb) const;
    bool is_predicate_with(TokenRange object) const;
    bool is_weak(TokenRange object) const;
    bool is_rate_moved(TokenRange object, TokenRange verb) const;
    TokenRange grammatical() const;
    bool is_told_first() const;
    TokenRange behind_fronted() const;
    bool says(std::size_t verb) const;
    bool is_comparison() const;
    TokenRange headline() const;
    TokenRange label() const;
    TokenRange listed_label() const;
    std::optional<TokenRange> above_infinitives() const;
    bool hangs(std::size_t pronoun) const;
    TokenRange pronoun() const;
    TokenRange told_of_same_unit() const;
    TokenRange it_that_moved() const;
    TokenRange it_that_is() const;
    TokenRange person_meant(std::size_t who) const;

    // What news tells in turns of its own.
    TokenRange object_before(std::size_t verb) const;
    TokenRange put_at() const;
    std::size_t closes_before_verb() const;
    TokenRange set_before_verb() const;
    TokenRange named_last() const;
    TokenRange asked() const;
    TokenRange measures() const;
    TokenRange vote_share() const;
    TokenRange amounts_to() const;
    TokenRange posted_by() const;
    TokenRange beyond_normal() const;
    bool is_adverb_form(std::size_t i) const;
    TokenRange doing_costs() const;
    TokenRange set_off() const;
    TokenRange moved_in_noun(std::size_t comma) const;
    TokenRange moved_over_aside(std::size_t comma) const;
    TokenRange valued_over_aside() const;

    // Several things in one phrase, and what stands beside a figure in a word of its own.
    TokenRange joined(TokenRange found) const;
    bool is_open_between(TokenRange found) const;
    bool may_join(TokenRange found, TokenRange other) const;
    bool ends_there(TokenRange found, std::size_t end) const;
    bool opens_told_clause(std::size_t first) const;
    TokenRange with_list(TokenRange found) const;
    TokenRange apposed_move() const;
    TokenRange as_many() const;
    TokenRange recipient() const;
    TokenRange made_move() const;
    bool is_of_time(std::size_t i) const;
    bool is_month_of(std::size_t month) const;
    std::size_t moved_noun(std::size_t longest) const;
    TokenRange owned_move() const;
    TokenRange owned_ends() const;
    TokenRange unless_pronoun(TokenRange found) const;
    bool looks_adjective_alone(TokenRange found) const;
    TokenRange bounded() const;
    TokenRange included_in() const;
    TokenRange dealt_for() const;
    TokenRange said_twice() const;
    TokenRange set_down() const;

    const SentenceFrame& frame_;
    std::size_t index_;
    const Draft& draft_;
    const Quantity& quantity_;
    mutable std::optional<TokenRange> verb_;
    mutable bool verb_is_known_ = false;
};

}  // namespace figbook
