// HTML, built so that no text gets into it unescaped: a Markup is made of elements and of text() alone, and there is no
// way from a string to a Markup but those.
//
//     const Markup row = element("tr", {}, {element("td", {{"class", "number"}}, {text("5 < 6")})});
//     row.html()   // <tr><td class="number">5 &lt; 6</td></tr>
//
// The names of elements and attributes are literals of the program, looked at when it is built: none that would run a
// script (onclick, style, <script> with content) compiles. What is written is written by report/markup.hpp; here it is
// only put together.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/markup.hpp"

namespace figbook::web {

using Name = PartName;

// name="value"; left out where `is_there` is false.
struct Attribute {
    Attribute(Name the_name, std::string_view the_value) : name(the_name), value(the_value) {}
    // `hidden`, `checked`, ...
    Attribute(Name the_name, bool there) : name(the_name), is_there(there) {}
    // Without this a literal would rather be a truth value.
    Attribute(Name the_name, const char* the_value) : Attribute(the_name, std::string_view(the_value)) {}
    Attribute(Name the_name, const std::string& the_value)
        : Attribute(the_name, std::string_view(the_value)) {}

    Name name;
    std::string value;
    bool is_there = true;
};

class Markup {
 public:
    Markup() = default;
    Markup& operator+=(const Markup& more) {
        written_.add(more.written_);
        return *this;
    }
    bool empty() const { return written_.is_empty(); }
    const std::string& html() const { return written_.written(); }

 private:
    friend Markup text(std::string_view);
    friend Markup element(Name, const std::vector<Attribute>&, std::initializer_list<Markup>);
    friend Markup document(const Markup&);

    figbook::Markup written_;
};

// Escaped; bytes that are not UTF-8 and what steers (see is_steering()) become U+FFFD.
Markup text(std::string_view words);

// Throws std::logic_error where an address (href, src, action) is neither of this site nor http or https: links to
// what an article says are made by outside_link().
Markup element(Name name, const std::vector<Attribute>& attributes,
               std::initializer_list<Markup> content = {});

// With the doctype before it.
Markup document(const Markup& html);

using figbook::is_own_address;
using figbook::is_web_address;

}  // namespace figbook::web
