#include "text/document.hpp"

namespace figbook {
namespace {

enum class Mark { none, opening, closing, either, single_opening, single_closing };

class QuotationFinder {
 public:
    QuotationFinder(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

    std::vector<Quotation> run(const std::vector<Sentence>& sentences) {
        std::size_t last_end = 0;
        for (const Sentence& sentence : sentences) {
            if (sentence.paragraph != paragraph_) {
                // A quotation still open runs to the end of its paragraph; the next opens with a mark of its own.
                end_paragraph(last_end);
                paragraph_ = sentence.paragraph;
            }
            last_end = sentence.end;
            if (!sentence.has(WordClass::quotation_mark)) continue;
            for (std::size_t i = sentence.begin; i < sentence.end; ++i)
                if (tokens_[i].kind == TokenKind::mark) read(i, mark_at(i, sentence));
        }
        end_paragraph(last_end);
        return std::move(quotations_);
    }

 private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::string_view word(std::size_t i) const { return tokens_[i].span().in(text_); }

    Mark mark_at(std::size_t i, const Sentence& sentence) const {
        const std::string_view mark = word(i);
        if (mark == "“" || mark == "«" || mark == "„") return Mark::opening;
        if (mark == "”" || mark == "»") return Mark::closing;
        if (mark == "\"" || is_pair(i, sentence.end)) return Mark::either;
        const bool single = mark == "'" || mark == "‘" || mark == "’";
        if (!single) return Mark::none;
        const bool apart = i == sentence.begin || tokens_[i].space_before();
        const bool word_behind =
            i + 1 < sentence.end && !tokens_[i + 1].space_before() && tokens_[i + 1].is_word();
        if (mark != "’" && apart && word_behind) return Mark::single_opening;
        // Behind a word it may be an apostrophe: "the banks' losses".
        const bool stopped = i > sentence.begin && !apart && is_stop(word(i - 1));
        return mark != "‘" && stopped ? Mark::single_closing : Mark::none;
    }

    static bool is_stop(std::string_view mark) {
        return mark == "," || mark == "." || mark == "?" || mark == "!" || mark == "…";
    }

    // Two single marks are one double mark: ''like this''.
    bool is_pair(std::size_t i, std::size_t end) const {
        return i + 1 < end && tokens_[i].end == tokens_[i + 1].start && word(i) == "'" && word(i + 1) == "'";
    }

    void read(std::size_t i, Mark mark) {
        if (mark == Mark::none) return;
        const bool single = mark == Mark::single_opening || mark == Mark::single_closing;
        // Inside double marks single ones open nothing; and a double mark shows that a single one was an apostrophe.
        if (open_ != none && !single && single_) open_ = none;
        if (open_ == none) {
            if (mark == Mark::closing || mark == Mark::single_closing) return;
            open_ = i + (mark == Mark::either && word(i) == "'" ? 2 : 1);
            single_ = single;
        } else if (mark == Mark::closing || mark == Mark::either ||
                   (mark == Mark::single_closing && single_)) {
            close(i, true);
        }
    }

    void close(std::size_t end, bool closed) {
        if (open_ != none && end > open_)
            quotations_.push_back(
                {static_cast<std::uint32_t>(open_), static_cast<std::uint32_t>(end), paragraph_, closed});
        open_ = none;
    }

    void end_paragraph(std::size_t end) {
        if (single_) open_ = none;
        close(end, false);
    }

    std::string_view text_;
    const Tokens& tokens_;
    std::vector<Quotation> quotations_;
    std::uint32_t paragraph_ = 0;
    std::size_t open_ = none;  // the first token of a quotation that is open
    bool single_ = false;      // it was opened by a single mark
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const Tokens& tokens,
                                       const std::vector<Sentence>& sentences) {
    return QuotationFinder(text, tokens).run(sentences);
}

}  // namespace figbook
