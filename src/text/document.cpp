#include "text/document.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace figbook {
namespace {

enum class Mark { none, opening, closing, either };

Mark mark_of(std::string_view token) {
    if (token == "“" || token == "«" || token == "„") return Mark::opening;
    if (token == "”" || token == "»") return Mark::closing;
    if (token == "\"") return Mark::either;
    return Mark::none;
}

}  // namespace

Document::Document(std::string_view article_text) : text(article_text) {
    tokenize(text, tokens);
    sentences = find_sentences(text, tokens);
    quotations = find_quotations(text, tokens, sentences);
}

std::string_view Document::lower_text_of(std::size_t begin, std::size_t end) const {
    const std::string_view written = text_of(begin, end);
    const bool is_lower = std::all_of(written.begin(), written.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && (c < 'A' || c > 'Z');
    });
    return is_lower ? written : lowered_.emplace_front(lower(written));
}

std::vector<Quotation> find_quotations(std::string_view text, const Tokens& tokens,
                                       const std::vector<Sentence>& sentences) {
    std::vector<Quotation> quotations;
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t open = none;
    std::uint32_t paragraph = 0;
    std::size_t last_end = 0;
    const auto close = [&](std::size_t end) {
        if (open != none && end > open)
            quotations.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(end)});
        open = none;
    };
    for (const Sentence& sentence : sentences) {
        if (sentence.paragraph != paragraph) {
            // A quotation that is still open runs to the end of its paragraph; the next opens with a mark of its own.
            close(last_end);
            paragraph = sentence.paragraph;
        }
        last_end = sentence.end;
        if (!sentence.has(WordClass::quotation_mark)) continue;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            if (tokens[i].kind != TokenKind::mark) continue;
            Mark mark = mark_of(tokens[i].span().in(text));
            // Two single marks are one double mark: ''like this''.
            const bool pair = i + 1 < sentence.end && tokens[i].end == tokens[i + 1].start &&
                              tokens[i].span().in(text) == "'" && tokens[i + 1].span().in(text) == "'";
            if (pair) mark = Mark::either;
            if (mark == Mark::opening || (mark == Mark::either && open == none)) {
                if (open == none) open = i + 1;
            } else if (mark == Mark::closing || mark == Mark::either) {
                close(i);
            }
        }
    }
    close(last_end);
    return quotations;
}

}  // namespace figbook
