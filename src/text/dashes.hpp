// The long dashes of news copy, which set words apart like commas: the em dash, and the horizontal bar that some papers
// print in its place.
//
//     is_long_dash(document.word(i))
#pragma once
#include <string_view>

namespace figbook {

inline bool is_long_dash(std::string_view mark) {
    return mark == "—" || mark == "―";
}

// Also the en dash, which joins where no blanks are around it.
inline bool is_wide_dash(std::string_view mark) {
    return mark == "–" || is_long_dash(mark);
}

}  // namespace figbook
