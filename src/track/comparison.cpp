#include "track/comparison.hpp"

#include <fmt/format.h>

#include "track/real_interval.hpp"

namespace figbook {
namespace {

// -1 or 1; 0 where the text leaves open which way a move went.
int sign_of(const Claim& claim) {
    const int value = claim.value.is_negative() ? -1 : 1;
    if (claim.role != Role::change) return value;
    if (claim.change == Change::none) return value < 0 ? -1 : 0;
    return claim.change == Change::decrease ? -1 : 1;
}

bool opposite(const Claim& a, const Claim& b) {
    return sign_of(a) * sign_of(b) < 0 && !a.value.is_zero() && !b.value.is_zero();
}

bool equal_figures(const Claim& a, const Claim& b) {
    return a.value.absolute() == b.value.absolute() && a.high == b.high && a.bound == b.bound;
}

// The source and the kind of it tell who has a forecast.
bool one_source(const ToldClaim& a, const ToldClaim& b) {
    if (a.claim.source && b.claim.source) return a.claim.source->name == b.claim.source->name;
    return !a.claim.source && !b.claim.source && a.publication == b.publication;
}

// A figure that holds on the day of its article, or for a time that was not over then.
bool may_change(const ToldClaim& told) {
    const auto& period = told.claim.period;
    if (!period || !period->end) return !period;
    return told.published && *period->end >= *told.published;
}

// "At least 50" says no more than that; another figure of a later day says more, whether it fits or not.
bool is_open(const Claim& claim) {
    return claim.bound == Bound::at_least || claim.bound == Bound::at_most || claim.bound == Bound::over ||
           claim.bound == Bound::under;
}

bool is_later(const ToldClaim& earlier, const ToldClaim& later) {
    return earlier.published && later.published && *earlier.published < *later.published &&
           earlier.claim.value != later.claim.value;
}

Comparison by_day(const ToldClaim& earlier, const ToldClaim& later, std::string_view conflict) {
    if (!earlier.published || !later.published)
        return {Standing::not_comparable, "it is not known which was told later: an article has no date"};
    const int days = days_between(*earlier.published, *later.published);
    if (days == 0) return {Standing::conflict, std::string(conflict)};
    return {Standing::update, fmt::format("told {} {} later", days, days == 1 ? "day" : "days")};
}

Comparison apart(const ToldClaim& earlier, const ToldClaim& later) {
    if (earlier.claim.modality == Modality::projected) {
        if (!one_source(earlier, later))
            return {Standing::not_comparable, "plans or forecasts of two sources"};
        return by_day(earlier, later, "two plans or forecasts of one source on one day");
    }
    if (may_change(earlier)) return by_day(earlier, later, "of one day, and they do not meet");
    return {Standing::conflict, one_source(earlier, later) ? "one source, one time, and they do not meet"
                                                           : "of one time, and they do not meet"};
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

Comparison compare(const ToldClaim& earlier, const ToldClaim& later) {
    const Claim& a = earlier.claim;
    const Claim& b = later.claim;
    if (a.modality != b.modality)
        return {Standing::not_comparable, "one is planned or forecast, the other is not"};
    if (opposite(a, b)) return apart(earlier, later);
    if (equal_figures(a, b)) return {Standing::same, "the same figure"};
    if (meet(printed_interval(a), printed_interval(b)) &&
        !(is_open(a) && may_change(earlier) && is_later(earlier, later)))
        return {
            Standing::rounding,
            fmt::format("\"{}\" and \"{}\" may be one figure, as exactly as they are given", a.text, b.text)};
    return apart(earlier, later);
}

}  // namespace figbook
