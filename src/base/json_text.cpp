#include "base/json_text.hpp"

#include <fmt/format.h>
#include <iterator>

namespace figbook {
namespace {

bool needs_escape(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
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
    out += '"';
    std::size_t plain = 0;  // the start of what needs no escape and was not yet written
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!needs_escape(text[at])) continue;
        out.append(text, plain, at - plain);
        append_escaped(out, text[at]);
        plain = at + 1;
    }
    out.append(text, plain);
    out += '"';
}

void JsonObject::text_or_null(std::string_view name, std::string_view value) {
    if (value.empty()) return null(name);
    text(name, value);
}

void JsonObject::number(std::string_view name, std::size_t value) {
    fmt::format_to(std::back_inserter(key(name)), "{}", value);
}

void JsonObject::date_or_null(std::string_view name, const std::optional<Date>& day) {
    if (!day) return null(name);
    text(name, iso(*day));
}

}  // namespace figbook
