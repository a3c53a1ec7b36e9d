// A stretch of a text, broken into lines, with marks below the words that matter.
//
//     marked_text("Sales rose 5% to €2bn.", {0, 24}, {{{11, 13}, '^', "1"}, {{17, 22}, '^', "2"}}, 80)
//     // Sales rose 5% to €2bn.
//     //            1^    2^^^
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace figbook {

inline constexpr std::string_view white_space = " \n\t\r\f\v";

struct Mark {
    Span span;          // bytes of the text
    char sign = '^';    // below each of its columns
    std::string label;  // instead of the first ones, may be empty
};

// `width` is the columns of a line; 0 breaks none. White space shows as one space, control characters as "\u001b".
std::string marked_text(std::string_view text, Span stretch, const std::vector<Mark>& marks,
                        std::size_t width);

// The text with each word that is too long to read cut in its middle: "1111…1111".
std::string without_long_words(std::string_view text);

}  // namespace figbook
