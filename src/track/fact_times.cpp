#include "track/fact_times.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/utf8.hpp"
#include "track/words.hpp"

namespace figbook {
namespace {

std::string folded(const std::string& words) {
    std::string terms;
    for (const TrackedWord& word : tracked_words(words)) {
        if (!terms.empty()) terms += ' ';
        terms += word.folded;
    }
    return terms;
}

// "2024-01-01/2024-12-31"; "" for the day of the article and for what holds until then.
std::string period_key(const Article& article, const std::optional<Period>& period) {
    if (!period) return "";
    if (!period->start && !period->end) return "in words: " + folded(period->words);
    const std::string end = period->end ? iso(*period->end) : "";
    if (article.published && period->end == article.published) {
        if (period->start == article.published) return "";
        return (period->start ? iso(*period->start) : "") + "/the day of its article";
    }
    return (period->start ? iso(*period->start) : "") + "/" + end;
}

// "From 6.5 million last year".
bool is_compared_with(const Article& article, const Claim& claim) {
    if (claim.role == Role::from) return true;
    std::string_view before = std::string_view(article.text).substr(0, claim.span.start);
    if (constexpr std::string_view definite = "the "; before.ends_with(definite))
        before.remove_suffix(definite.size());
    for (const std::string_view word :
         {" from ", " against ", " versus ", " vs ", " compared with ", " compared to "})
        if (before.ends_with(word)) return true;
    return false;
}

// "Against 126,000 a year ago" is of the week or month that the sentence tells of, a year before, and not of a year.
bool is_same_time_before(const Article& article, const std::vector<Claim>& claims, const Claim& claim,
                         const std::optional<Period>& period) {
    if (!period || !period->start || !period->end || *period->start == *period->end) return false;
    const std::string words = lower(period->words);
    for (const std::string_view ending : {"ago", "earlier", "before", "previously"})
        if (words.ends_with(ending)) return true;
    if (words.find("year-ago") != std::string::npos) return true;
    if (words != "last year") return false;
    const auto of_sentence = claims_of(claims, claim.sentence);
    return std::any_of(of_sentence.begin(), of_sentence.end(), [&](const Claim& one) {
        return one.sentence == claim.sentence && one.period && one.period->words == period->words &&
               is_compared_with(article, one);
    });
}

// "Next year" of an article without a date is any year.
bool is_any_year(const std::string& time) {
    return time.starts_with("in words") && time.find_first_of("0123456789") == std::string::npos;
}

}  // namespace

std::span<const Claim> claims_of(const std::vector<Claim>& claims, Span sentence) {
    const auto is_before = [](const Claim& claim, std::uint32_t at) { return claim.span.start < at; };
    const auto first = std::lower_bound(claims.begin(), claims.end(), sentence.start, is_before);
    return {first, std::lower_bound(first, claims.end(), sentence.end, is_before)};
}

FactTimes times_of_fact(const Article& article, const std::vector<Claim>& claims, const Claim& claim,
                        bool is_change) {
    const bool before = claim.role == Role::from && claim.baseline;
    const std::optional<Period>& period = before ? claim.baseline : claim.period;
    FactTimes times;
    times.period = period_key(article, period);
    times.is_of_article = is_same_time_before(article, claims, claim, period);
    if (times.is_of_article) return times;
    if (is_change) times.baseline = period_key(article, claim.baseline);
    times.is_of_article = is_any_year(times.period) || is_any_year(times.baseline);
    return times;
}

}  // namespace figbook
