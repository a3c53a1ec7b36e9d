// UTF-8: checking, decoding one character, lower case.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace figbook {

// The offset of the first byte that is not valid UTF-8, none where all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
    char32_t value;     // U+FFFD where the bytes are not UTF-8
    std::size_t bytes;  // how many bytes it takes, at least 1
};

// The character that starts at `at`, which must be inside `text`.
CodePoint decode_utf8(std::string_view text, std::size_t at);

// Appends the character, which must be one (no surrogate, at most U+10FFFF).
void append_utf8(std::string& text, char32_t value);

// Lower case of every letter, by the Unicode tables; invalid bytes are kept as they are.
std::string lower(std::string_view text);

// The text with each run of blanks as one space, and none before its first character: fit for one line. `blanks` are
// white space or control characters.
std::string on_one_line(std::string_view text, std::string_view blanks = " \n\t");
// True where it would give the text back as it is, for the blanks it knows by itself.
bool is_on_one_line(std::string_view text);

// Whether the character shows nothing itself, but steers what shows it: control characters, which a terminal obeys, and the
// bidirectional controls of Unicode, behind which digits stand in another order than they are read in.
bool is_steering(char32_t value);

// Without the bidirectional controls of Unicode: for a page, which sets the direction of each text by itself.
std::string without_turns(std::string_view text);
// Whether it has a letter that is read from right to left, as Arabic and Hebrew are.
bool has_right_to_left(std::string_view text);

enum class Breaks { shown, kept };  // what becomes of a tab and of the ends of lines

// How many bytes from `at` on are printable ASCII, U+0020 to U+007E: most of a text is, which takes one column on a terminal
// each and needs no look at Unicode's tables.
std::size_t plain_bytes(std::string_view text, std::size_t at);

// The text as it may be shown on a terminal: what steers it as "\u001b", and bytes that are not UTF-8 as "\xff".
// Whatever is printed of a text from outside goes through this, or through the escaping of its format.
std::string printable(std::string_view text, Breaks breaks = Breaks::shown);

// The columns that the text takes on a terminal (East Asian wide characters take two, combining marks none).
std::size_t display_width(std::string_view text);

// Cuts to at most `columns` columns, ending in "…" where something was cut; never inside a character.
std::string cut_to_width(std::string_view text, std::size_t columns);

// The first bytes, up to a word, and "…" where more follows.
std::string cut_text(std::string_view text, std::size_t bytes);

}  // namespace figbook
