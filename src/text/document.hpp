// An article's text, cut up for reading: tokens, sentences, quotations. All spans, no copies.
//
//     Document document(article.text);
//     for (const Sentence& sentence : document.sentences) ...
//
// A Document never outlives the text that it was made from.
#pragma once
#include <cstdint>
#include <forward_list>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "text/tokens.hpp"

namespace figbook {

// What a line of an article is. Only headlines and prose are read for claims.
enum class LineKind : std::uint8_t { headline, prose, byline, credit };

struct Sentence {
    std::uint32_t begin = 0;  // its first token
    std::uint32_t end = 0;    // one behind its last
    std::uint32_t paragraph = 0;
    LineKind kind = LineKind::prose;
    bool has_digits = false;
    WordClasses classes;  // all that its words have: what no word of it has, no rule needs to look for

    bool has(WordClass wanted) const { return classes.has(wanted); }
    // A digit or a word of a number: without one there is no claim.
    bool has_figure_sign() const { return has_digits || has(WordClass::figure_word); }
};

// The words between two quotation marks, without the marks. A quotation that runs over paragraphs is one for each.
struct Quotation {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t paragraph = 0;
    bool closed = true;  // false where its paragraph ended before it did
};

struct Document {
    explicit Document(std::string_view article_text);

    std::string_view text;
    Tokens tokens;
    std::vector<Sentence> sentences;
    std::vector<Quotation> quotations;

    std::string_view word(std::size_t token) const { return tokens[token].span().in(text); }
    // The text from the first token to the one before `end`.
    Span span(std::size_t begin, std::size_t end) const {
        return begin < end ? Span{tokens[begin].start, tokens[end - 1].end} : Span{};
    }
    std::string_view text_of(std::size_t begin, std::size_t end) const { return span(begin, end).in(text); }
    // The same in lower case: of the text where it is written so, else of a copy that the document keeps.
    std::string_view lower_text_of(std::size_t begin, std::size_t end) const;
    // True where the token is written exactly so; false for a place before or behind the text.
    bool is(std::size_t token, std::string_view mark) const {
        return token < tokens.size() && word(token) == mark;
    }
    // True where the token is that word in whatever case; `wanted` in lower case, ASCII letters compared only.
    bool reads(std::size_t token, std::string_view wanted) const {
        return token < tokens.size() && same(word(token), wanted);
    }
    // True where it is one of those.
    bool reads_any(std::size_t token, std::initializer_list<std::string_view> wanted) const {
        if (token >= tokens.size()) return false;
        const std::string_view found = word(token);
        for (const std::string_view each : wanted)
            if (same(found, each)) return true;
        return false;
    }

 private:
    static bool same(std::string_view found, std::string_view wanted) {
        if (found.size() != wanted.size()) return false;
        for (std::size_t i = 0; i < found.size(); ++i)
            if ((found[i] >= 'A' && found[i] <= 'Z' ? static_cast<char>(found[i] + 32) : found[i]) !=
                wanted[i])
                return false;
        return true;
    }

    mutable std::forward_list<std::string> lowered_;
};

// Cuts the tokens into sentences; lines are kept apart, and each gets its kind.
std::vector<Sentence> find_sentences(std::string_view text, const Tokens& tokens);

// What the line of tokens [begin, end) is; `first` is true for the first line of the text.
LineKind kind_of_line(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end,
                      bool first);

// "By Jane Doe and John Roe" -> "Jane Doe and John Roe"; "" where the line is no byline.
std::string_view byline_of(std::string_view line);

// The quotations in their order: between double marks, pairs of single marks, and single marks that open a word and close
// behind a stop ('…,' she said).
std::vector<Quotation> find_quotations(std::string_view text, const Tokens& tokens,
                                       const std::vector<Sentence>& sentences);

}  // namespace figbook
