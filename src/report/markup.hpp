// HTML and SVG as they are written, in which no text can become markup: the names of tags and attributes are the
// program's own and are looked at when it is built, everything else is escaped here, and a link is an Address.
//
//     Markup page;
//     page.element("p", {{"class", "note"}}, [&] {
//         page.text("He said: <b>");                        // He said: &lt;b&gt;
//         page.element("a", {{"href", address}}, name);     // `address` is an Address: http, https or our own
//         page.empty("br");
//     });
//     page.take()
//
// Pages that are put together from parts do so by `whole` (web/markup.hpp); it looks at addresses when it writes them.
//
// What it writes is well-formed XML too, but for the scripts. Attributes: text, numbers, addresses; `true` writes the
// attribute without a value, `false` leaves it out. There is no "style" and no "on...": a page forbids them anyway.
#pragma once
#include <array>
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/address.hpp"

namespace figbook {

// The name of an element that has an end tag.
class Tag {
 public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
    consteval Tag(const char* name) : name_(name) {
        constexpr std::array<std::string_view, 6> refused{"script", "style", "iframe",
                                                          "object", "embed", "base"};
        for (const std::string_view one : refused)
            if (name_ == one) throw "this element is written by a function of its own, or not at all";
        for (const char c : name_)
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')))
                throw "no name of an element";
    }
    std::string_view name() const { return name_; }

 private:
    std::string_view name_;
};

// The name of an element without content and end tag.
class EmptyTag {
 public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
    consteval EmptyTag(const char* name) : name_(name) {
        if (!is_one(name_)) throw "this element has an end tag: use element()";
    }
    static constexpr bool is_one(std::string_view name) {
        constexpr std::array<std::string_view, 16> known{
            "br",   "hr",     "img",  "input", "link",     "meta",    "col", "wbr",
            "path", "circle", "rect", "line",  "polyline", "polygon", "use", "ellipse"};
        for (const std::string_view one : known)
            if (name == one) return true;
        return false;
    }
    std::string_view name() const { return name_; }

 private:
    std::string_view name_;
};

class AttributeName {
 public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
    consteval AttributeName(const char* name) : name_(name) {
        if (name_.starts_with("on") || name_ == "style" || name_ == "srcdoc")
            throw "an attribute that runs or styles";
        for (const char c : name_)
            if (std::string_view(" \t\n\"'<>/=&").find(c) != std::string_view::npos)
                throw "no name of an attribute";
    }
    constexpr bool takes_address() const { return takes_address(name_); }
    static constexpr bool takes_address(std::string_view name) {
        return name == "href" || name == "src" || name == "action" || name == "formaction" ||
               name == "data" || name == "poster" || name == "xlink:href";
    }
    std::string_view name() const { return name_; }

 private:
    std::string_view name_;
};

// One that has no address in it.
class PlainName : public AttributeName {
 public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
    consteval PlainName(const char* name) : AttributeName(name) {
        if (takes_address()) throw "give an Address, not text";
    }
};

class Attribute {
 public:
    Attribute(PlainName name, std::string_view value) : name_(name.name()), value_(value) {}
    template <std::integral T>
    Attribute(PlainName name, T value) : name_(name.name()) {
        if constexpr (std::same_as<T, bool>)
            left_out_ = !value;
        else
            value_ = std::to_string(value);
    }
    // With two decimals at most: a length or a place in a drawing.
    Attribute(PlainName name, double value);
    Attribute(AttributeName name, const Address& address) : name_(name.name()), value_(address.text()) {}

    std::string_view name() const { return name_; }
    std::string_view value() const { return value_; }
    bool left_out() const { return left_out_; }

 private:
    std::string_view name_;
    std::string value_;
    bool left_out_ = false;
};

using Attributes = std::initializer_list<Attribute>;

// A name of an element or attribute of `whole`: none that styles, or runs a script.
class PartName {
 public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
    consteval PartName(const char* name) : name_(name) {
        for (const char c : name_)
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-')
                throw "no name of an element or attribute";
        if (name_.empty() || name_.starts_with("on") || name_ == "style" || name_ == "srcdoc" ||
            name_ == "iframe" || name_ == "object" || name_ == "embed" || name_ == "base")
            throw "scripts and styles are files, never attributes";
    }
    std::string_view view() const { return name_; }

 private:
    std::string_view name_;
};

struct PartAttribute {
    PartName name;
    std::string value;
};

// Script or style that is built into the program, with its SHA-256 (in hexadecimal) as the build reckoned it.
struct Code {
    std::string_view text;
    std::string_view sha256;
};

class Markup {
 public:
    Markup& text(std::string_view text);

    Markup& element(Tag tag, std::string_view text) { return element(tag, {}, text); }
    Markup& element(Tag tag, Attributes attributes, std::string_view content);
    // `content` writes what is inside, into this same markup.
    template <std::invocable F>
    Markup& element(Tag tag, F&& content) {
        return element(tag, {}, std::forward<F>(content));
    }
    template <std::invocable F>
    Markup& element(Tag tag, Attributes attributes, F&& content) {
        open(tag, attributes);
        std::forward<F>(content)();
        return close(tag);
    }
    Markup& empty(EmptyTag tag, Attributes attributes = {});

    Markup& add(const Markup& markup);
    // An element of parts that were written before. Throws std::logic_error for a script with content, and for an address
    // that is neither our own nor of the web.
    Markup& whole(PartName name, const std::vector<PartAttribute>& attributes,
                  const std::vector<const Markup*>& content);

    // "<!DOCTYPE html>"; "<?xml ...?>".
    Markup& html_declaration();
    Markup& xml_declaration();

    // Throws std::logic_error for code that would end its own element.
    Markup& script(const Code& code);
    Markup& style(const Code& code);
    Markup& script_at(const Address& address);
    // `json` is what a JSON writer has written; no text in it can end the element.
    Markup& json_data(std::string_view id, std::string_view json);

    bool is_empty() const { return out_.empty(); }
    const std::string& written() const { return out_; }
    std::string take() { return std::move(out_); }

 private:
    void open(Tag tag, Attributes attributes);
    Markup& close(Tag tag);
    void begin(std::string_view name, Attributes attributes);
    void code(std::string_view name, const Code& code);
    void write_attribute(std::string_view name, std::string_view value);

    std::string out_;
};

// "/…", "?…", "#…" are our own; whoever says "//host" or "javascript:" means another.
bool is_own_address(std::string_view address);
bool is_web_address(std::string_view address);

// "'sha256-...'": how a Content-Security-Policy names the code that may run.
std::string policy_source(const Code& code);

}  // namespace figbook
