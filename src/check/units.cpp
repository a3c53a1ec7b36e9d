// The check `units`: measures that an article gives in two units, "230 km/h (143 mph)", through check_unit_conversion().
//
// Extraction joins two measures as one restated where they come to nearly the same. What is wrong does not, so that
// this check looks for such pairs by itself, and asks for more: an opening bracket or ", or" between the two, and nothing
// else behind the second but the end of the bracket or clause.
#include <algorithm>

#include "base/ascii.hpp"
#include "check/amount_words.hpp"
#include "check/check_words.hpp"
#include "check/checks.hpp"
#include "check/stored_article.hpp"
#include "check/unit_conversion.hpp"
#include "check/words_at.hpp"

namespace figbook {
namespace {

// "230 km/h (", "20 miles of road (": up to four words, no other mark.
bool opens_bracket(std::string_view between) {
    constexpr std::ptrdiff_t most_words = 4;
    if (between.empty() || (between.back() != '(' && between.back() != '[')) return false;
    between.remove_suffix(1);
    return between.find_first_of(",;:.()[]0123456789-") == std::string_view::npos &&
           std::count(between.begin(), between.end(), ' ') <= most_words;
}

bool is_restated_in_brackets(const StoredArticle& article, const Claim& original, const Claim& converted) {
    const std::string_view between = without_blanks(article.between(original, converted));
    const std::string_view behind = without_blanks(words_behind(article.text, converted));
    const auto behind_is_one_of = [&](std::string_view marks) {
        return !behind.empty() && marks.find(behind.front()) != std::string_view::npos;
    };
    if (opens_bracket(between)) return behind_is_one_of(")];");
    return between == ", or" && (behind.empty() || behind_is_one_of(",.;:)"));
}

bool is_same_thing(const Claim& original, const Claim& converted) {
    return original.kind == Kind::measure && converted.kind == Kind::measure &&
           original.unit != converted.unit && (original.per == converted.per || converted.per.empty());
}

std::string_view near_before(const StoredArticle& article, const Claim& claim) {
    constexpr std::uint32_t near = 32;
    return without_blanks(words_before(article.text, claim, near));
}

// "rose by 2C", "a rise of 2C".
bool is_difference(const StoredArticle& article, const Claim& claim) {
    return claim.role == Role::change && ends_with_word(near_before(article, claim), CheckWord::by_how_much);
}

// Between two parts of one measure.
bool joins_parts(std::string_view joint) {
    return joint == " " || joint == ", " || joint == " and ";
}

// "1 metre 47 cm (4ft 10in)", "a 7-pound, 4-ounce (3.3 kg) girl"
bool is_behind_measure(const StoredArticle& article, std::size_t i) {
    if (i == 0) return false;
    const Claim& before = article.claims[i - 1];
    return before.kind == Kind::measure && !before.is_duration() &&
           before.sentence == article.claims[i].sentence && before.unit != article.claims[i].unit &&
           joins_parts(article.between(before, article.claims[i]));
}

// "16st 7lb (105kg)", "one and half stone (9kg)": what is converted is both.
bool is_rest_of_another(const StoredArticle& article, const Claim& claim) {
    std::string_view before = near_before(article, claim);
    if (claim.text.starts_with("half") && (before.ends_with(" and") || before.ends_with(" and ")))
        return true;
    // "4st and 3lb"
    if (constexpr std::string_view joint = " and"; before.ends_with(joint))
        before.remove_suffix(joint.size());
    const std::size_t blank = before.find_last_of(" \t\n");
    const std::string_view word = blank == std::string_view::npos ? before : before.substr(blank + 1);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '"'; };
    if (word.empty() || word.front() < '0' || word.front() > '9') return false;
    // "10 below zero Fahrenheit"
    const bool is_in_words = claim.text.find_first_of("0123456789") == std::string::npos;
    return is_letter(word.back()) || is_in_words;
}

// "2.4 metres (7 feet, 10.5 inches)": the conversion goes on in a smaller unit.
bool goes_on_in_another(const StoredArticle& article, std::size_t i) {
    if (i + 1 >= article.claims.size()) return false;
    const Claim& next = article.claims[i + 1];
    if (next.kind != Kind::measure || next.is_duration() || next.sentence != article.claims[i].sentence)
        return false;
    const std::string_view joint = article.between(article.claims[i], next);
    return joins_parts(joint) || joint.empty();
}

// "7'6 feet", "7’6 feet": a mark of feet stands before the figure, which is of inches then.
bool is_behind_mark_of_feet(const StoredArticle& article, const Claim& claim) {
    constexpr std::uint32_t longest = 4;
    const std::uint32_t start = claim.span.start - std::min(claim.span.start, longest);
    std::string_view before = article.words({start, claim.span.start});
    for (const std::string_view mark : {"'", "’", "′"})
        if (before.ends_with(mark)) {
            before.remove_suffix(mark.size());
            return !before.empty() && before.back() >= '0' && before.back() <= '9';
        }
    return false;
}

// "6 hectares (14.8 acres), up from 2.5 (6.1 acres)": its unit is that of a figure before it, of which there may be two.
bool has_no_unit_of_its_own(const Claim& claim) {
    return claim.text.find_first_not_of("0123456789.,- ") == std::string::npos;
}

// "5.75 grams per ton (1.8 million ounces)", "6.2 g/t (3.3 million ounces)": of each of something, and all of it.
bool is_rate_beside_whole(const StoredArticle& article, const Claim& original, const Claim& converted) {
    const std::string_view behind = article.words({original.span.end, converted.span.start});
    const bool is_rate = !original.per.empty() || behind.starts_with(" per ") || behind.starts_with("/");
    const std::string_view rest = article.words({converted.span.end, converted.sentence.end});
    return is_rate && converted.per.empty() && !rest.starts_with(" per ") && !rest.starts_with("/");
}

// The claim that claim `i` gives in another unit.
std::optional<std::size_t> original_of(const StoredArticle& article, std::size_t i) {
    const Claim& claim = article.claims[i];
    if (claim.kind != Kind::measure || claim.is_duration()) return std::nullopt;
    if (claim.relation) {
        const bool restates = claim.relation->kind == RelationKind::restates;
        return restates && is_same_thing(article.claims.at(claim.relation->claim), claim)
                   ? std::optional(claim.relation->claim)
                   : std::nullopt;
    }
    if (i == 0) return std::nullopt;
    const Claim& before = article.claims[i - 1];
    if (before.sentence != claim.sentence || !is_same_thing(before, claim)) return std::nullopt;
    return is_restated_in_brackets(article, before, claim) ? std::optional(i - 1) : std::nullopt;
}

}  // namespace

void check_units(const StoredArticle& article, std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        const auto original = original_of(article, i);
        if (!original) continue;
        const Claim& first = article.claims[*original];
        if (has_word(article.between(first, article.claims[i]), CheckWord::below_zero)) continue;
        const auto check = check_unit_conversion(first, article.claims[i], is_difference(article, first));
        if (!check || is_rest_of_another(article, first) || is_behind_mark_of_feet(article, first) ||
            is_behind_measure(article, *original) || goes_on_in_another(article, i))
            continue;
        if (check->verdict == Verdict::off &&
            (has_no_unit_of_its_own(first) || is_rate_beside_whole(article, first, article.claims[i])))
            continue;
        auto finding = finding_of(article, {*original, i}, check->verdict, check->explanation);
        if (!finding) continue;
        finding->stated = first.text + " (" + article.claims[i].text + ")";
        if (!check->factor.empty()) finding->lines.emplace_back("factor", check->factor);
        finding->details.emplace_back(
            "expected", check->expected ? Value(rounded_number(*check->expected, 6).to_string()) : Value());
        finding->details.emplace_back("factor", check->factor.empty() ? Value() : Value(check->factor));
        findings.push_back(std::move(*finding));
    }
}

}  // namespace figbook
