#include "report/markup.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "base/utf8.hpp"

namespace figbook {
namespace {

// What steers the text around it but for tab and line feed, and the two that are no characters: HTML and XML have no way
// to write most of them.
bool is_forbidden(char32_t value) {
    return (is_steering(value) && value != '\t' && value != '\n') || (value & 0xfffe) == 0xfffe;
}

std::string_view entity(char c) {
    switch (c) {
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '&':
            return "&amp;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

// Printable ASCII.
void append_plain(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const auto found = std::find_if(text.begin(), text.end(), [](char c) { return !entity(c).empty(); });
        const auto size = static_cast<std::size_t>(found - text.begin());
        out += text.substr(0, size);
        if (size == text.size()) return;
        out += entity(text[size]);
        text.remove_prefix(size + 1);
    }
}

// The one place where text becomes markup.
void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // All that has an entity is among it.
        if (const std::size_t plain = plain_bytes(text, at); plain > 0) {
            append_plain(out, text.substr(at, plain));
            at += plain;
            continue;
        }
        const CodePoint point = decode_utf8(text, at);
        at += point.bytes;
        // As every reader of HTML and XML does.
        if (point.value == '\r') {
            if (at >= text.size() || text[at] != '\n') out += '\n';
            continue;
        }
        append_utf8(out, is_forbidden(point.value) ? U'\uFFFD' : point.value);
    }
}

std::string two_decimals(double value) {
    std::string digits = fmt::format("{:.2f}", value);
    while (digits.ends_with('0')) digits.pop_back();
    if (digits.ends_with('.')) digits.pop_back();
    return digits == "-0" ? "0" : digits;
}

unsigned hex_digit(char c) {
    return static_cast<unsigned>(c >= 'a' ? c - 'a' + 10 : c - '0');
}

std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    unsigned bits = 0;
    int waiting = 0;  // bits that are not written yet
    for (const char c : hex) {
        bits = (bits << 4U) | hex_digit(c);
        waiting += 4;
        if (waiting < 6) continue;
        waiting -= 6;
        text += letters[(bits >> static_cast<unsigned>(waiting)) & 63U];
    }
    if (waiting > 0) text += letters[(bits << static_cast<unsigned>(6 - waiting)) & 63U];
    while (text.size() % 4 != 0) text += '=';
    return text;
}

}  // namespace

Attribute::Attribute(PlainName name, double value) : name_(name.name()), value_(two_decimals(value)) {}

void Markup::begin(std::string_view name, Attributes attributes) {
    out_ += '<';
    out_ += name;
    for (const Attribute& attribute : attributes) {
        if (attribute.left_out()) continue;
        write_attribute(attribute.name(), attribute.value());
    }
}

void Markup::write_attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_escaped(out_, value);
    out_ += '"';
}

void Markup::open(Tag tag, Attributes attributes) {
    begin(tag.name(), attributes);
    out_ += '>';
}

Markup& Markup::close(Tag tag) {
    out_ += "</";
    out_ += tag.name();
    out_ += '>';
    return *this;
}

Markup& Markup::text(std::string_view text) {
    append_escaped(out_, text);
    return *this;
}

Markup& Markup::element(Tag tag, Attributes attributes, std::string_view content) {
    open(tag, attributes);
    append_escaped(out_, content);
    return close(tag);
}

Markup& Markup::empty(EmptyTag tag, Attributes attributes) {
    begin(tag.name(), attributes);
    out_ += "/>";
    return *this;
}

Markup& Markup::add(const Markup& markup) {
    out_ += markup.out_;
    return *this;
}

Markup& Markup::whole(PartName name, const std::vector<PartAttribute>& attributes,
                      const std::vector<const Markup*>& content) {
    if (name.view() == "script" && !content.empty()) throw std::logic_error("scripts are files");
    out_ += '<';
    out_ += name.view();
    for (const PartAttribute& attribute : attributes) {
        if (AttributeName::takes_address(attribute.name.view()) && !is_own_address(attribute.value) &&
            !is_web_address(attribute.value))
            throw std::logic_error("an address that must not be a link: " + attribute.value);
        write_attribute(attribute.name.view(), attribute.value);
    }
    if (EmptyTag::is_one(name.view())) {
        out_ += "/>";
        return *this;
    }
    out_ += '>';
    for (const Markup* part : content) out_ += part->out_;
    out_ += "</";
    out_ += name.view();
    out_ += '>';
    return *this;
}

Markup& Markup::html_declaration() {
    out_ += "<!DOCTYPE html>\n";
    return *this;
}

Markup& Markup::xml_declaration() {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    return *this;
}

void Markup::code(std::string_view name, const Code& code) {
    // An end tag would end the element, and a comment's beginning can hide its end.
    if (code.text.find("</") != std::string_view::npos || code.text.find("<!--") != std::string_view::npos)
        throw std::logic_error("built-in code holds \"</\" or \"<!--\"");
    out_ += fmt::format("<{}>{}</{}>", name, code.text, name);
}

Markup& Markup::script(const Code& code) {
    this->code("script", code);
    return *this;
}

Markup& Markup::style(const Code& code) {
    this->code("style", code);
    return *this;
}

Markup& Markup::script_at(const Address& address) {
    begin("script", {{"src", address}, {"defer", true}});
    out_ += "></script>";
    return *this;
}

Markup& Markup::json_data(std::string_view id, std::string_view json) {
    begin("script", {{"type", "application/json"}, {"id", id}});
    out_ += '>';
    // In JSON these stand in strings alone, where they can be written so.
    for (const char c : json) {
        if (c == '<' || c == '>' || c == '&')
            out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out_ += c;
    }
    out_ += "</script>";
    return *this;
}

bool is_own_address(std::string_view address) {
    if (address.starts_with("//") || address.starts_with("/\\")) return false;
    return address.starts_with('/') || address.starts_with('?') || address.starts_with('#');
}

bool is_web_address(std::string_view address) {
    const std::string scheme = lower(address.substr(0, 8));
    return scheme.starts_with("http://") || scheme == "https://";
}

std::string policy_source(const Code& code) {
    return fmt::format("'sha256-{}'", base64_of_hex(code.sha256));
}

}  // namespace figbook
