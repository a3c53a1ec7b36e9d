#include "html/clean_text.hpp"

namespace figbook::html {

bool is_blank(char32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == 0xA0 || c == 0x85 ||
           c == 0x2028 || c == 0x2029;
}

bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF || c < ' ' ||
           (c >= 0x7F && c < 0xA0);
}

std::string clean_line(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (is_blank(point.value)) {
            if (!line.empty() && line.back() != ' ') line += ' ';
        } else if (!is_invisible(point.value)) {
            line.append(text, at, point.bytes);
        }
        at += point.bytes;
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string_view beginning_of(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return text.substr(0, most);
}

std::string letters_of(std::string_view text) {
    std::string letters;
    const std::string small = lower(text);
    for (std::size_t at = 0; at < small.size();) {
        const CodePoint point = decode_utf8(small, at);
        const char32_t c = point.value;
        // Of the signs above ASCII, quotation marks and dashes are no letters.
        const bool sign =
            c < '0' || (c > '9' && c < 'a') || (c > 'z' && c < 0xC0) || (c >= 0x2000 && c < 0x2070);
        if (!sign) letters.append(small, at, point.bytes);
        at += point.bytes;
    }
    return letters;
}

}  // namespace figbook::html
