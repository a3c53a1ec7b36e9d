// The tokens of a sentence, for rules that look around in it: nothing is found behind its end.
//
//     SentenceTokens tokens{document, vocabulary(), sentence};
//     tokens.is(i, "to") && tokens.is(i + 1, WordClass::number)
//
// Inside quantity/ alone: SentenceWalk, Surroundings and the readers of units are such tokens with more.
#pragma once
#include <concepts>
#include <cstddef>
#include <string_view>

#include "text/document.hpp"

namespace figbook {

// A mark behind which neither a number nor its unit goes on, as behind many stands one.
inline bool closes_number(const Document& document, const Token& token) {
    return token.kind == TokenKind::mark &&
           document.is_spelt_as_any(token, {".", ",", ")", ";", ":", "?", "!"});
}

struct SentenceTokens {
    const Document& document;
    const Vocabulary& words;
    const Sentence& sentence;

    // What is asked of every token is at hand here.
    const Token* tokens = document.tokens.data();  // of the whole document
    std::size_t sentence_end = sentence.end;

    const Token& token(std::size_t i) const { return tokens[i]; }
    bool has(std::size_t i) const { return i < sentence_end; }
    // True where the token is that word, in whatever case; `word` in lower case.
    bool is(std::size_t i, WordLiteral word) const { return document.is_spelt(tokens[i], word) && has(i); }
    bool is(std::size_t i, std::same_as<std::string_view> auto word) const {
        return has(i) && document.reads(i, word);
    }
    bool is(std::size_t i, WordClass wanted) const { return has(i) && words.is(token(i).word, wanted); }
    template <std::size_t Number>
    bool is_any(std::size_t i, const WordLiteral (&any)[Number]) const {
        return document.is_spelt_as_any(tokens[i], any) && has(i);
    }
    bool is_number(std::size_t i) const { return has(i) && token(i).is_number(); }
    // Behind the sentence, or at any mark.
    bool ends_at_mark(std::size_t i) const { return !has(i) || token(i).kind == TokenKind::mark; }
    // The same, but for the marks that join numbers and their units.
    bool ends_at_dividing_mark(std::size_t i) const {
        return ends_at_mark(i) && !is_any(i, {"-", "/", ":", "%"});
    }
    // True where no space stands before the token.
    bool glued(std::size_t i) const { return has(i) && !token(i).space_before(); }
};

}  // namespace figbook
