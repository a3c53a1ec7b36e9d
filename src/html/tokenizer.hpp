// The bytes of a page, which must be UTF-8, cut into tags and the text between them, as browsers cut them: comments
// are left out, and what stands in scripts and styles is one text whatever it looks like.
//
//     Tokenizer tokens(page);
//     Token token;
//     while (tokens.next(token)) ...
//
// Linear in the page's size, and no page is wrong: what a browser would read, this reads.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html/tags.hpp"

namespace figbook::html {

struct RawAttribute {
    std::string_view name;
    std::string_view value;  // as it stands, entities not decoded
};

struct Token {
    enum class Kind : std::uint8_t { text, start, end };
    Kind kind = Kind::text;
    Tag tag = Tag::other;
    bool closes_itself = false;            // "<path/>"
    bool decode = true;                    // false for the text of scripts and styles
    std::string_view name;                 // the tag's, as written
    std::string_view text;                 // of Kind::text
    std::vector<RawAttribute> attributes;  // of Kind::start; a page's millionth attribute is left out
};

class Tokenizer {
 public:
    explicit Tokenizer(std::string_view page) : page_(page) {}

    // False at the end of the page.
    bool next(Token& token);

 private:
    bool take_tag(Token& token);
    void take_attributes(Token& token);
    RawAttribute take_attribute();
    std::string_view take_value();
    // What stands before the end tag of the raw element that was just opened.
    std::string_view take_raw();
    void skip_comment();
    void skip_blanks();

    std::string_view page_;
    std::size_t at_ = 0;
    std::string_view raw_name_;  // the element whose text comes next, "" for none
    Tag raw_tag_ = Tag::other;
};

}  // namespace figbook::html
