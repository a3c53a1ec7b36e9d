// The tokens of a sentence, for rules that look around in it: nothing is found behind its end.
//
//     SentenceTokens tokens{document, vocabulary(), sentence};
//     tokens.is(i, "to") && tokens.is(i + 1, WordClass::number)
//
// Inside quantity/ alone: SentenceWalk, Surroundings and the readers of units are such tokens with more.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "text/document.hpp"

namespace figbook {

struct SentenceTokens {
    const Document& document;
    const Vocabulary& words;
    const Sentence& sentence;

    const Token& token(std::size_t i) const { return document.tokens[i]; }
    bool has(std::size_t i) const { return i < sentence.end; }
    // True where the token is that word, in whatever case; `word` in lower case.
    bool is(std::size_t i, std::string_view word) const { return has(i) && document.reads(i, word); }
    bool is(std::size_t i, WordClass wanted) const { return has(i) && words.is(token(i).word, wanted); }
    bool is_any(std::size_t i, std::initializer_list<std::string_view> any) const {
        return has(i) && document.reads_any(i, any);
    }
    bool is_number(std::size_t i) const { return has(i) && token(i).is_number(); }
    // True where no space stands before the token.
    bool glued(std::size_t i) const { return has(i) && !token(i).space_before(); }
};

}  // namespace figbook
