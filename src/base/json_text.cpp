#include "base/json_text.hpp"

#include <cstdint>
#include <cstring>
#include <fmt/format.h>
#include <iterator>

#include "base/utf8.hpp"

namespace figbook {
namespace {

bool needs_escape(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// Whether one of the eight bytes needs an escape: each test sets the high bit of the bytes that it finds. A borrow
// may run on from a byte that is found to the one behind it, never to eight that have none.
bool any_needs_escape(const char* eight) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, eight, sizeof bytes);
    const auto below = [](std::uint64_t word, std::uint64_t limit) { return (word - ones * limit) & ~word; };
    const std::uint64_t found =
        below(bytes, 0x20) | below(bytes ^ (ones * '"'), 1) | below(bytes ^ (ones * '\\'), 1);
    return (found & (ones * 0x80)) != 0;
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    std::size_t plain = 0;  // how many bytes need no escape
    while (plain + 8 <= text.size() && !any_needs_escape(text.data() + plain)) plain += 8;
    while (plain < text.size() && !needs_escape(text[plain])) ++plain;
    // Both quotes at once, and the text between them.
    const std::size_t start = out.size() + 1;
    out.append(plain + 2, '"');
    std::memcpy(out.data() + start, text.data(), plain);
    if (plain == text.size()) return;
    out.pop_back();
    for (const char c : text.substr(plain)) {
        if (needs_escape(c))
            append_escaped(out, c);
        else
            out += c;
    }
    out += '"';
}

std::string with_steering_escaped(std::string_view json) {
    return printable(json, Breaks::kept);
}

void JsonObject::text_or_null(const JsonName& name, std::string_view value) {
    if (value.empty()) return null(name);
    text(name, value);
}

void JsonObject::number(const JsonName& name, std::size_t value) {
    const fmt::format_int digits(value);
    key(name).append(digits.data(), digits.size());
}

void JsonObject::date_or_null(const JsonName& name, const std::optional<Date>& day) {
    if (!day) return null(name);
    text(name, iso(*day));
}

}  // namespace figbook
