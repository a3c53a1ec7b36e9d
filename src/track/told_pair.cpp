#include "track/told_pair.hpp"

#include <algorithm>
#include <cmath>

#include "base/calendar.hpp"
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

// A number of things is what it is, unless it is round: three are not four.
RealInterval interval_of(const Claim& claim) {
    const bool is_exact = claim.kind == Kind::count && claim.bound == Bound::exact && !claim.high &&
                          claim.resolution == Decimal(1) && claim.value.exponent() == 0;
    if (!is_exact) return printed_interval(claim);
    const double value = claim.value.absolute().to_double();
    return {value, value};
}

// "100 million": one digit and zeros, which may stand for what is near.
bool is_round(const Claim& claim) {
    const double value = claim.value.absolute().to_double();
    if (claim.kind == Kind::percent || claim.kind == Kind::points || value < 10) return false;
    const double first = value / std::pow(10.0, std::floor(std::log10(value) + 1e-9));
    return std::abs(first - std::round(first)) < 1e-9;
}

// 336,015 is 336,000 in three digits: the zeros may not have been counted. One digit says too little.
bool is_cut(double exact, double cut) {
    double step = std::pow(10.0, std::floor(std::log10(cut) + 1e-9));
    while (std::abs(cut / step - std::round(cut / step)) > 1e-9) step /= 10;
    return step > 1 && cut / step > 9.5 && std::abs(std::round(exact / step) * step - cut) < step / 1e6;
}

}  // namespace

bool opposite(const Claim& a, const Claim& b) {
    // Of jobs that are lost, one text tells a fall, the other how many they are.
    if ((a.role == Role::change) != (b.role == Role::change)) return false;
    return sign_of(a) * sign_of(b) < 0 && !a.value.is_zero() && !b.value.is_zero();
}

bool equal_figures(const Claim& a, const Claim& b) {
    return a.value.absolute() == b.value.absolute() && a.high == b.high && a.bound == b.bound;
}

bool one_source(const ToldClaim& a, const ToldClaim& b) {
    if (a.claim.source && b.claim.source) return a.claim.source->name == b.claim.source->name;
    return !a.claim.source && !b.claim.source && a.publication == b.publication;
}

bool is_nobodys(const ToldClaim& told) {
    return told.claim.source && told.claim.source->kind == SourceKind::unnamed;
}

bool two_names(const ToldClaim& a, const ToldClaim& b) {
    const auto is_named = [](const ToldClaim& told) { return told.claim.source && !is_nobodys(told); };
    return is_named(a) && is_named(b) && a.claim.source->name != b.claim.source->name;
}

bool may_change(const ToldClaim& told) {
    const auto& period = told.claim.period;
    if (!period || !period->end) return !period;
    return told.published && *period->end >= *told.published;
}

bool is_open(const Claim& claim) {
    return claim.bound == Bound::at_least || claim.bound == Bound::at_most || claim.bound == Bound::over ||
           claim.bound == Bound::under;
}

bool is_later(const ToldClaim& earlier, const ToldClaim& later) {
    return earlier.published && later.published && *earlier.published < *later.published &&
           earlier.claim.value != later.claim.value;
}

// Ends that touch are no overlap: 4 % is up to 4.5, and 5 % from there on.
bool overlap(const Claim& a, const Claim& b) {
    const RealInterval first = interval_of(a);
    const RealInterval second = interval_of(b);
    const double lowest = std::max(first.low, second.low);
    const double highest = std::min(first.high, second.high);
    const bool is_point = !(first.low < first.high && second.low < second.high);
    return is_point ? lowest <= highest : lowest < highest * (1 - 1e-12);
}

// So many times apart they are hardly one thing, unless a slip of the comma made them so: a share's profit, a firm's.
bool is_too_far(const Claim& a, const Claim& b) {
    constexpr double most_times = 10;
    if (a.value.is_zero() || b.value.is_zero()) return false;
    const double times =
        std::abs(std::log10(a.value.absolute().to_double() / b.value.absolute().to_double()));
    const bool is_slip = std::abs(times - std::round(times)) < 0.02;
    return times > std::log10(most_times) && !is_slip;
}

bool may_be_rounded(const Claim& a, const Claim& b) {
    constexpr double near = 0.1;
    const double first = a.value.absolute().to_double();
    const double second = b.value.absolute().to_double();
    if (first < 10 || second < 10) return false;
    if (is_cut(first, second) || is_cut(second, first)) return true;
    if (!is_round(a) && !is_round(b)) return false;
    return std::abs(first - second) <= near * std::max(first, second);
}

// What one paper says on one day by itself. Of articles without a date it is not known that they are of two.
bool of_one_paper_and_day(const ToldClaim& a, const ToldClaim& b) {
    return !a.claim.source && !b.claim.source && !a.publication.empty() && a.publication == b.publication &&
           a.published == b.published;
}

// What is converted is another amount at the rate of another day.
bool is_converted(const ToldClaim& told) {
    return told.claim.kind == Kind::money && told.claim.relation &&
           told.claim.relation->kind == RelationKind::restates;
}

// A share's profit is told anew after the shares were split.
bool may_be_of_split_shares(const ToldClaim& a, const ToldClaim& b) {
    constexpr int of_one_report = 93;  // days
    return a.claim.per == "share" && a.published && b.published &&
           days_between(*a.published, *b.published) > of_one_report;
}

}  // namespace figbook
