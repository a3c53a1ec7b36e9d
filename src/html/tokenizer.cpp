#include "html/tokenizer.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace figbook::html {
namespace {

constexpr std::string_view blanks = " \t\n\r\f";
// More attributes than any tag has that a person or a program wrote to be read.
constexpr std::size_t most_attributes = 256;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return lower_ascii(x) == lower_ascii(y);
           });
}

}  // namespace

bool Tokenizer::next(Token& token) {
    token.attributes.clear();
    if (!raw_name_.empty()) {
        token.kind = Token::Kind::text;
        token.text = take_raw();
        token.decode = is(raw_tag_, TagTrait::escapable_raw);
        raw_name_ = {};
        if (!token.text.empty()) return true;
    }
    while (at_ < page_.size()) {
        const std::size_t start = at_;
        // The text up to the next thing that is a tag: "a < b" is text.
        std::size_t open = page_.find('<', at_);
        while (open != std::string_view::npos && open + 1 < page_.size() && !is_letter(page_[open + 1]) &&
               page_[open + 1] != '/' && page_[open + 1] != '!' && page_[open + 1] != '?')
            open = page_.find('<', open + 1);
        if (open == std::string_view::npos || open + 1 >= page_.size()) open = page_.size();
        if (open > start) {
            token.kind = Token::Kind::text;
            token.text = page_.substr(start, open - start);
            token.decode = true;
            at_ = open;
            return true;
        }
        if (take_tag(token)) return true;
    }
    return false;
}

// At "<" and a letter, "/", "!" or "?"; false where it was no tag, but a comment or the like.
bool Tokenizer::take_tag(Token& token) {
    ++at_;
    const bool end_tag = page_[at_] == '/';
    if (end_tag) ++at_;
    if (at_ >= page_.size()) return false;
    if (!is_letter(page_[at_])) {
        skip_comment();
        return false;
    }
    const std::size_t name_end = std::min(page_.find_first_of(" \t\n\r\f/>", at_), page_.size());
    token.kind = end_tag ? Token::Kind::end : Token::Kind::start;
    token.name = page_.substr(at_, name_end - at_);
    token.tag = tag_named(token.name);
    token.closes_itself = false;
    at_ = name_end;
    take_attributes(token);
    if (!end_tag && (is(token.tag, TagTrait::raw) || is(token.tag, TagTrait::escapable_raw))) {
        raw_name_ = token.name;
        raw_tag_ = token.tag;
    }
    return true;
}

void Tokenizer::take_attributes(Token& token) {
    for (;;) {
        skip_blanks();
        if (at_ >= page_.size()) return;
        if (page_[at_] == '>') {
            ++at_;
            return;
        }
        if (page_[at_] == '/') {
            ++at_;
            token.closes_itself = at_ < page_.size() && page_[at_] == '>';
            continue;
        }
        const RawAttribute attribute = take_attribute();
        if (token.attributes.size() < most_attributes) token.attributes.push_back(attribute);
    }
}

RawAttribute Tokenizer::take_attribute() {
    // A name may begin with "=", as the standard has it.
    const std::size_t name_end = std::min(page_.find_first_of("= \t\n\r\f/>", at_ + 1), page_.size());
    RawAttribute attribute{page_.substr(at_, name_end - at_), {}};
    at_ = name_end;
    skip_blanks();
    if (at_ >= page_.size() || page_[at_] != '=') return attribute;
    ++at_;
    skip_blanks();
    attribute.value = take_value();
    return attribute;
}

std::string_view Tokenizer::take_value() {
    if (at_ >= page_.size() || page_[at_] == '>') return {};
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
        const std::size_t start = at_ + 1;
        const std::size_t end = std::min(page_.find(quote, start), page_.size());
        at_ = std::min(end + 1, page_.size());
        return page_.substr(start, end - start);
    }
    const std::size_t start = at_;
    at_ = std::min(page_.find_first_of(" \t\n\r\f>", at_), page_.size());
    return page_.substr(start, at_ - start);
}

std::string_view Tokenizer::take_raw() {
    const std::size_t start = at_;
    for (std::size_t end = page_.find("</", start); end != std::string_view::npos;
         end = page_.find("</", end + 2)) {
        const std::size_t behind = end + 2 + raw_name_.size();
        if (behind > page_.size() || !same_name(page_.substr(end + 2, raw_name_.size()), raw_name_)) continue;
        if (behind < page_.size() && !is_letter(page_[behind]) && page_[behind] != '-') {
            at_ = end;
            return page_.substr(start, end - start);
        }
    }
    at_ = page_.size();
    return page_.substr(start);
}

// Behind "<" (or "</"), at what is no letter: "!--", "!DOCTYPE", "?xml", "![CDATA[".
void Tokenizer::skip_comment() {
    if (page_.substr(at_).starts_with("!--")) {
        at_ += 3;
        const std::string_view rest = page_.substr(at_);
        // "<!-->" and "<!--->" are whole comments.
        const std::size_t empty = rest.starts_with(">") ? 1 : rest.starts_with("->") ? 2 : 0;
        if (empty > 0) {
            at_ += empty;
            return;
        }
        // It ends with "-->" or "--!>".
        for (std::size_t end = page_.find("--", at_); end != std::string_view::npos;
             end = page_.find("--", end + 1)) {
            const std::string_view mark = page_.substr(end + 2, 2);
            if (!mark.starts_with('>') && mark != "!>") continue;
            at_ = end + (mark.starts_with('>') ? 3 : 4);
            return;
        }
        at_ = page_.size();
        return;
    }
    at_ = std::min(page_.find('>', at_), page_.size() - 1) + 1;
}

void Tokenizer::skip_blanks() {
    at_ = std::min(page_.find_first_not_of(blanks, at_), page_.size());
}

}  // namespace figbook::html
