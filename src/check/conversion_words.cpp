#include "check/conversion_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/calendar.hpp"
#include "check/check_words.hpp"

namespace figbook {
namespace {

constexpr int first_year = 1800;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Where the second amount starts, behind the first one; npos where the sentence does not have both.
std::size_t start_of_second(std::string_view sentence, std::string_view first, std::string_view second,
                            std::size_t& end_of_first) {
    const std::size_t at = sentence.find(first);
    if (at == std::string_view::npos) return at;
    end_of_first = at + first.size();
    return sentence.find(second, end_of_first);
}

std::string_view between(std::string_view sentence, std::string_view first, std::string_view second) {
    std::size_t end = 0;
    const std::size_t start = start_of_second(sentence, first, second, end);
    return start == std::string_view::npos ? std::string_view() : sentence.substr(end, start - end);
}

// A number of four digits at `at` that may be a year; 0 for none.
int year_at(std::string_view words, std::size_t at) {
    constexpr std::size_t digits = 4;
    if (at + digits > words.size() || (at > 0 && (is_digit(words[at - 1]) || words[at - 1] == ','))) return 0;
    if (at + digits < words.size() && is_digit(words[at + digits])) return 0;
    int year = 0;
    for (const char c : words.substr(at, digits)) {
        if (!is_digit(c)) return 0;
        year = year * 10 + (c - '0');
    }
    return year;
}

}  // namespace

bool are_set_apart(std::string_view sentence, std::string_view first, std::string_view second) {
    const std::string_view joint = between(sentence, first, second);
    return !joint.empty() && joint.find_first_of("([/=—–") == std::string_view::npos;
}

bool has_own_time(std::string_view sentence, std::string_view first, std::string_view second) {
    std::size_t end = 0;
    const std::size_t start = start_of_second(sentence, first, second, end);
    if (start == std::string_view::npos || are_set_apart(sentence, first, second)) return false;
    std::string_view behind = sentence.substr(start + second.size());
    behind = behind.substr(0, behind.find_first_of(")]"));
    if (has_word(behind, CheckWord::todays)) return true;
    for (std::size_t at = 0; at < behind.size(); ++at)
        if (year_at(behind, at) >= first_year) return true;
    return false;
}

bool is_at_the_time(std::string_view sentence, std::string_view first, std::string_view second) {
    std::size_t end = 0;
    const std::size_t start = start_of_second(sentence, first, second, end);
    if (start == std::string_view::npos || are_set_apart(sentence, first, second)) return false;
    const std::string_view behind = sentence.substr(start + second.size());
    return has_word(behind.substr(0, behind.find_first_of(")]")), CheckWord::at_the_time);
}

bool leans_on_slash(std::string_view sentence, std::string_view second) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (second.empty() || is_letter(second.back())) return false;
    for (std::size_t at = sentence.find(second); at != std::string_view::npos;
         at = sentence.find(second, at + 1))
        if (sentence.substr(at + second.size()).starts_with("/")) return true;
    return false;
}

bool may_be_of_both(std::string_view sentence, std::string_view first, std::string_view second) {
    constexpr std::size_t near = 24;
    constexpr std::string_view joint = " and ";
    std::size_t end = 0;
    if (start_of_second(sentence, first, second, end) == std::string_view::npos ||
        are_set_apart(sentence, first, second))
        return false;
    const std::string_view before = sentence.substr(0, end - first.size());
    if (!before.ends_with(joint)) return false;
    const std::string_view other = before.substr(before.size() - std::min(before.size(), near));
    const std::size_t sign = other.find_first_of("$\xC2\xE2");  // "$", "£", "€", "¥"
    return sign != std::string_view::npos || has_word(other, CheckWord::money);
}

bool is_one_of_several(std::string_view sentence, std::string_view first, std::string_view second) {
    std::size_t end = 0;
    const std::size_t start = start_of_second(sentence, first, second, end);
    if (start == std::string_view::npos || are_set_apart(sentence, first, second)) return false;
    const std::string_view sign = second.substr(0, second.find_first_of("0123456789"));
    const std::string_view behind = sentence.substr(start + second.size());
    for (const std::string_view joint : {" or ", ", ", " and ", " to ", ", or ", ", and "})
        if (behind.starts_with(joint) && !sign.empty() && behind.substr(joint.size()).starts_with(sign))
            return true;
    return false;
}

std::optional<int> last_year_before(std::string_view words, int this_year) {
    const std::size_t paragraph = words.rfind('\n');
    if (paragraph != std::string_view::npos) words.remove_prefix(paragraph + 1);
    for (std::size_t at = words.size(); at-- > 0;) {
        const int year = year_at(words, at);
        if (year >= first_year && year < this_year) return year;
        // "This year" is what the text is at, whatever it told before.
        if (year == this_year) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<int> last_year_of_story(std::string_view words, int this_year) {
    while (true) {
        const std::size_t paragraph = words.rfind('\n');
        if (const auto year = last_year_before(words, this_year); year || paragraph == std::string_view::npos)
            return year;
        words = words.substr(0, paragraph);
    }
}

std::optional<unsigned> named_month(std::string_view words) {
    constexpr std::array<std::string_view, 5> openers{"in ", "since ", "last ", "early ", "late "};
    for (std::size_t i = 0; i < month_names.size(); ++i)
        for (std::size_t at = words.find(month_names.at(i)); at != std::string_view::npos;
             at = words.find(month_names.at(i), at + 1))
            for (const std::string_view opener : openers)
                if (words.substr(0, at).ends_with(opener)) return static_cast<unsigned>(i + 1);
    return std::nullopt;
}

}  // namespace figbook
