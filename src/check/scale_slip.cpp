#include "check/scale_slip.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <tuple>

#include "base/utf8.hpp"
#include "check/check_words.hpp"
#include "track/real_interval.hpp"

namespace figbook {
namespace {

constexpr double smallest = 10000;  // of the two: below, the same digits come by chance

bool is_amount(const Claim& claim) {
    return claim.kind == Kind::money || claim.kind == Kind::count ||
           (claim.kind == Kind::measure && !claim.is_duration());
}

// "2.5", not "5" or "500": digits that say which figure it is.
bool is_telling(const Decimal& value) {
    const std::int64_t digits = value.absolute().coefficient();
    return digits >= 10;
}

// What a paper prints twice, it may call "some" once and "more than" the next time. Zeros count: "250,000" is no slip of
// "255 million".
RealInterval as_printed(const Claim& claim) {
    Claim figure;  // alone: to copy the words around it takes longer than all the rest
    figure.value = claim.value;
    figure.high = claim.high;
    figure.resolution = claim.resolution;
    return printed_interval(figure, Decimal::power_of_ten(Decimal::max_exponent));
}

// True where one is the other times the factor, or what it is rounded to: 1.3 and 1.4 are not.
bool is_times(const Claim& first, double factor, const Claim& second) {
    const double expected = first.value.absolute().to_double() * factor;
    const double found = second.value.absolute().to_double();
    return meet(scaled(as_printed(first), factor), {found, found}) ||
           meet(as_printed(second), {expected, expected});
}

// The words, without "'s" and marks.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool in_word =
            std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
        if (in_word)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    std::erase_if(words, [](const std::string& word) { return word.size() < 2; });
    return words;
}

}  // namespace

bool may_slip(const Claim& claim) {
    if (!is_amount(claim) || claim.high || !is_telling(claim.value)) return false;
    return claim.value.absolute().to_double() >= smallest && as_printed(claim).low >= smallest;
}

std::optional<int> scale_slip(const Claim& first, const Claim& second) {
    if (!may_slip(first) || !may_slip(second) || first.kind != second.kind || first.unit != second.unit ||
        first.per != second.per)
        return std::nullopt;
    if (first.high || second.high || !is_telling(first.value) || !is_telling(second.value))
        return std::nullopt;
    for (const int power : {3, 6, 9})
        for (const int sign : {1, -1})
            if (is_times(first, std::pow(10.0, sign * power), second)) return sign * power;
    return std::nullopt;
}

std::vector<std::string> subject_words(const std::string& subject) {
    std::vector<std::string> words;
    for (const std::string& word : words_of(lower(subject)))
        if (!has_word(word, CheckWord::empty_word) && !has_word(word, CheckWord::people) &&
            !has_word(word, CheckWord::persons))
            words.push_back(word);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

bool is_same_subject(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto& [few, many] = a.size() <= b.size() ? std::tie(a, b) : std::tie(b, a);
    return !few.empty() && std::includes(many.begin(), many.end(), few.begin(), few.end());
}

}  // namespace figbook
