#include "load/feed_text.hpp"

#include <algorithm>

#include "html/charset.hpp"
#include "html/entities.hpp"

namespace figbook {
namespace {

constexpr std::size_t longest_entity = 32;

// The charset of <?xml encoding="...">, as a header would name it.
std::string declared_charset(std::string_view bytes) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    const std::string_view head = bytes.substr(0, bytes.find("?>"));
    const std::size_t at = head.find("encoding");
    if (!bytes.starts_with("<?xml") || at == std::string_view::npos || head.size() > 200) return {};
    const std::size_t start = head.find_first_of("\"'", at);
    if (start == std::string_view::npos) return {};
    const std::size_t end = head.find(head[start], start + 1);
    if (end == std::string_view::npos) return {};
    return std::string("text/xml; charset=").append(head.substr(start + 1, end - start - 1));
}

// Blanks before <?xml ?> are a fault that many servers make: then it is taken out, its charset being known. The blanks
// stay, for the numbers of the lines.
void drop_late_declaration(std::string& text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == 0 || start == std::string::npos || text.compare(start, 5, "<?xml") != 0) return;
    const std::size_t end = text.find("?>", start);
    if (end != std::string::npos) text.erase(start, end + 2 - start);
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// Where the part that begins at `at` ends, if it is one in which "&" is only a character; else `at`.
std::size_t end_of_literal(std::string_view text, std::size_t at) {
    struct Part {
        std::string_view begin, end;
    };
    constexpr Part parts[] = {{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}};
    for (const Part& part : parts) {
        if (text.substr(at, part.begin.size()) != part.begin) continue;
        const std::size_t end = text.find(part.end, at + part.begin.size());
        return end == std::string_view::npos ? text.size() : end + part.end.size();
    }
    return at;
}

// What stands at "&": XML's own entities stay.
void append_entity(std::string& out, std::string_view text, std::size_t& at) {
    const std::size_t end = text.substr(0, at + longest_entity).find(';', at);
    const std::string_view name = end == std::string_view::npos ? "" : text.substr(at, end + 1 - at);
    for (const std::string_view own : {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
        if (name == own) {
            out += own;
            at += own.size();
            return;
        }
    std::string decoded;
    if (!name.empty()) html::append_decoded(decoded, name, html::EntityPlace::text);
    const bool is_character = !decoded.empty() && decoded.size() <= 8 && decoded[0] != '&' &&
                              decoded[0] != '<' && !is_control(decoded[0]);
    if (is_character) {
        out += decoded;
        at = end + 1;
    } else if (!name.empty() && (decoded == "&" || decoded == "<")) {
        out += decoded == "&" ? "&amp;" : "&lt;";
        at = end + 1;
    } else {
        out += "&amp;";
        ++at;
    }
}

}  // namespace

Result<std::string> feed_text(std::string_view bytes, std::string_view content_type) {
    const std::string declared = declared_charset(bytes);
    std::string text = html::to_utf8(bytes, declared.empty() ? content_type : declared);
    text.erase(std::remove_if(text.begin(), text.end(), is_control), text.end());
    drop_late_declaration(text);
    std::string xml;
    xml.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find_first_of("&<", at), text.size());
        xml.append(text, at, next - at);
        at = next;
        if (at == text.size()) break;
        if (text[at] == '&') {
            append_entity(xml, text, at);
            continue;
        }
        if (text.compare(at, 8, "<!ENTITY") == 0)
            return Problem{
                "declares entities of its own, which feeds have no use for and which can grow without end",
                "take its document type declaration out if you trust it",
                "",
                0,
                {}};
        const std::size_t end = std::max(end_of_literal(text, at), at + 1);
        xml.append(text, at, end - at);
        at = end;
    }
    return xml;
}

}  // namespace figbook
