#include "track/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

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
    // Of jobs that are lost, one text tells a fall, the other how many they are.
    if ((a.role == Role::change) != (b.role == Role::change)) return false;
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

// A number of things is what it is, unless it is round: three are not four.
RealInterval interval_of(const Claim& claim) {
    const bool is_exact = claim.kind == Kind::count && claim.bound == Bound::exact && !claim.high &&
                          claim.resolution == Decimal(1) && claim.value.exponent() == 0;
    if (!is_exact) return printed_interval(claim);
    const double value = claim.value.absolute().to_double();
    return {value, value};
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

// Two who are named and not the same.
bool two_names(const ToldClaim& a, const ToldClaim& b) {
    const auto is_named = [](const ToldClaim& told) {
        return told.claim.source && told.claim.source->kind != SourceKind::unnamed;
    };
    return is_named(a) && is_named(b) && a.claim.source->name != b.claim.source->name;
}

// Whether the figure stands in the words, and not as a part of a longer one.
bool tells(std::string_view words, std::string_view figure) {
    if (figure.empty()) return false;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    // A digit, or a mark with a digit behind it, seen from the figure.
    const auto goes_on = [&](auto next, auto end) {
        if (next == end) return false;
        const bool is_mark = *next == '.' || *next == ',';
        return is_digit(*next) || (is_mark && std::next(next) != end && is_digit(*std::next(next)));
    };
    for (std::size_t at = words.find(figure); at != std::string_view::npos; at = words.find(figure, at + 1)) {
        const std::string_view before = words.substr(0, at);
        const std::string_view behind = words.substr(at + figure.size());
        if (!goes_on(behind.begin(), behind.end()) && !goes_on(before.rbegin(), before.rend())) return true;
    }
    return false;
}

// "41.6" of "41.6 million tons"; all of the words where they have no more than one digit.
std::string_view digits_of(std::string_view words) {
    const std::size_t first = words.find_first_of("0123456789");
    if (first == std::string_view::npos) return words;
    const std::size_t end = std::min(words.find_first_not_of("0123456789.,", first), words.size());
    const std::string_view digits = words.substr(first, end - first);
    return digits.size() > 1 ? digits : words;
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

bool may_be_rounded(const Claim& a, const Claim& b) {
    constexpr double near = 0.1;
    const double first = a.value.absolute().to_double();
    const double second = b.value.absolute().to_double();
    if (first < 10 || second < 10) return false;
    if (is_cut(first, second) || is_cut(second, first)) return true;
    if (!is_round(a) && !is_round(b)) return false;
    return std::abs(first - second) <= near * std::max(first, second);
}

// "In December", told in November: which December it is follows from no word of the text.
bool is_of_unsaid_year(const ToldClaim& told) {
    constexpr int long_past = 120;  // days
    const auto& period = told.claim.period;
    if (!period || !period->end || !told.published) return false;
    return days_between(*period->end, *told.published) > long_past &&
           period->words.find_first_of("0123456789") == std::string::npos &&
           period->words.find("year") == std::string::npos;
}

// "Had risen to 5 percent by July": before another time that the text has told of, perhaps years ago.
bool is_before_another(const ToldClaim& told, const WordsAround& around) {
    const auto& period = told.claim.period;
    return around.looks_back && period && period->words.find_first_of("0123456789") == std::string::npos;
}

// What one paper says on one day by itself.
bool of_one_paper_and_day(const ToldClaim& a, const ToldClaim& b) {
    return !a.claim.source && !b.claim.source && !a.publication.empty() && a.publication == b.publication &&
           a.published && a.published == b.published;
}

// What is converted is another amount at the rate of another day.
bool is_converted(const ToldClaim& told) {
    return told.claim.kind == Kind::money && told.claim.relation &&
           told.claim.relation->kind == RelationKind::restates;
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& name) {
        return std::find(b.begin(), b.end(), name) != b.end();
    });
}

// Both name some, and none that both do.
bool are_apart(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return !a.empty() && !b.empty() && !share_one(a, b);
}

// Half of their words stand in both sentences.
bool tell_the_same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return 4 * both.size() >= a.size() + b.size();
}

// A share's profit is told anew after the shares were split.
bool may_be_of_split_shares(const ToldClaim& a, const ToldClaim& b) {
    constexpr int of_one_report = 93;  // days
    return a.claim.per == "share" && a.published && b.published &&
           days_between(*a.published, *b.published) > of_one_report;
}

// What is counted anew for a whole year comes near to what it was.
bool is_revision(const Claim& a, const Claim& b) {
    constexpr double most = 0.1;
    const double first = a.value.absolute().to_double();
    const double second = b.value.absolute().to_double();
    return std::abs(first - second) <= most * std::max(first, second);
}

// Of a month or quarter, told again with a later report.
bool is_counted_again(const ToldClaim& earlier, const WordsAround& before, const ToldClaim& later,
                      const WordsAround& behind) {
    constexpr int between_reports = 10;  // days
    constexpr int between_seldom_reports = 20;
    constexpr int between_years_reports = 40;  // where it is of a year
    constexpr int longest = 93;                // days of a quarter
    const Claim& claim = earlier.claim;
    const auto& period = claim.role == Role::from && claim.baseline ? claim.baseline : claim.period;
    const bool is_seldom = before.seldom && behind.seldom;
    if (before.benchmark && behind.benchmark && before.own && behind.own) return is_later(earlier, later);
    if (!(before.statistic && behind.statistic) && !is_seldom) return false;
    if (!earlier.published || !later.published) return false;
    if (!period || !period->start || !period->end) return false;
    const int apart = days_between(*earlier.published, *later.published);
    if (days_between(*period->start, *period->end) < longest)
        return apart >= (is_seldom ? between_seldom_reports : between_reports);
    return apart >= between_years_reports && one_source(earlier, later) &&
           is_revision(earlier.claim, later.claim);
}

// Why two figures that do not meet are yet no conflict; "" for none.
std::string_view why_no_conflict(const ToldClaim& earlier, const WordsAround& before, const ToldClaim& later,
                                 const WordsAround& behind) {
    if (before.deny || behind.deny) return "one of the sentences may say that it is not so";
    if (!one_source(earlier, later) && (before.ask || behind.ask))
        return "polls or estimates of two may differ";
    if (earlier.claim.modality == Modality::actual && (before.expected || behind.expected))
        return "one of them is what people expect";
    if (is_converted(earlier) || is_converted(later))
        return "one of them is converted, at the rate of its own day";
    if (before.moving && behind.moving && earlier.published == later.published)
        return "of one day, within which it moves";
    if (before.own && behind.own && !share_one(before.names, behind.names))
        return "no name that both have says whose it is";
    if (are_apart(before.places, behind.places)) return "the sentences name two countries";
    if (before.one_of != behind.one_of) return "one of them is a part of it";
    if (may_be_of_split_shares(earlier, later)) return "told long after, when the shares may have been split";
    if (before.world != behind.world) return "one of them is of all the world";
    if (before.since != behind.since) return "one of them is measured from a time, the other may not be";
    if (are_apart(before.lengths, behind.lengths)) return "of spans of different length";
    if (!(before.named && behind.named) && !before.last && !behind.last && !may_change(earlier) &&
        !tell_the_same(before.words, behind.words))
        return "the subject names nobody, and the sentences tell of different things";
    if (before.own && behind.own && before.branch != behind.branch)
        return "one is of a part of the firm, the other may be of all";
    const bool is_percent = earlier.claim.kind == Kind::percent || earlier.claim.kind == Kind::points;
    if (is_percent && before.adds != behind.adds) return "one of them is what something else adds to it";
    if (before.distance || behind.distance) return "one of them is how far it is from another figure";
    if (before.other_month || behind.other_month) return "the subject names another month";
    if (before.all_private != behind.all_private) return "one is of private ones, the other may be of all";
    if (before.revise || behind.revise) return "one of them is provisional or revised";
    if (before.add_up || behind.add_up) return "sums so far, which may end on different days";
    if (digits_of(earlier.claim.text) != digits_of(later.claim.text) &&
        (tells(before.sentence, digits_of(later.claim.text)) ||
         tells(behind.sentence, digits_of(earlier.claim.text))))
        return "one sentence tells both figures, so that they are of two things";
    if (of_one_paper_and_day(earlier, later)) return "of one paper and day, and so rather of two things";
    if (is_too_far(earlier.claim, later.claim)) return "too far apart to be of one thing";
    if (before.part || behind.part) return "something may be left out or taken in";
    if (before.points || behind.points) return "one of the sentences only points to what it is of";
    if (before.makers != behind.makers || before.shoppers != behind.shoppers)
        return "one is of prices that makers ask or shoppers pay, the other may not be";
    if (before.bare || behind.bare) return "the subject does not say which it is of";
    if ((before.unowned || behind.unowned) && !may_change(earlier))
        return "the subject does not say whose shares";
    if (may_be_rounded(earlier.claim, later.claim)) return "one of them may be a round number";
    if (is_of_unsaid_year(earlier) || is_of_unsaid_year(later) || is_before_another(earlier, before) ||
        is_before_another(later, behind))
        return "of a time long past, of which the year is not named";
    return "";
}

// "both are for 2025-01", "two figures of one source for 2024".
std::string of_one_time(const ToldClaim& earlier, const ToldClaim& later) {
    const auto& period = earlier.claim.period;
    std::string time = "one time";
    if (period && period->start && period->end) time = days_text(*period->start, *period->end);
    return fmt::format("both are for {}{} and cannot both be right", time,
                       one_source(earlier, later) ? ", of one source," : "");
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
    if (earlier.claim.modality == Modality::projected) {
        if (!one_source(earlier, later))
            return {Standing::not_comparable, "plans or forecasts of two sources"};
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
    if (is_plan && (!one_source(earlier, later) || !earlier.claim.period)) return true;
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

// What why_no_conflict() and apart() ask of the figures alone.
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
