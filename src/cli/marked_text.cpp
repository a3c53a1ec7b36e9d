#include "cli/marked_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace figbook {
namespace {

// A word of more bytes is shown by its head and its tail.
constexpr std::size_t longest_word = 200;
constexpr std::size_t head_of_cut = 40;
constexpr std::size_t tail_of_cut = 20;
constexpr std::string_view cut_mark = "…";

bool is_space(char c) {
    return white_space.find(c) != std::string_view::npos;
}

// The first byte from `at` on that begins a character.
std::size_t boundary_from(std::string_view text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
}

// Writes the text line by line, and below each line the marks that fall into it.
class MarkedLines {
 public:
    MarkedLines(std::string_view text, const std::vector<Mark>& marks, std::size_t width)
        : text_(text), marks_(marks), width_(width) {}

    std::string of(Span stretch) {
        std::size_t at = stretch.start;
        while (at < stretch.end) {
            while (at < stretch.end && is_space(text_[at])) ++at;
            const std::size_t start = at;
            while (at < stretch.end && !is_space(text_[at])) ++at;
            if (at > start) word(start, at);
        }
        end_line();
        return std::move(out_);
    }

 private:
    void word(std::size_t start, std::size_t end) {
        const std::size_t wide =
            display_width(printable(without_long_words(text_.substr(start, end - start))));
        if (!line_.empty() && width_ > 0 && column_ + 1 + wide > width_) end_line();
        if (!line_.empty()) {
            line_ += ' ';
            // The space inside "1.24 billion" is marked too.
            mark(start - 1, 1);
        }
        const bool cut = end - start > longest_word;
        const std::size_t head = cut ? boundary_from(text_, start + head_of_cut) : end;
        letters(start, head);
        if (!cut) return;
        line_ += cut_mark;
        mark(head, 1);
        letters(boundary_from(text_, end - tail_of_cut), end);
    }

    void letters(std::size_t start, std::size_t end) {
        for (std::size_t at = start; at < end;) {
            const std::size_t bytes = decode_utf8(text_, at).bytes;
            const std::string shown = printable(text_.substr(at, bytes));
            line_ += shown;
            mark(at, display_width(shown));
            at += bytes;
        }
    }

    // The sign below `columns` columns that show the byte `at`.
    void mark(std::size_t at, std::size_t columns) {
        while (next_ < marks_.size() && marks_[next_].span.end <= at) ++next_;
        const bool inside = next_ < marks_.size() && marks_[next_].span.start <= at;
        if (inside) {
            const Mark& here = marks_[next_];
            signs_.resize(std::max(signs_.size(), column_), ' ');
            if (at == here.span.start) signs_ += here.label;
            signs_.resize(std::max(signs_.size(), column_ + columns), here.sign);
        }
        column_ += columns;
    }

    void end_line() {
        out_ += line_ + "\n";
        if (!signs_.empty()) out_ += signs_ + "\n";
        line_.clear();
        signs_.clear();
        column_ = 0;
    }

    std::string_view text_;
    const std::vector<Mark>& marks_;  // in the order of the text
    std::size_t width_;
    std::size_t next_ = 0;  // the first mark that has not ended
    std::string line_;
    std::string signs_;
    std::size_t column_ = 0;
    std::string out_;
};

}  // namespace

std::string marked_text(std::string_view text, Span stretch, const std::vector<Mark>& marks,
                        std::size_t width) {
    std::vector<Mark> ordered = marks;
    std::sort(ordered.begin(), ordered.end(),
              [](const Mark& a, const Mark& b) { return a.span.start < b.span.start; });
    return MarkedLines(text, ordered, width).of(stretch);
}

std::string without_long_words(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_space(text[end]) == is_space(text[at])) ++end;
        const std::string_view word = text.substr(at, end - at);
        if (word.size() > longest_word && !is_space(word[0])) {
            out += word.substr(0, boundary_from(word, head_of_cut));
            out += cut_mark;
            out += word.substr(boundary_from(word, word.size() - tail_of_cut));
        } else {
            out += word;
        }
        at = end;
    }
    return out;
}

}  // namespace figbook
