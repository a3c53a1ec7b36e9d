#include "web/markup.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/utf8.hpp"

namespace figbook::web {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

void append_escaped(std::string& html, std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint point = decode_utf8(words, at);
        const bool blank = point.value == '\n' || point.value == '\t' || point.value == '\r';
        switch (point.value) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            default:
                if ((is_steering(point.value) && !blank) || point.value == 0xfffd)
                    html += replacement;
                else
                    html += words.substr(at, point.bytes);
        }
        at += point.bytes;
    }
}

bool is_void(std::string_view name) {
    constexpr std::array<std::string_view, 6> names{"meta", "link", "input", "br", "hr", "img"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_address(std::string_view name) {
    return name == "href" || name == "src" || name == "action" || name == "formaction";
}

}  // namespace

bool is_own_address(std::string_view address) {
    if (address.starts_with("//") || address.starts_with("/\\")) return false;
    return address.starts_with('/') || address.starts_with('?') || address.starts_with('#');
}

bool is_web_address(std::string_view address) {
    return lower(address.substr(0, 8)).starts_with("http://") || lower(address.substr(0, 8)) == "https://";
}

Markup text(std::string_view words) {
    std::string html;
    html.reserve(words.size() + words.size() / 8);
    append_escaped(html, words);
    return Markup(std::move(html));
}

Markup element(Name name, const std::vector<Attribute>& attributes, std::initializer_list<Markup> content) {
    std::string html = "<";
    html += name.view();
    for (const Attribute& attribute : attributes) {
        if (!attribute.is_there) continue;
        if (is_address(attribute.name.view()) && !is_own_address(attribute.value) &&
            !is_web_address(attribute.value))
            throw std::logic_error("an address that must not be a link: " + attribute.value);
        html += ' ';
        html += attribute.name.view();
        if (!attribute.has_value) continue;
        html += "=\"";
        append_escaped(html, attribute.value);
        html += '"';
    }
    html += '>';
    if (is_void(name.view())) return Markup(std::move(html));
    if (name.view() == "script" && content.size() > 0) throw std::logic_error("scripts are files");
    for (const Markup& part : content) html += part.html();
    html += "</";
    html += name.view();
    html += '>';
    return Markup(std::move(html));
}

Markup document(const Markup& html) {
    return Markup("<!DOCTYPE html>\n" + html.html());
}

}  // namespace figbook::web
