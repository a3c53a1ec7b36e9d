// Words in lines that are no wider than a terminal.
//
//     wrapped("the verb \"rose\" before it", "   change    ", 13, 40)
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace figbook {

// Behind `first` on the first line, behind `indent` blanks on each next, none with blanks at its end. No line is wider
// than `width` columns but for a word that is; 0 breaks none.
std::string wrapped(std::string_view words, std::string_view first, std::size_t indent, std::size_t width);

}  // namespace figbook
