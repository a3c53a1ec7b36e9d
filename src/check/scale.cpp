// The check `scale`: one figure twice in an article, or of one fact in two articles, once in millions and once in billions.
//
// Figures are the same thing where their subjects have the same words, they play the same part (level, change, share)
// and no two different times are named.
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <tuple>

#include "check/check_words.hpp"
#include "check/checks.hpp"
#include "check/conflicts.hpp"
#include "check/scale_slip.hpp"
#include "check/stored_article.hpp"

namespace figbook {
namespace {

// What is alike in figures of one thing, beside their subject: kind, unit, denominator, role, direction.
using Sort = std::tuple<Kind, std::string, std::string, Role, Change>;

// Figures of one sort, so that the time for a long list of them does not grow with its square.
constexpr std::size_t looked_back_at = 64;

bool may_be_one_time(const Claim& a, const Claim& b) {
    if (!a.period || !b.period) return true;
    return a.period->start == b.period->start && a.period->end == b.period->end;
}

// "Far less than Merrow's 1.5 billion".
bool is_of_somebody(const StoredArticle& article, const Claim& claim) {
    const std::string_view before = std::string_view(article.text).substr(0, claim.span.start);
    for (const std::string_view owner : {"'s ", "’s ", "s' ", "s’ "})
        if (before.ends_with(owner)) return true;
    return false;
}

std::string_view line_before(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 400;
    const std::string_view before = text.substr(0, at).substr(at - std::min(at, longest));
    const std::size_t line = before.rfind('\n');
    return line == std::string_view::npos ? before : before.substr(line + 1);
}

bool is_number_at(std::string_view words, std::size_t at) {
    return at < words.size() && words[at] >= '0' && words[at] <= '9';
}

// A row of a table, which may count in thousands: bars or two blanks stand between the figure and the number next to it,
// or between what it is of and the figure at the end of the line.
bool is_in_table(std::string_view text, Span figure) {
    constexpr std::size_t narrowest = 2;  // blanks
    constexpr std::string_view marks = "$()%€£-–—";
    const std::string_view own = figure.in(text);
    if (own.starts_with('$') && own.ends_with('$')) return true;  // with the sign of the next column
    const std::string_view left = line_before(text, figure.start);
    const std::string_view right = text.substr(figure.end).substr(0, text.substr(figure.end).find('\n'));
    const std::size_t last = left.find_last_not_of(" \t|$(€£");
    const std::string_view gap = last == std::string_view::npos ? left : left.substr(last + 1);
    const bool is_wide =
        gap.find_first_of("\t|") != std::string_view::npos || gap.find("  ") != std::string_view::npos;
    const bool is_left = last != std::string_view::npos &&
                         (is_number_at(left, last) || left[last] == ')' || left[last] == '%');
    if (is_wide && is_left) return true;
    const std::string_view behind = right.substr(std::min(right.find_first_not_of(marks), right.size()));
    const std::size_t next = behind.find_first_not_of(" \t|$(€£");
    if (next == std::string_view::npos) return is_wide && gap.size() > narrowest;
    const std::string_view next_gap = behind.substr(0, next);
    return is_number_at(behind, next) && (next_gap.find_first_of("\t|") != std::string_view::npos ||
                                          next_gap.find("  ") != std::string_view::npos);
}

// Whether the word stands with its capital within a sentence, too: "Sales" at the start of one is no name.
bool is_name_in(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (at < 2 || text[at - 1] != ' ') continue;
        const char before = text[at - 2];
        if ((before >= 'a' && before <= 'z') || before == ',') return true;
    }
    return false;
}

// "Merrow": who it is, and not what is measured of it.
bool is_only_name(std::string_view text, const std::string& subject) {
    std::size_t start = 0;
    while (start < subject.size()) {
        const std::size_t end = std::min(subject.find(' ', start), subject.size());
        const std::string word = subject.substr(start, end - start);
        const bool says_nothing = word.empty() || has_word(word, CheckWord::empty_word);
        const bool is_small = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
        if (!says_nothing && (is_small || !is_name_in(text, word))) return false;
        start = end + 1;
    }
    return true;
}

// "279,000 daily transactions": so many each day, and not in all.
std::string_view how_often(const StoredArticle& article, const Claim& claim) {
    constexpr std::size_t near = 24;
    const std::string_view text = article.text;
    const std::string_view behind = text.substr(claim.span.end).substr(0, near);
    const std::size_t start = claim.span.start - std::min<std::size_t>(claim.span.start, near);
    const std::string_view before = text.substr(start, claim.span.start - start);
    for (const std::string_view words : {std::string_view(claim.subject), behind, before})
        if (const std::string_view found = found_word(words, CheckWord::how_often); !found.empty())
            return found;
    return {};
}

std::string_view factor_words(int power) {
    switch (power) {
        case 3:
            return "a thousand";
        case 6:
            return "a million";
        default:
            return "a thousand million";
    }
}

std::string explanation_of(const Claim& first, const Claim& second, int power) {
    return fmt::format("{} and {} of \"{}\" are {} times apart: one of them may be a slip", first.text,
                       second.text, second.subject, factor_words(std::abs(power)));
}

class ScaleChecker {
 public:
    explicit ScaleChecker(std::vector<Finding>& findings) : findings_(findings) {}

    void operator()(const StoredArticle& article) {
        std::map<Sort, std::vector<std::size_t>> sorts;
        for (std::size_t i = 0; i < article.claims.size(); ++i) {
            const Claim& claim = article.claims[i];
            if (claim.relation || !may_slip(claim)) continue;
            auto& before = sorts[{claim.kind, claim.unit, claim.per, claim.role, claim.change}];
            compare(article, before, i);
            before.push_back(i);
        }
    }

 private:
    void compare(const StoredArticle& article, const std::vector<std::size_t>& before, std::size_t figure) {
        const Claim& claim = article.claims[figure];
        const std::size_t count = std::min(before.size(), looked_back_at);
        for (auto other = before.rbegin(); other != before.rbegin() + static_cast<std::ptrdiff_t>(count);
             ++other) {
            const Claim& first = article.claims[*other];
            const auto power = scale_slip(first, claim);
            if (!power || first.sentence == claim.sentence || !may_be_one_time(first, claim)) continue;
            if (is_in_table(article.text, first.span) || is_in_table(article.text, claim.span)) continue;
            if (how_often(article, first) != how_often(article, claim)) continue;
            if (is_of_somebody(article, first) != is_of_somebody(article, claim)) continue;
            if (is_only_name(article.text, first.subject) || is_only_name(article.text, claim.subject))
                continue;
            if (!is_same_subject(subject_words(first.subject), subject_words(claim.subject))) continue;
            // Of which figures that is said, is not told.
            if (has_word(article.text, CheckWord::in_thousands)) continue;
            add(article, *other, figure, *power);
            return;
        }
    }

    void add(const StoredArticle& article, std::size_t first, std::size_t second, int power) {
        const Claim& claim = article.claims[second];
        auto finding = finding_of(article, {first, second}, Verdict::off,
                                  explanation_of(article.claims[first], claim, power));
        if (!finding) return;
        finding->lines.emplace_back("and", shown_sentence(article, claim));
        findings_.push_back(std::move(*finding));
    }

    std::vector<Finding>& findings_;
};

}  // namespace

void check_scale(const StoredArticle& article, std::vector<Finding>& findings) {
    ScaleChecker{findings}(article);
}

std::optional<Finding> check_scale(const Conflict& conflict) {
    const auto power = scale_slip(conflict.other.claim, conflict.shown.claim);
    if (!power) return std::nullopt;
    return finding_of(
        conflict, fmt::format("{} and {} of \"{}\" are {} times apart: one of them may be a slip",
                              told_by(conflict.other), told_by(conflict.shown), conflict.shown.claim.subject,
                              factor_words(std::abs(*power))));
}

}  // namespace figbook
