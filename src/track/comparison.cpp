#include "track/comparison.hpp"

#include <fmt/format.h>

#include "track/no_conflict.hpp"
#include "track/told_pair.hpp"

namespace figbook {
namespace {

Comparison by_day(const ToldClaim& earlier, const ToldClaim& later, std::string_view conflict) {
    if (!earlier.published || !later.published)
        return {Standing::not_comparable, "it is not known which was told later: an article has no date"};
    const int days = days_between(*earlier.published, *later.published);
    if (days == 0) return {Standing::conflict, std::string(conflict)};
    return {Standing::update, fmt::format("told {} {} later", days, days == 1 ? "day" : "days")};
}

// "both are for 2025-01", "two figures of one source for 2024".
std::string of_one_time(const ToldClaim& earlier, const ToldClaim& later) {
    const auto& period = earlier.claim.period;
    std::string time = "one time";
    if (period && period->start && period->end) time = days_text(*period->start, *period->end);
    return fmt::format("both are for {}{} and cannot both be right", time,
                       one_source(earlier, later) ? ", of one source," : "");
}

// Of the last few days.
bool is_fresh(const ToldClaim& told) {
    constexpr int few = 3;
    const auto& period = told.claim.period;
    return !period || !period->end || days_between(*period->end, *told.published) <= few;
}

Comparison apart(const ToldClaim& earlier, const WordsAround& before, const ToldClaim& later,
                 const WordsAround& behind) {
    if (behind.revise && !behind.deny && !before.deny && one_source(earlier, later) &&
        is_later(earlier, later))
        return {Standing::update, "a later figure of the same source, revised or provisional"};
    if (const std::string_view why = why_no_conflict(earlier, before, later, behind); !why.empty())
        return {Standing::not_comparable, std::string(why)};
    if (is_counted_again(earlier, before, later, behind))
        return {two_names(earlier, later) ? Standing::not_comparable : Standing::update,
                "told with a later report, for which it is counted again"};
    if (before.toll && behind.toll && is_later(earlier, later) && earlier.claim.value < later.claim.value)
        return {Standing::update, "told later of the dead or hurt, of whom more were counted by then"};
    if (before.toll && behind.toll && earlier.published && earlier.published == later.published &&
        is_fresh(earlier))
        return {Standing::not_comparable,
                "of the dead or hurt, told on one day, while more were being counted"};
    if (earlier.claim.modality == Modality::projected) {
        if (!one_source(earlier, later) || is_nobodys(earlier))
            return {Standing::not_comparable,
                    "plans or forecasts of two sources, or of some that are not named"};
        const Comparison comparison =
            by_day(earlier, later, "two plans or forecasts of one source on one day");
        if (comparison.standing == Standing::conflict && !earlier.claim.period)
            return {Standing::not_comparable,
                    "two plans or forecasts of one day, of which none says its time"};
        return comparison;
    }
    if (may_change(earlier) ||
        ((before.now || behind.now || before.so_far || behind.so_far) && is_later(earlier, later))) {
        const Comparison comparison = by_day(earlier, later, "both are of one day and cannot both be right");
        if (comparison.standing == Standing::update && two_names(earlier, later))
            return {Standing::not_comparable, "told later, by another source"};
        if (comparison.standing == Standing::conflict && !(before.last && behind.last))
            return {Standing::not_comparable,
                    "of one day, but neither says its time, and they may be of two things"};
        return comparison;
    }
    return {Standing::conflict, of_one_time(earlier, later)};
}

// Two of which one brings the other up to date, or of which it is not known which is the later one: of a time that had not
// ended, or a plan.
bool may_have_moved(const ToldClaim& earlier, const ToldClaim& later) {
    const bool is_plan = earlier.claim.modality == Modality::projected;
    if (is_plan && (!one_source(earlier, later) || is_nobodys(earlier) || !earlier.claim.period)) return true;
    if (!is_plan && !may_change(earlier)) return false;
    return !earlier.published || !later.published || *earlier.published != *later.published;
}

}  // namespace

std::string_view name_of(Standing standing) {
    switch (standing) {
        case Standing::same:
            return "same";
        case Standing::rounding:
            return "rounding";
        case Standing::update:
            return "update";
        case Standing::not_comparable:
            return "not_comparable";
        case Standing::conflict:
            return "conflict";
    }
    return "";
}

std::string_view in_words(Standing standing) {
    return standing == Standing::not_comparable ? "not comparable" : name_of(standing);
}

bool is_told_again(const ToldClaim& earlier, const ToldClaim& later) {
    return earlier.claim.modality == later.claim.modality && one_source(earlier, later) &&
           !opposite(earlier.claim, later.claim) && equal_figures(earlier.claim, later.claim);
}

bool fit(const Claim& a, const Claim& b) {
    return !opposite(a, b) && (equal_figures(a, b) || overlap(a, b));
}

const WordsAround& Comparer::words_around(const ToldClaim& told) {
    const auto [known, is_new] = known_.try_emplace(&told);
    if (is_new)
        known->second = read_words_around(told, read_sentence_ ? read_sentence_(told) : told.sentence);
    return known->second;
}

// What why_no_conflict() and apart() ask of the figures alone; tests/property/judgement_test.cpp holds it against them.
bool Comparer::may_conflict(const ToldClaim& earlier, const ToldClaim& later) {
    const Claim& a = earlier.claim;
    const Claim& b = later.claim;
    if (a.modality != b.modality || may_have_moved(earlier, later)) return false;
    if (is_converted(earlier) || is_converted(later) || of_one_paper_and_day(earlier, later)) return false;
    return !is_too_far(a, b) && !may_be_rounded(a, b);
}

Comparison Comparer::compare(const ToldClaim& earlier, const ToldClaim& later) {
    const Claim& a = earlier.claim;
    const Claim& b = later.claim;
    if (a.modality != b.modality)
        return {Standing::not_comparable, "one is planned or forecast, the other is not"};
    const auto do_not_meet = [&] {
        return apart(earlier, words_around(earlier), later, words_around(later));
    };
    if (opposite(a, b)) return do_not_meet();
    if (equal_figures(a, b)) return {Standing::same, "the same figure"};
    if (overlap(a, b) && !(is_open(a) && may_change(earlier) && is_later(earlier, later)))
        return {
            Standing::rounding,
            fmt::format("\"{}\" and \"{}\" may be one figure, as exactly as they are given", a.text, b.text)};
    return do_not_meet();
}

}  // namespace figbook
