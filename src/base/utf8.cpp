#include "base/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <utf8proc.h>

namespace figbook {
namespace {

utf8proc_ssize_t iterate(std::string_view text, std::size_t at, utf8proc_int32_t& value) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    return utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
}

constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t high_bits = ones * 0x80U;

// Eight bytes, all from 0x20 to 0x7e. Only a byte that is none of them borrows from the next one, and none carries into it.
bool is_plain(std::uint64_t bytes) {
    return ((bytes | (bytes - ones * 0x20U) | (bytes + ones)) & high_bits) == 0;
}

constexpr std::size_t ascii_block = 16;

// Whether the next bytes are all ASCII: most of a text is, and whole words of memory are looked at faster.
bool is_ascii_block(std::string_view text, std::size_t at) {
    if (at + ascii_block > text.size()) return false;
    std::uint64_t words[2];
    std::memcpy(words, text.data() + at, sizeof words);
    return ((words[0] | words[1]) & high_bits) == 0;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii_block(text, at)) {
            at += ascii_block;
            continue;
        }
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t value = 0;
        const auto bytes = iterate(text, at, value);
        if (bytes <= 0) return at;
        at += static_cast<std::size_t>(bytes);
    }
    return std::nullopt;
}

CodePoint decode_utf8(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return {first, 1};
    utf8proc_int32_t value = 0;
    const auto bytes = iterate(text, at, value);
    if (bytes <= 0) return {0xFFFD, 1};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes)};
}

void append_utf8(std::string& text, char32_t value) {
    utf8proc_uint8_t encoded[4];
    const auto written = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), encoded);
    text.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(written));
}

std::string lower(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        if (first < 0x80) {
            result += static_cast<char>(first >= 'A' && first <= 'Z' ? first + 32 : first);
            ++at;
            continue;
        }
        utf8proc_int32_t value = 0;
        const auto bytes = iterate(text, at, value);
        if (bytes <= 0) {
            result += text[at++];
            continue;
        }
        append_utf8(result, static_cast<char32_t>(utf8proc_tolower(value)));
        at += static_cast<std::size_t>(bytes);
    }
    return result;
}

namespace {

bool has_other_blanks(std::string_view text, std::string_view blanks) {
    return std::any_of(text.begin(), text.end(), [&](char c) {
        return static_cast<unsigned char>(c) < ' ' && blanks.find(c) != std::string_view::npos;
    });
}

}  // namespace

bool is_on_one_line(std::string_view text) {
    bool behind_blank = true;
    for (const char c : text) {
        // Most characters are told by one comparison, as in on_one_line().
        const bool may_be_blank = static_cast<unsigned char>(c) <= ' ';
        if (may_be_blank && (c == '\n' || c == '\t' || (c == ' ' && behind_blank))) return false;
        behind_blank = may_be_blank && c == ' ';
    }
    return true;
}

std::string on_one_line(std::string_view text, std::string_view blanks) {
    // Most texts are such a line.
    if (is_on_one_line(text) && !has_other_blanks(text, blanks)) return std::string(text);
    std::string line;
    for (const char c : text) {
        // Most characters are told by one comparison: subjects of all claims come through here.
        const bool blank = static_cast<unsigned char>(c) <= ' ' && blanks.find(c) != std::string_view::npos;
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

namespace {

bool is_turn(char32_t value) {
    return value == 0x61c || value == 0x200e || value == 0x200f || (value >= 0x202a && value <= 0x202e) ||
           (value >= 0x2066 && value <= 0x2069);
}

}  // namespace

bool is_steering(char32_t value) {
    if (value < 0x7f) return value < 0x20;
    return value <= 0x9f || is_turn(value);
}

std::size_t plain_bytes(std::string_view text, std::size_t at) {
    const std::size_t start = at;
    std::uint64_t bytes = 0;
    for (; at + sizeof bytes <= text.size(); at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if (!is_plain(bytes)) break;
    }
    while (at < text.size() && text[at] >= 0x20 && text[at] < 0x7f) ++at;
    return at - start;
}

namespace {

// Most of a text is plain: `plain` is told such bytes together, `other` each other code point and where it stands.
template <typename Plain, typename Other>
void for_each_part(std::string_view text, const Plain& plain, const Other& other) {
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t bytes = plain_bytes(text, at); bytes > 0) {
            plain(text.substr(at, bytes));
            at += bytes;
            continue;
        }
        const CodePoint point = decode_utf8(text, at);
        other(point, at);
        at += point.bytes;
    }
}

}  // namespace

std::string without_turns(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for_each_part(
        text, [&](std::string_view plain) { kept += plain; },
        [&](CodePoint point, std::size_t at) {
            if (!is_turn(point.value)) kept += text.substr(at, point.bytes);
        });
    return kept;
}

bool has_right_to_left(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // Below U+0590 nothing is.
        if (static_cast<unsigned char>(text[at]) < 0xd6) {
            ++at;
            continue;
        }
        const CodePoint point = decode_utf8(text, at);
        const char32_t value = point.value;
        if ((value >= 0x590 && value <= 0x8ff) || (value >= 0xfb1d && value <= 0xfdff) ||
            (value >= 0xfe70 && value <= 0xfeff) || (value >= 0x10800 && value <= 0x10fff) ||
            (value >= 0x1e800 && value <= 0x1efff))
            return true;
        at += point.bytes;
    }
    return false;
}

std::string printable(std::string_view text, Breaks breaks) {
    std::string result;
    result.reserve(text.size());
    const auto is_break = [&](std::size_t at) {
        return text[at] == '\n' || text[at] == '\t' || (text[at] == '\r' && text.substr(at + 1, 1) == "\n");
    };
    for_each_part(
        text, [&](std::string_view plain) { result += plain; },
        [&](CodePoint point, std::size_t at) {
            if (is_steering(point.value) && !(breaks == Breaks::kept && is_break(at)))
                result += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(point.value));
            else if (point.value == 0xfffd && point.bytes == 1)
                result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[at]));
            else
                result += text.substr(at, point.bytes);
        });
    return result;
}

namespace {

std::size_t columns_of(CodePoint point) {
    return static_cast<std::size_t>(
        std::max(utf8proc_charwidth(static_cast<utf8proc_int32_t>(point.value)), 0));
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for_each_part(
        text, [&](std::string_view plain) { width += plain.size(); },
        [&](CodePoint point, std::size_t) { width += columns_of(point); });
    return width;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string(text);
    if (columns == 0) return "";
    std::size_t at = plain_bytes(text.substr(0, columns - 1), 0);
    std::size_t width = at;
    while (at < text.size()) {
        const auto point = decode_utf8(text, at);
        width += columns_of(point);
        if (width > columns - 1) break;
        at += point.bytes;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string cut_text(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    std::size_t cut = text.rfind(' ', bytes);
    if (cut == std::string_view::npos || cut == 0) {
        cut = bytes;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xc0U) == 0x80U) --cut;
    }
    // "Can Win…", not "Can Win.…".
    while (cut > 1 && std::string_view(" .,;:").find(text[cut - 1]) != std::string_view::npos) --cut;
    return std::string(text.substr(0, cut)) + "…";
}

}  // namespace figbook
