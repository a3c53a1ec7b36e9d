// What the walk over a sentence shares: the sentence, what its tokens are, and the figures found so far.
//
//     SentenceWalk walk{document, vocabulary(), evidence, sentence, {}};
//     walk.is(i, "to") && walk.is(i + 1, WordClass::number)     // false behind the sentence's end
//
// Inside quantity/ alone: scan.cpp walks, and amount, range, proportions, bare_number and bounds read for it.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "quantity/currency_evidence.hpp"
#include "quantity/quantity.hpp"
#include "quantity/trace.hpp"
#include "text/document.hpp"

namespace figbook {

struct SentenceWalk {
    const Document& document;
    const Vocabulary& words;
    const CurrencyEvidence& evidence;
    const Sentence& sentence;
    std::vector<Quantity> found{};  // in the order of the text
    Trace* trace = nullptr;         // none in extraction

    const Token& token(std::size_t i) const { return document.tokens[i]; }
    bool has(std::size_t i) const { return i < sentence.end; }
    // True where the token is that word, in whatever case; `word` in lower case.
    bool is(std::size_t i, std::string_view word) const { return has(i) && document.reads(i, word); }
    bool is(std::size_t i, WordClass wanted) const { return has(i) && words.is(token(i).word, wanted); }
    bool is_any(std::size_t i, std::initializer_list<std::string_view> any) const {
        for (const std::string_view word : any)
            if (is(i, word)) return true;
        return false;
    }
    // True where no space stands before the token.
    bool glued(std::size_t i) const { return has(i) && !token(i).space_before(); }
    // True where the tokens are the whole text, but for a mark at its end: the cell of a table, an answer.
    bool is_all(std::size_t begin, std::size_t end) const {
        if (document.sentences.size() != 1 || begin != sentence.begin) return false;
        return end == sentence.end || (end + 1 == sentence.end && is_any(end, {".", "?", "!", ","}));
    }
    // True where the whole text is a short list of numbers in digits: "1, 234, 567".
    bool is_list_of_numbers() const {
        constexpr std::size_t longest = 40;
        if (document.sentences.size() != 1 || sentence.end - sentence.begin > longest) return false;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i)
            if (!token(i).is_number() && !is_any(i, {",", ";", "and", "."})) return false;
        return true;
    }
    // One behind the last figure found, which no bound word of the next reaches into.
    std::size_t last_end() const { return found.empty() ? sentence.begin : found.back().end; }
};

}  // namespace figbook
