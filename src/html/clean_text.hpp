// Text as a page shows it: white space of all kinds as one space, nothing that is not seen.
//
//     clean_line(" Aid\n rises&shy; ")   // entities are decoded before: "Aid rises"
#pragma once
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace figbook::html {

// Characters that are not seen and part no words: soft hyphens, zero-width spaces, marks of direction, controls.
bool is_invisible(char32_t character);
// White space that parts words, a no-break space too.
bool is_blank(char32_t character);

// On one line, without blanks at its ends.
std::string clean_line(std::string_view text);

// At most `most` bytes of the text, no character cut.
std::string_view beginning_of(std::string_view text, std::size_t most);

// The letters and digits in lower case: what two spellings of a headline share.
std::string letters_of(std::string_view text);

}  // namespace figbook::html
