// Bytes of ASCII, whatever else is in the text: what is none of them stays as it is.
//
//     lower_ascii("UTF-8")             // "utf-8"
//     without_blanks(" 5.2 \t")        // "5.2"
//     is_all_digits("2024")            // true; false for ""
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace figbook {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline bool is_all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

constexpr char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

inline std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = lower_ascii(c);
    return result;
}

// Without those at both ends.
inline std::string_view without_blanks(std::string_view text, std::string_view blanks = " \t\r\n") {
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace figbook
