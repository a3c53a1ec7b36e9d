// HTML, built so that no text gets into it unescaped: a Markup is made of elements and of text() alone, and there is no
// way from a string to a Markup but those.
//
//     const Markup row = element("tr", {}, {element("td", {{"class", "number"}}, {text("5 < 6")})});
//     row.html()   // <tr><td class="number">5 &lt; 6</td></tr>
//
// The names of elements and attributes are literals of the program, looked at when it is built: none that would run a
// script (onclick, style, <script> with content) compiles.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace figbook::web {

// A literal of small letters, digits and hyphens.
class Name {
 public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
    consteval Name(const char* name) : name_(name) {
        for (const char c : name_)
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-')
                throw "no name of an element or attribute";
        if (name_.empty() || name_.starts_with("on") || name_ == "style" || name_ == "srcdoc")
            throw "scripts and styles are files, never attributes";
    }
    std::string_view view() const { return name_; }

 private:
    std::string_view name_;
};

// name="value", or the name alone; left out where `is_there` is false.
struct Attribute {
    Attribute(Name the_name, std::string_view the_value) : name(the_name), value(the_value) {}
    // `hidden`, `checked`, ...
    Attribute(Name the_name, bool there) : name(the_name), is_there(there), has_value(false) {}
    // Without this a literal would rather be a truth value.
    Attribute(Name the_name, const char* the_value) : Attribute(the_name, std::string_view(the_value)) {}
    Attribute(Name the_name, const std::string& the_value)
        : Attribute(the_name, std::string_view(the_value)) {}

    Name name;
    std::string value;
    bool is_there = true;
    bool has_value = true;
};

class Markup {
 public:
    Markup() = default;
    Markup& operator+=(const Markup& more) {
        html_ += more.html_;
        return *this;
    }
    bool empty() const { return html_.empty(); }
    const std::string& html() const { return html_; }

 private:
    friend Markup text(std::string_view);
    friend Markup element(Name, const std::vector<Attribute>&, std::initializer_list<Markup>);
    friend Markup document(const Markup&);
    explicit Markup(std::string html) : html_(std::move(html)) {}

    std::string html_;
};

// Escaped; bytes that are not UTF-8 and what steers (see is_steering()) become U+FFFD.
Markup text(std::string_view words);

// Throws std::logic_error where an address (href, src, action) is neither of this site nor http or https: links to
// what an article says are made by outside_link().
Markup element(Name name, const std::vector<Attribute>& attributes,
               std::initializer_list<Markup> content = {});

// With the doctype before it.
Markup document(const Markup& html);

// "/…", "?…", "#…" are of this site; whoever says "//host" or "javascript:" means another.
bool is_own_address(std::string_view address);
bool is_web_address(std::string_view address);

}  // namespace figbook::web
