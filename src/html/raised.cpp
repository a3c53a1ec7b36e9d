#include "html/raised.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "html/clean_text.hpp"

namespace figbook::html {
namespace {

constexpr std::size_t longest_raised = 16;
constexpr NodeId most_nodes_of_mark = 8;
constexpr NodeId most_nodes_of_line = 200;
// Units that are squared have shorter names: km, ft.
constexpr std::size_t letters_of_word = 4;
constexpr std::string_view digits = "0123456789";

std::string_view without_blanks_behind(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \n");
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

// "<sup><a href=#f1>1</a></sup>"
bool holds_link(const Tree& tree, NodeId id) {
    const NodeId end = std::min(tree[id].end, id + most_nodes_of_mark);
    for (NodeId inside = id + 1; inside < end; ++inside)
        if (tree[inside].tag == Tag::a) return true;
    return false;
}

// "[3]", "(b)", "*", "1,2"
bool is_written_as_mark(std::string_view text) {
    const bool bracketed =
        (text.starts_with('[') && text.ends_with(']')) || (text.starts_with('(') && text.ends_with(')'));
    const bool starred = text == "*" || text == "**" || text == "†" || text == "‡";
    const bool listed = is_digit(text.front()) && is_digit(text.back()) &&
                        text.find_first_of(", ") != std::string_view::npos &&
                        text.find_first_not_of("0123456789, ") == std::string_view::npos;
    return bracketed || starred || listed;
}

// A number behind the end of a sentence, a closing sign or a long word, or at the start of a line, is a footnote's.
bool is_place_of_mark(std::string_view before) {
    if (before.empty()) return true;
    for (const std::string_view sign :
         {".", ",", ";", ":", "!", "?", ")", "]", "\"", "'", "%", "”", "’", "»", "…"})
        if (before.ends_with(sign)) return true;
    std::size_t letters = 0;
    while (letters < before.size()) {
        const auto c = static_cast<unsigned char>(before[before.size() - 1 - letters]);
        const bool letter = c >= 0x80 || (c >= 'a' && c <= 'z');
        if (!letter) break;
        if (++letters >= letters_of_word) return true;
    }
    return false;
}

// The first character of the text that follows the element at once; 0 where other things do.
char next_character(const Tree& tree, NodeId id) {
    const NodeId next = tree[id].end;
    if (next >= tree.size() || tree[next].tag != Tag::text) return 0;
    const std::string_view text = tree.text(next);
    if (text.starts_with("⁄")) return '/';
    return text.empty() ? char{0} : text.front();
}

std::string small_digits(std::string_view number, bool above) {
    static constexpr std::array<std::string_view, 10> superscripts{"⁰", "¹", "²", "³", "⁴",
                                                                   "⁵", "⁶", "⁷", "⁸", "⁹"};
    static constexpr std::array<std::string_view, 10> subscripts{"₀", "₁", "₂", "₃", "₄",
                                                                 "₅", "₆", "₇", "₈", "₉"};
    std::string text;
    for (const char c : number)
        if (is_digit(c))
            text += (above ? superscripts : subscripts)[static_cast<std::size_t>(c - '0')];
        else
            text += above ? "⁻" : "₋";
    return text;
}

}  // namespace

std::optional<std::string> raised_text(const Tree& tree, NodeId id, std::string_view before) {
    const bool above = tree[id].tag == Tag::sup;
    if (above && holds_link(tree, id)) return "";
    std::string text = tree.text_inside(id, longest_raised + 1);
    if (text.empty() || text.size() > longest_raised) return std::nullopt;
    if (above && is_written_as_mark(text)) return "";
    const bool minus = text.starts_with('-') || text.starts_with("−");
    if (minus) text.replace(0, text.front() == '-' ? 1 : std::string_view("−").size(), "-");
    const std::size_t first = minus ? 1 : 0;
    if (first >= text.size() || !is_digit(text[first])) return std::nullopt;
    const bool apart = before.ends_with(' ');
    before = without_blanks_behind(before);
    const bool behind_digit = !before.empty() && is_digit(before.back());
    const char next = next_character(tree, id);
    // "3<sup>1</sup>/<sub>2</sub>"
    if (next == '/') return behind_digit ? std::optional(" " + text) : std::nullopt;
    const bool plain = text.find_first_not_of(digits, first) == std::string::npos;
    if (behind_digit && above && plain && next == '%') return "";
    // A power stands close to its base.
    if (behind_digit && above && plain && !minus && apart && !before.ends_with("10")) return "";
    if (behind_digit) return plain ? small_digits(text, above) : (above ? "^" : "_") + text;
    if (above && plain && !minus && is_place_of_mark(before)) return "";
    return std::nullopt;
}

std::string shown_line(const Tree& tree, NodeId id, std::size_t most) {
    std::string all;
    const NodeId end = std::min(tree[id].end, id + most_nodes_of_line);
    for (NodeId inside = id; inside < end && all.size() < most;) {
        const Tag tag = tree[inside].tag;
        const bool raised = tag == Tag::sup || tag == Tag::sub;
        const auto shown = raised ? raised_text(tree, inside, all) : std::nullopt;
        if (shown) all += *shown;
        if (tag == Tag::br || is(tag, TagTrait::block)) all += ' ';
        if (tag == Tag::text) all += beginning_of(tree.text(inside), most);
        inside = shown || is_struck(tag) ? tree[inside].end : inside + 1;
    }
    return clean_line(all);
}

}  // namespace figbook::html
