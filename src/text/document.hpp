// An article's text, cut up for reading: tokens, sentences, quotations. All spans, no copies.
//
//     Document document(article.text);
//     for (const Sentence& sentence : document.sentences) ...
//
// A Document never outlives the text that it was made from.
#pragma once
#include <concepts>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "text/signs.hpp"
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
    // Bylines and credits are not read for claims.
    bool is_read() const { return kind != LineKind::credit && kind != LineKind::byline; }
    // A digit or a word of a number: without one there is no claim.
    bool has_figure_sign() const { return has_digits || has(WordClass::figure_word); }
};

// The words between two quotation marks, without the marks. A quotation that runs over paragraphs is one for each.
struct Quotation {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t paragraph = 0;
    bool closed = true;  // false where its paragraph ended before it did

    static constexpr std::uint32_t shortest = 4;  // tokens; fewer are words in quotation marks
    bool is_long() const { return end - begin >= shortest; }
};

struct Document {
    explicit Document(std::string_view article_text);
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    std::string_view text;
    Tokens tokens;
    std::size_t token_count = 0;  // tokens.size(), at hand for what is asked of every token
    Signs signs;                  // of the tokens
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
    bool is(std::size_t token, WordLiteral mark) const {
        if (token >= token_count || tokens[token].hash != mark.hash) [[likely]]
            return false;
        // Of one byte, as most marks are: see single_bytes_differ().
        return mark.is_mark_byte() ? tokens[token].length() == 1 : word(token) == mark.text;
    }
    bool is(std::size_t token, std::same_as<std::string_view> auto mark) const {
        return token < token_count && word(token) == mark;
    }
    // True where the token is that word in whatever case; `wanted` in lower case, ASCII letters compared only.
    bool reads(std::size_t token, WordLiteral wanted) const {
        return token < token_count && is_spelt(tokens[token], wanted);
    }
    bool reads(std::size_t token, std::same_as<std::string_view> auto wanted) const {
        return token < token_count && is_written(tokens[token], wanted);
    }
    // True where it is one of those.
    template <std::size_t Number>
    bool reads_any(std::size_t token, const WordLiteral (&wanted)[Number]) const {
        return token < token_count && is_spelt_as_any(tokens[token], wanted);
    }
    // The same of a token of the document.
    bool is_spelt(const Token& token, WordLiteral wanted) const {
        if (token.hash != wanted.hash) [[likely]]
            return false;  // as most are, so that what is fetched next is what is asked next
        return wanted.is_byte() ? token.length() == 1 : is_written(token, wanted.text);
    }
    template <std::size_t Number>
    bool is_spelt_as_any(const Token& token, const WordLiteral (&wanted)[Number]) const {
        std::string_view found;
        return has_hash_of_any(token.hash, wanted, found) && is_written(token, found);
    }
    // The same of exactly these letters; of words that differ in their capitals alone it sees but the first.
    template <std::size_t Number>
    bool is_exactly_any(const Token& token, const WordLiteral (&wanted)[Number]) const {
        std::string_view found;
        return has_hash_of_any(token.hash, wanted, found) && is_exactly(token, found);
    }
    bool is_exactly(const Token& token, std::string_view wanted) const;

 private:
    // True where that is what stands there, in whatever case.
    bool is_written(const Token& token, std::string_view wanted) const;

    mutable std::forward_list<std::string> lowered_;
};

// Cuts the tokens into sentences; lines are kept apart, and each gets its kind. Fills the signs of the tokens on the way.
std::vector<Sentence> find_sentences(std::string_view text, const Tokens& tokens, Signs& signs);

// What the line of tokens [begin, end) is; `first` is true for the first line of the text.
LineKind kind_of_line(std::string_view text, const Tokens& tokens, std::size_t begin, std::size_t end,
                      bool first);

// "By Jane Doe and John Roe" -> "Jane Doe and John Roe"; "" where the line is no byline.
std::string_view byline_of(std::string_view line);

// Finds the names that hold small words and marks ("Lloyd's of London", "Save the Children", "the All England Club",
// "Which?"), and takes the classes from those, so that no rule reads them as what they are elsewhere.
void join_names(Document& document);

// The quotations in their order: between double marks, pairs of single marks, and single marks that open a word and close
// behind a stop ('…,' she said).
std::vector<Quotation> find_quotations(std::string_view text, const Tokens& tokens,
                                       const std::vector<Sentence>& sentences);

}  // namespace figbook
