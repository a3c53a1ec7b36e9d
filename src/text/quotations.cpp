#include <algorithm>

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
                if (tokens_[i].kind == TokenKind::mark) read(i, mark_at(i, sentence), sentence);
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
        if (mark == "\"") return mark_by_blanks(i, i + 1);
        if (is_pair(i, sentence.end)) return mark_by_blanks(i, i + 2);
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

    // A straight mark opens where a blank is before it alone, and closes where one is behind it alone: so that one that
    // is missing does not turn all that follows inside out. It may be either where its blanks do not tell.
    Mark mark_by_blanks(std::size_t i, std::size_t behind) const {
        const bool joins_before = i > 0 && !tokens_[i].space_before() && !tokens_[i].starts_line() &&
                                  !is_opening_bracket(word(i - 1));
        const bool ends =
            behind >= tokens_.size() || tokens_[behind].space_before() || tokens_[behind].starts_line();
        if (joins_before && (ends || is_mark_behind(word(behind)))) return Mark::closing;
        if (!joins_before) return ends ? Mark::either : Mark::opening;
        return closes_before(behind) ? Mark::closing : Mark::either;
    }

    // "… he said."The figures show … He added: "…": between two words it closes where the next one opens or none comes.
    bool closes_before(std::size_t behind) const {
        constexpr std::size_t farthest = 400;  // tokens
        const std::size_t end = std::min(tokens_.size(), behind + farthest);
        for (std::size_t i = behind; i < end && !tokens_[i].after_blank_line(); ++i) {
            if (word(i) != "\"") continue;
            const bool joins_before = !tokens_[i].space_before();
            const bool ends = i + 1 >= tokens_.size() || tokens_[i + 1].space_before();
            return !joins_before && !ends;
        }
        return true;
    }

    static bool is_opening_bracket(std::string_view mark) {
        return mark == "(" || mark == "[" || mark == "—" || mark == "–" || mark == "-";
    }

    static bool is_mark_behind(std::string_view mark) {
        return mark == "," || mark == "." || mark == ";" || mark == ":" || mark == ")" || mark == "]" ||
               mark == "?" || mark == "!" || mark == "—" || mark == "–" || mark == "-";
    }

    static bool is_stop(std::string_view mark) {
        return mark == "," || mark == "." || mark == "?" || mark == "!" || mark == "…";
    }

    // Two single marks are one double mark: ''like this''.
    bool is_straight(std::size_t i) const { return word(i) == "\"" || word(i) == "'"; }

    bool is_pair(std::size_t i, std::size_t end) const {
        return i + 1 < end && tokens_[i].end == tokens_[i + 1].start && word(i) == "'" && word(i + 1) == "'";
    }

    void read(std::size_t i, Mark mark, const Sentence& sentence) {
        if (mark == Mark::none) return;
        const bool single = mark == Mark::single_opening || mark == Mark::single_closing;
        // Inside double marks single ones open nothing; and a double mark shows that a single one was an apostrophe.
        if (open_ != none && !single && single_) open_ = none;
        // One that opens anew without having been closed: paragraphs of one quotation that were joined to one line.
        if (open_ != none && mark == Mark::opening && is_straight(i)) {
            is_one_of_several_ = true;
            close(i, false);
        }
        if (open_ == none) {
            if (mark == Mark::closing || mark == Mark::single_closing) return;
            open_ = i + (!single && word(i) == "'" ? 2 : 1);
            sentence_end_ = sentence.end;
            single_ = single;
        } else if (mark == Mark::closing || mark == Mark::either ||
                   (mark == Mark::single_closing && single_)) {
            close(i, true);
        }
    }

    // One that is never closed, in a paragraph of several, and longer than speech is: a mark is missing. Of what it holds its own
    // sentence is sure.
    void close(std::size_t end, bool closed) {
        constexpr std::size_t longest_unclosed = 150;  // tokens
        if (open_ == none) return;
        if (!closed && is_one_of_several_ && end - open_ > longest_unclosed) end = sentence_end_;
        if (end > open_)
            quotations_.push_back(
                {static_cast<std::uint32_t>(open_), static_cast<std::uint32_t>(end), paragraph_, closed});
        is_one_of_several_ = true;
        open_ = none;
    }

    void end_paragraph(std::size_t end) {
        if (single_) open_ = none;
        close(end, false);
        is_one_of_several_ = false;
    }

    std::string_view text_;
    const Tokens& tokens_;
    std::vector<Quotation> quotations_;
    std::uint32_t paragraph_ = 0;
    std::size_t open_ = none;         // the first token of a quotation that is open
    std::size_t sentence_end_ = 0;    // of the sentence that it opens in
    bool single_ = false;             // it was opened by a single mark
    bool is_one_of_several_ = false;  // in its paragraph
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const Tokens& tokens,
                                       const std::vector<Sentence>& sentences) {
    return QuotationFinder(text, tokens).run(sentences);
}

}  // namespace figbook
