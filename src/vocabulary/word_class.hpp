// The classes that a word can have: rows of schema/vocabulary/word-classes.csv, which says what each is used for, and
// those that follow from the other tables.
//
//     vocabulary().is(word, WordClass::modal)
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace figbook {

enum class WordClass : std::uint16_t {
    // word-classes.csv, in its order
    determiner,
    preposition,
    conjunction,
    relative,
    subordinator,
    pronoun,
    copula,
    auxiliary,
    modal,
    projecting,
    contract_noun,
    modifier,
    adjective,
    verb,
    weak_noun,
    plural,
    not_plural,
    person_noun,
    casualty,
    casualty_verb,
    share_verb,
    time_unit,
    hyphen_noun,
    comparison,
    organisation_word,
    function_start,
    code_lookalike,
    age_noun,
    street_word,
    site_word,
    score_word,
    not_counted,
    upper_limit,
    lower_limit,
    noun_first,
    projecting_to,
    not_counted_bare,
    after_multiple,
    number_noun,
    after_double,
    not_before_share,
    not_behind_half,
    refers_back,
    extent,
    common_code,
    currency_homonym,
    weighed,
    rate_word,
    symbol_behind,
    weight_word,
    money_topic,
    short_unit,
    unit_homonym,
    length_word,
    temperature_word,
    meridiem,
    time_zone,
    age_word,
    age_limit,
    age_comparative,
    vote_word,
    phone_word,
    score_unit,
    weapon,
    person_verb,
    holding_verb,
    tally,
    parent,
    only_verb,
    departure,
    closing_verb,
    credit_word,
    credit_agency,
    ambiguous_abbreviation,
    numbered_abbreviation,
    ending_abbreviation,
    name_particle,
    byline_word,
    firm_noun,
    other_body,
    named_thing,
    expecting,
    proposed,
    disposing,
    gap_noun,
    number_opener,
    number_joint,
    figure_opener,
    multiple_unit,
    quotation_mark,
    attribution_word,
    colon,
    survey_noun,
    document_participle,
    poll_noun,
    poll_verb,
    takes_part,
    opening_word,
    official_word,
    view_noun,
    dash,
    bracket,
    saying_noun,
    possessive_pronoun,
    earlier,
    not_before_cue,
    full_cue,
    counting_cue,
    weak_cue,
    giving_cue,
    respondent,
    attaching,
    time_edge,
    event_noun,
    time_marker,
    time_noun,
    part_letter,
    looks_ahead,
    looks_ahead_participle,
    past_form,
    event_unit,
    feast,
    fiscal_word,
    span_end,
    event_verb,
    year_noun,
    level_noun,
    before_year,
    time_opener,
    time_before,
    compared_time,
    share_noun,
    change_modifier,
    compound_head,
    irregular_past,
    plan_noun,
    projects_amounts,
    endangered,
    facing,
    penalty,
    coming,
    restates,
    restates_light,
    superlative,
    economy,
    magnitude_noun,
    rate_alone,
    livestock,
    lasting,
    people_first,
    people_last,
    poll_word,
    poll_margin,
    sport_word,
    screen_word,
    index_name,
    noun_in_ly,
    takes_off,
    amount_noun,
    worth_noun,
    survey_margin,
    lead_noun,
    people_count,
    faced,
    earning,
    bringing,
    winning,
    measured_stuff,
    race_word,
    plural_before_noun,
    long_thing,
    counted_subject,
    sale_verb,
    graded_thing,
    street_opener,
    public_body,
    road_word,
    no_scale,
    ability,
    brings_about,
    pricing,
    wanting,
    outdoing,
    winding_up,
    booked,
    revising,
    traded,
    month_name,
    vote_getting,
    stealing,
    allotting,
    contesting,
    group_noun,
    part_of_time,
    trailing_participle,
    before_to,
    paying,
    money_whole,
    money_sum,
    same_in_past,
    tale,
    speech_noun,
    gathering,
    voter_noun,
    limit_noun,
    forecast_noun,
    foreseeing,
    aim_noun,
    foreseen_move,
    foreseen_by_then,
    level_verb,
    shifting,
    capacity_noun,
    asking_of,
    approving,
    deed_noun,
    attracting,
    seeking,
    foreboding,
    awaited,
    charge_noun,
    driving,
    denial,
    foreseen_thing,
    supplied,
    moves_things,
    amassed,
    noun_in_est,
    brought_along,
    takings,
    wider_noun,
    further_sign,
    promising,
    schedule_verb,
    gerund_ahead,
    court_noun,
    tracing,
    semicolon,
    putting_at,
    post_noun,
    staff_noun,
    pay_dispute,
    pay_deal,
    custom_noun,
    measuring_participle,
    pays_millions,
    expecter,
    noun_like_adjective,
    describing,
    calling_word,
    name_owner,
    name_joint,
    body_ending,
    firm_ending,
    medium,
    press_noun,
    behind_name,
    hearing_noun,
    topic_noun,
    title_prefix,
    name_title,
    opinion_verb,
    infinitive,
    direction,
    recipient_verb,
    move_making,
    trying,
    clause_taking,
    acting_form,
    // from the other tables
    number,
    fraction,
    magnitude,
    month,
    weekday,
    currency,
    currency_code,
    currency_place,
    currency_letter,
    change_verb,
    change_noun,
    change_comparative,
    change_particle,
    multiple,
    cue,
    title,
    speaker_noun,
    abbreviation,
    figure_word,        // belongs to a number, a ratio or a multiple
    change_verb_start,  // of a phrase, which may have more words: "ticked" of "ticked up"
    change_noun_start,
    unit_start,  // can be the first word of what stands behind a number as its unit
    // in the last byte of a set, WordClasses::signs(): text/signs.hpp has other uses for its bits 2, 3, 6 and 7
    figure_start = 312,   // can be the first word of a figure: of those, of "a million" and of "US dollars 5"
    attribution_start,    // a cue, or a noun that may say something or stand in a survey
    currency_sign = 316,  // may say which currency an article means: a currency, its code or its place
    time_start,           // can be the first word of a time, or the article before it
};

// A set of classes.
//
//     static constexpr WordClasses verbs{WordClass::verb, WordClass::cue};
//     classes.has(WordClass::verb), classes.has_any(verbs)
class WordClasses {
 public:
    constexpr WordClasses() = default;
    consteval WordClasses(std::initializer_list<WordClass> members) {
        for (const WordClass each : members) add(each);
    }
    constexpr void add(WordClass each) { bits_[place(each) / 64] |= std::uint64_t{1} << (place(each) % 64); }
    constexpr void add(const WordClasses& others) {
        for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= others.bits_[i];
    }
    // The last eight classes that there can be, a bit each: see text/signs.hpp.
    static constexpr unsigned first_sign = 312;
    constexpr unsigned signs() const { return static_cast<unsigned>(bits_[4] >> (first_sign - 4 * 64)); }
    constexpr bool has(WordClass wanted) const {
        // Few words have any one class, so that what is fetched next is what is asked of the others.
        return __builtin_expect((bits_[place(wanted) / 64] >> (place(wanted) % 64) & 1) != 0, 0) != 0;
    }
    constexpr bool has_any(const WordClasses& wanted) const {
        return ((bits_[0] & wanted.bits_[0]) | (bits_[1] & wanted.bits_[1]) | (bits_[2] & wanted.bits_[2]) |
                (bits_[3] & wanted.bits_[3]) | (bits_[4] & wanted.bits_[4])) != 0;
    }
    // The same, but for those that are barred.
    constexpr bool has_any_but(const WordClasses& wanted, const WordClasses& barred) const {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            if ((bits_[i] & wanted.bits_[i] & ~barred.bits_[i]) != 0) return true;
        return false;
    }

 private:
    static constexpr std::size_t place(WordClass each) { return static_cast<std::size_t>(each); }

    std::array<std::uint64_t, 5> bits_{};  // one bit a class
};
static_assert(static_cast<std::size_t>(WordClass::time_start) < 5 * 64, "one bit a class");
static_assert(WordClass::unit_start < WordClass::figure_start, "no class has the bit of another");

// The class of that name in word-classes.csv, none for an unknown name.
std::optional<WordClass> word_class_named(std::string_view name);

}  // namespace figbook
