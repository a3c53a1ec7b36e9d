#include "track/no_conflict.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "track/terms.hpp"
#include "track/told_pair.hpp"

namespace figbook {
namespace {

// Whether the figure stands in the words, and not as a part of a longer one.
bool tells(std::string_view words, std::string_view figure) {
    if (figure.empty()) return false;
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

bool share_one(const Terms& a, const Terms& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& name) {
        return std::find(b.begin(), b.end(), name) != b.end();
    });
}

// Both name some, and none that both do.
bool are_apart(const Terms& a, const Terms& b) {
    return !a.empty() && !b.empty() && !share_one(a, b);
}

// "Ireland's rescue, after that of Greece": several, of which the other sentence does not name each.
bool names_other_countries(const WordsAround& one, const WordsAround& other) {
    const auto has = [](const Terms& places, const std::string& place) {
        return std::find(places.begin(), places.end(), place) != places.end();
    };
    const bool several = std::any_of(one.places.begin(), one.places.end(),
                                     [&](const std::string& place) { return place != one.places.front(); });
    return several && !(other.places.empty() && other.own_places.empty()) &&
           std::any_of(one.places.begin(), one.places.end(), [&](const std::string& place) {
               return !has(other.places, place) && !has(other.own_places, place);
           });
}

// Neither the subject nor its sentence says whose it is.
bool is_ownerless(const WordsAround& around) {
    return !around.named && around.places.empty() && around.own_places.empty();
}

// Two firms or bodies, each named.
bool are_two_organisations(const ToldClaim& a, const ToldClaim& b) {
    const auto is_one = [](const ToldClaim& told) {
        return told.claim.source && told.claim.source->kind == SourceKind::organisation;
    };
    return is_one(a) && is_one(b) && two_names(a, b);
}

// Half of their words stand in both sentences.
bool tell_the_same(const Terms& a, const Terms& b) {
    Terms both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return 4 * both.size() >= a.size() + b.size();
}

// What is counted anew for a whole year comes near to what it was.
bool is_revision(const Claim& a, const Claim& b) {
    constexpr double most = 0.1;
    const double first = a.value.absolute().to_double();
    const double second = b.value.absolute().to_double();
    return std::abs(first - second) <= most * std::max(first, second);
}

// One is of months that are named, the other of a quarter that is counted: the third quarter of a firm may be another one
// than from July to September.
bool may_be_of_firms_year(const WordsAround& a, const WordsAround& b) {
    const bool is_of_country = (a.statistic && b.statistic && !(a.own && b.own)) || a.last || b.last;
    return !is_of_country && (a.counted_time != b.counted_time || a.fiscal != b.fiscal);
}

// "In new loans to builders", where the other sentence tells of no builders.
bool names_part(const WordsAround& one, const WordsAround& other) {
    return std::any_of(one.parts.begin(), one.parts.end(), [&](const Terms& part) {
        return std::none_of(part.begin(), part.end(), [&](const std::string& word) {
            return std::binary_search(other.words.begin(), other.words.end(), word);
        });
    });
}

// A place of the one subject that the other sentence does not tell of.
bool has_other_place(const WordsAround& one, const WordsAround& other) {
    return std::any_of(one.own_places.begin(), one.own_places.end(), [&](const std::string& place) {
        return !std::binary_search(other.words.begin(), other.words.end(), place);
    });
}

// "As of Tuesday 27,570,742 cases": of so many there are more each hour.
bool is_running_count(const ToldClaim& told, const WordsAround& around) {
    constexpr int fresh = 7;  // days
    const auto& period = told.claim.period;
    const bool is_count = told.claim.kind == Kind::count || told.claim.kind == Kind::number;
    if (!is_count || !around.as_of || !period || !period->end || !told.published) return false;
    return period->start == period->end && days_between(*period->end, *told.published) <= fresh;
}

bool is_of_one_day(const ToldClaim& told) {
    const auto& period = told.claim.period;
    return period && period->start && period->start == period->end && told.claim.role != Role::change;
}

// A month that its sentence joins to another one: "in January/March".
bool is_of_longer_time(const ToldClaim& told, const WordsAround& around) {
    constexpr int month = 31;
    const auto& period = told.claim.period;
    return around.months_joined && period && period->start && period->end &&
           days_between(*period->start, *period->end) <= month;
}

// Of an article whose day is not known, and of a time that names no year: it may be of any.
bool is_of_unknown_day(const ToldClaim& told) {
    if (told.published) return false;
    const auto& period = told.claim.period;
    return !period ||
           (period->words.find("19") == std::string::npos && period->words.find("20") == std::string::npos);
}

// "In 1995/96" right behind the figure; "" where no such year is.
std::string_view season_behind(std::string_view sentence, std::string_view figure) {
    constexpr std::size_t near = 24;
    constexpr std::size_t length = 7;
    const std::size_t at = sentence.find(figure);
    if (figure.empty() || at == std::string_view::npos) return {};
    const std::string_view behind = sentence.substr(at + figure.size(), near);
    const std::size_t slash = behind.find('/');
    if (slash == std::string_view::npos || slash < 4 || slash + 3 > behind.size()) return {};
    const std::string_view season = behind.substr(slash - 4, length);
    return season.starts_with("19") || season.starts_with("20") ? season : std::string_view();
}

// "Down 41% since 1997".
bool is_measured_since(const ToldClaim& told) {
    const auto says_since = [](const std::optional<Period>& time) {
        return time && time->words.find("since") != std::string::npos;
    };
    return says_since(told.claim.period) || says_since(told.claim.baseline);
}

bool is_percent(const ToldClaim& told) {
    return told.claim.kind == Kind::percent || told.claim.kind == Kind::points;
}

// ---- What the words say of it, in the order in which readers are told.

std::string_view why_not_told_as_so(const ToldClaim& earlier, const WordsAround& before,
                                    const ToldClaim& later, const WordsAround& behind) {
    if (before.deny || behind.deny) return "one of the sentences may say that it is not so";
    if (!one_source(earlier, later) && (before.ask || behind.ask))
        return "polls or estimates of two may differ";
    if (earlier.claim.modality == Modality::actual && (before.expected || behind.expected))
        return "one of them is what people expect";
    if (earlier.claim.modality == Modality::projected && before.benchmark && behind.benchmark)
        return "what is expected of many firms is added up anew all day";
    if (is_converted(earlier) || is_converted(later))
        return "one of them is converted, at the rate of its own day";
    if (before.revise || behind.revise) return "one of them is provisional or revised";
    return "";
}

std::string_view why_of_other_owner(const ToldClaim& earlier, const WordsAround& before,
                                    const ToldClaim& later, const WordsAround& behind) {
    if (before.own && behind.own && !share_one(before.names, behind.names))
        return "no name that both have says whose it is";
    if (is_ownerless(before) && is_ownerless(behind) && !share_one(before.names, behind.names) &&
        !share_one(before.told_places, behind.told_places) && !before.last && !behind.last)
        return "no name that both have says whose it is";
    if (before.of_a_firm && behind.of_a_firm && !share_one(before.names, behind.names))
        return "each may be of another firm, and no name is in both";
    if (are_apart(before.places, behind.places)) return "the sentences name two countries";
    if (names_other_countries(before, behind) || names_other_countries(behind, before))
        return "one of the sentences names several countries, and of which it is, nobody says";
    if (are_two_organisations(earlier, later) && is_ownerless(before) && is_ownerless(behind))
        return "two that say it may each speak of their own";
    if (before.own && behind.own && (has_other_place(before, behind) || has_other_place(behind, before)))
        return "one of them is of a country that the other sentence does not name";
    if (!(before.named && behind.named) && !before.last && !behind.last && !may_change(earlier) &&
        !tell_the_same(before.words, behind.words))
        return "the subject names nobody, and the sentences tell of different things";
    if (before.bare || behind.bare) return "the subject does not say which it is of";
    if ((before.unowned || behind.unowned) && !may_change(earlier))
        return "the subject does not say whose shares";
    return "";
}

std::string_view why_of_part(const ToldClaim& earlier, const WordsAround& before, const WordsAround& behind) {
    if (before.first_of != behind.first_of) return "each is of the first so many of them";
    if (before.one_of != behind.one_of) return "one of them is a part of it";
    if (before.world != behind.world) return "one of them is of all the world";
    if (before.groups != behind.groups) return "one of them is of a group of people, the other is not of it";
    if (before.own && behind.own && before.branch != behind.branch)
        return "one is of a part of the firm, the other may be of all";
    if (are_apart(before.branches, behind.branches)) return "each is of another part of the firm";
    if (is_percent(earlier) && before.adds != behind.adds)
        return "one of them is what something else adds to it";
    if (before.distance || behind.distance) return "one of them is how far it is from another figure";
    if (before.all_private != behind.all_private) return "one is of private ones, the other may be of all";
    if (before.part || behind.part) return "something may be left out or taken in";
    if (before.aside || behind.aside)
        return "one of them stands in a clause of its own, which may be of a part";
    if (names_part(before, behind) || names_part(behind, before))
        return "one sentence names behind the figure what the other does not tell of";
    if (before.two_times != behind.two_times) return "one of them is of two things and times together";
    if (before.makers != behind.makers || before.shoppers != behind.shoppers)
        return "one is of prices that makers ask or shoppers pay, the other may not be";
    return "";
}

std::string_view why_of_other_time(const ToldClaim& earlier, const WordsAround& before,
                                   const ToldClaim& later, const WordsAround& behind) {
    if (before.moving && behind.moving && earlier.published == later.published)
        return "of one day, within which it moves";
    if (before.moving && behind.moving && (before.within_day || behind.within_day))
        return "one of them is of an hour of a day, within which it moves";
    if (before.moving && behind.moving && is_of_one_day(earlier) && !(before.closing && behind.closing))
        return "of one day, within which it moves";
    if (may_be_of_split_shares(earlier, later)) return "told long after, when the shares may have been split";
    if (before.since != behind.since) return "one of them is measured from a time, the other may not be";
    if (earlier.article_id != later.article_id && (is_of_unknown_day(earlier) || is_of_unknown_day(later)))
        return "the day of one of the articles is not known, and no year is named";
    if (season_behind(before.sentence, earlier.claim.text) !=
        season_behind(behind.sentence, later.claim.text))
        return "one of them is of another season";
    if ((before.from_extreme || behind.from_extreme) && !may_change(earlier) &&
        earlier.published != later.published)
        return "measured from a high or low up to the day of its article";
    if (is_measured_since(earlier) && is_measured_since(later) && !(earlier.published && later.published))
        return "both are measured up to the day of their articles, of which one is not known";
    if (are_apart(before.lengths, behind.lengths)) return "of spans of different length";
    if (before.other_month || behind.other_month) return "the subject names another month";
    if (is_of_longer_time(earlier, before) || is_of_longer_time(later, behind))
        return "one sentence joins several months";
    if (before.add_up || behind.add_up) return "sums so far, which may end on different days";
    if (is_running_count(earlier, before) || is_running_count(later, behind))
        return "counted as of a day, while more were being counted";
    if (may_be_of_firms_year(before, behind))
        return "the quarters and years of firms need not be those of the calendar";
    if (before.open_from || behind.open_from)
        return "one of them is what it came from, and may be of the time before";
    if (before.prior || behind.prior) return "before another time that only the article says";
    if (is_of_unsaid_year(earlier) || is_of_unsaid_year(later) || is_before_another(earlier, before) ||
        is_before_another(later, behind))
        return "of a time long past, of which the year is not named";
    return "";
}

std::string_view why_of_two_things(const ToldClaim& earlier, const WordsAround& before,
                                   const ToldClaim& later, const WordsAround& behind) {
    if (digits_of(earlier.claim.text) != digits_of(later.claim.text) &&
        (tells(before.sentence, digits_of(later.claim.text)) ||
         tells(behind.sentence, digits_of(earlier.claim.text))))
        return "one sentence tells both figures, so that they are of two things";
    if (of_one_paper_and_day(earlier, later)) return "of one paper and day, and so rather of two things";
    if (is_too_far(earlier.claim, later.claim)) return "too far apart to be of one thing";
    if (before.points || behind.points) return "one of the sentences only points to what it is of";
    if (may_be_rounded(earlier.claim, later.claim)) return "one of them may be a round number";
    return "";
}

}  // namespace

std::string_view why_no_conflict(const ToldClaim& earlier, const WordsAround& before, const ToldClaim& later,
                                 const WordsAround& behind) {
    if (const auto why = why_not_told_as_so(earlier, before, later, behind); !why.empty()) return why;
    if (const auto why = why_of_other_owner(earlier, before, later, behind); !why.empty()) return why;
    if (const auto why = why_of_part(earlier, before, behind); !why.empty()) return why;
    if (const auto why = why_of_other_time(earlier, before, later, behind); !why.empty()) return why;
    return why_of_two_things(earlier, before, later, behind);
}

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

}  // namespace figbook
