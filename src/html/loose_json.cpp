#include "html/loose_json.hpp"

#include <algorithm>
#include <cstddef>

namespace figbook::html {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class Repair {
 public:
    explicit Repair(std::string_view text) : text_(text) {}

    std::string run() {
        if (!find_start()) return {};
        while (at_ < text_.size() && !done_) step();
        while (!open_.empty()) close();
        return std::move(out_);
    }

 private:
    bool find_start() {
        constexpr std::string_view cdata = "<![CDATA[";
        const std::size_t marked = text_.find(cdata);
        const std::size_t first = text_.find_first_of("{[");
        if (marked != std::string_view::npos && marked < first) at_ = marked + cdata.size();
        at_ = text_.find_first_of("{[", at_);
        return at_ != std::string_view::npos;
    }

    void step() {
        const char c = text_[at_];
        if (c == '"') return take_string();
        if (c == '/' && skip_comment()) return;
        ++at_;
        if (blanks.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < ' ') return;
        if (c == '{' || c == '[') {
            open_ += c;
            out_ += c;
        } else if (c == '}' || c == ']') {
            close_to(c == '}' ? '{' : '[');
        } else if (c != ',' ||
                   (!out_.empty() && out_.back() != ',' && out_.back() != '{' && out_.back() != '[')) {
            out_ += c;
        }
    }

    // At a "/" outside strings.
    bool skip_comment() {
        const std::string_view rest = text_.substr(at_);
        if (!rest.starts_with("//") && !rest.starts_with("/*")) return false;
        const bool line = rest[1] == '/';
        const std::size_t end = line ? rest.find('\n') : rest.find("*/", 2);
        at_ = end == std::string_view::npos ? text_.size() : at_ + end + (line ? 1 : 2);
        return true;
    }

    void close_to(char opening) {
        if (open_.find(opening) == std::string::npos) return;
        while (open_.back() != opening) close();
        close();
        done_ = open_.empty();
    }

    void close() {
        if (out_.back() == ',') out_.pop_back();
        if (out_.back() == ':') out_ += "null";
        out_ += open_.back() == '{' ? '}' : ']';
        open_.pop_back();
    }

    void take_string() {
        out_ += text_[at_++];
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"' && ends_string()) {
                ++at_;
                break;
            }
            if (c == '\\') {
                take_escape();
                continue;
            }
            ++at_;
            if (c == '"')
                out_ += "\\\"";
            else
                out_ += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
        }
        out_ += '"';
    }

    // Whether the quotation mark here ends the string: then something of JSON follows.
    bool ends_string() const {
        const std::size_t next = text_.find_first_not_of(blanks, at_ + 1);
        return next == std::string_view::npos ||
               std::string_view(",:]};").find(text_[next]) != std::string_view::npos;
    }

    void take_escape() {
        const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        at_ = std::min(at_ + 2, text_.size());
        if (c == 'u') {
            const std::string_view digits = text_.substr(at_, 4);
            if (digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_hex)) out_ += "\\u";
        } else if (c != '\0' && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
            out_ += '\\';
            out_ += c;
        } else if (static_cast<unsigned char>(c) >= ' ') {
            out_ += c;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_;
    std::string open_;
    bool done_ = false;
};

}  // namespace

std::string repaired_json(std::string_view text) {
    return Repair(text).run();
}

}  // namespace figbook::html
