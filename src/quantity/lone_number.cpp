#include "quantity/lone_number.hpp"

#include <algorithm>

namespace figbook {
namespace {

bool has_digits_alone(std::string_view digits, std::size_t shortest, std::size_t longest) {
    return digits.size() >= shortest && digits.size() <= longest &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_month(const Document& document, std::size_t i) {
    return vocabulary().is(document.tokens[i].word, WordClass::month) && document.tokens[i].is_capitalised();
}

// "May 12", "Sept. 11"
bool is_day(const Document& document, std::size_t i) {
    constexpr std::size_t longest_short_name = 4;
    const std::string_view digits = document.word(i);
    const bool fits = has_digits_alone(digits, 1, 2) && (digits.size() == 1 || digits <= "31");
    if (!fits) return false;
    if (is_month(document, i - 1)) return true;
    return i >= 2 && document.is(i - 1, ".") && !document.tokens[i - 1].space_before() &&
           is_month(document, i - 2) && document.word(i - 2).size() <= longest_short_name;
}

// "In 2024", "between 2019 and 2023", "May 2024"
bool is_dated_year(const Document& document, std::size_t i) {
    const std::string_view digits = document.word(i);
    if (!has_digits_alone(digits, 4, 4) || (digits.substr(0, 2) != "19" && digits.substr(0, 2) != "20"))
        return false;
    return vocabulary().is(document.tokens[i - 1].word, WordClass::before_year) || is_month(document, i - 1);
}

// "CO2", "Q3", "Covid-19"
bool is_joined_to_word(const Document& document, std::size_t i) {
    if (document.tokens[i].space_before()) return false;
    if (document.tokens[i - 1].is_word()) return true;
    return i >= 2 && document.is(i - 1, "-") && !document.tokens[i - 1].space_before() &&
           document.tokens[i - 2].is_word();
}

// "Form 4", "page 12"; not the verb of "form 12 000 groups", nor "phone 555".
bool is_number_of_name(const Document& document, std::size_t i) {
    constexpr std::size_t longest = 6;
    const auto match =
        vocabulary().names_before_numbers.match_before(document.tokens, i, i > longest ? i - longest : 0);
    if (!match || vocabulary().is(document.tokens[i - 1].word, WordClass::phone_word)) return false;
    const bool lower_case_does = *match.meaning == NumberedName::any || *match.meaning == NumberedName::label;
    return lower_case_does || document.tokens[i - match.length].is_capitalised();
}

}  // namespace

bool is_type_of_plane(const Document& document, std::size_t i) {
    const std::string_view digits = document.word(i);
    if (!has_digits_alone(digits, 3, 3) || digits[0] != '7' || digits[1] == '9' || digits[2] != '7')
        return false;
    if (i + 1 >= document.tokens.size()) return false;
    if (!document.tokens[i + 1].space_before()) {
        if (document.reads(i + 1, "x")) return true;
        return document.is(i + 1, "-") && i + 2 < document.tokens.size() &&
               !document.tokens[i + 2].space_before() && has_digits_alone(document.word(i + 2), 1, 2);
    }
    if (document.reads_any(i + 1, {"max", "dreamliner", "dreamliners"}))
        return document.tokens[i + 1].is_capitalised();
    // "the 777 and 787 long-haul aircraft": behind what names them, before what they are
    constexpr std::size_t furthest = 5;
    const bool named = i > 0 && document.reads_any(i - 1, {"the", "its", "new", "older", "and", "or", "of"});
    for (std::size_t next = i + 1; named && next < i + furthest && next < document.token_count; ++next) {
        if (document.reads_any(next, {"jets", "planes", "aircraft", "airliners", "freighters", "jetliners"}))
            return true;
        const bool joint = document.is(next, "-") ||
                           document.reads_any(next, {"and", "or", "long", "haul", "wide", "body"}) ||
                           (has_digits_alone(document.word(next), 3, 3) && document.word(next)[0] == '7');
        if (!joint) break;
    }
    // "six 787 jets", behind how many there are
    const bool counted = i > 0 && (document.tokens[i - 1].is_number() ||
                                   vocabulary().is(document.tokens[i - 1].word, WordClass::number));
    return counted && document.reads_any(i + 1, {"jets", "planes", "aircraft", "airliners", "freighters"});
}

bool is_lone_number(const Document& document, std::size_t i) {
    if (i == 0 || document.tokens[i].starts_line()) return false;
    return is_joined_to_word(document, i) || is_day(document, i) || is_dated_year(document, i) ||
           is_number_of_name(document, i);
}

}  // namespace figbook
