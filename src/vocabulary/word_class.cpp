#include "vocabulary/word_class.hpp"

#include <algorithm>
#include <array>

namespace figbook {
namespace {

// By value: the rows of word-classes.csv.
constexpr auto names = std::to_array<std::string_view>({
    "determiner",
    "preposition",
    "conjunction",
    "relative",
    "subordinator",
    "pronoun",
    "copula",
    "auxiliary",
    "modal",
    "projecting",
    "modifier",
    "adjective",
    "verb",
    "weak_noun",
    "plural",
    "not_plural",
    "person_noun",
    "casualty",
    "casualty_verb",
    "share_verb",
    "time_unit",
    "hyphen_noun",
    "comparison",
    "organisation_word",
    "function_start",
    "code_lookalike",
    "age_noun",
    "street_word",
    "score_word",
    "not_counted",
    "upper_limit",
    "lower_limit",
    "noun_first",
    "projecting_to",
    "not_counted_bare",
    "after_multiple",
    "after_double",
    "not_before_share",
    "not_behind_half",
    "refers_back",
    "extent",
    "common_code",
    "weight_word",
    "money_topic",
    "short_unit",
    "meridiem",
    "time_zone",
    "age_word",
    "age_limit",
    "age_comparative",
    "vote_word",
    "phone_word",
    "departure",
    "closing_verb",
    "credit_word",
    "credit_agency",
    "ambiguous_abbreviation",
    "numbered_abbreviation",
    "ending_abbreviation",
    "name_particle",
    "byline_word",
    "firm_noun",
    "quotation_mark",
    "attribution_word",
    "survey_noun",
    "not_before_cue",
    "full_cue",
    "weak_cue",
    "attaching",
    "time_edge",
    "time_marker",
    "time_noun",
    "looks_ahead",
    "year_noun",
    "level_noun",
    "before_year",
    "time_opener",
    "time_before",
    "compared_time",
    "share_noun",
    "change_modifier",
    "compound_head",
    "irregular_past",
    "plan_noun",
    "restates",
    "restates_light",
    "superlative",
    "economy",
});
static_assert(names.size() == static_cast<std::size_t>(WordClass::number), "a name for each row's class");

}  // namespace

std::optional<WordClass> word_class_named(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<WordClass>(found - names.begin());
}

}  // namespace figbook
