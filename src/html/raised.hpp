// What <sup> and <sub> say, as plain text can say it: "10<sup>6</sup>" is not 106, and the mark of a footnote is no
// part of the figure that it stands behind.
//
//     raised_text(tree, sup, "a budget of 10")       // "⁶"
//     raised_text(tree, sup, "400")                  // "" for "[3]"
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "html/tree.hpp"

namespace figbook::html {

// `id` is a <sup> or <sub>, `before` what stands before it in its block. None where its text is text as any: "3rd", "m2".
std::optional<std::string> raised_text(const Tree& tree, NodeId id, std::string_view before);

// The tree's text_inside() with raised and lowered numbers as above: a headline has them, too.
std::string shown_line(const Tree& tree, NodeId id, std::size_t most = 1000);

}  // namespace figbook::html
