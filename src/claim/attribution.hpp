// Who says what in a sentence: "X said that …", "…, X said", "according to X", "…," said X, "X's claim that …".
#pragma once
#include <cstdint>
#include <vector>

#include "claim/speakers.hpp"

namespace figbook {

// How near its words are to speech. speech: said, told, found; view: an expectation or a promise, told by whoever says
// the sentence, if somebody does; document: "in a survey", "the claim that".
enum class Saying : std::uint8_t { speech, view, document };

struct Attribution {
    Source source;
    TokenRange speaker;     // its tokens; figures inside are not the speaker's own claim
    std::size_t cue = 0;    // the first token of the words that say that somebody says it
    std::size_t begin = 0;  // what is said: [begin, end) of the sentence
    std::size_t end = 0;
    Saying saying = Saying::speech;
    bool whole = false;  // trailing or set in between: it covers what is before it too
    bool inner = false;  // "which Orlo says has cost $2bn": nearer than whoever tells the sentence
};

// Adds the attributions of a sentence in their order; remembers each speaker for the pronouns that follow.
void find_attributions(const SentenceFrame& frame, Speakers& speakers, std::vector<Attribution>& found);

// The quotation that the token stands in, nullptr for none: a word or two in quotation marks are no quotation.
const Quotation* quotation_around(const Document& document, std::size_t token);
inline bool is_quoted(const Document& document, std::size_t token) {
    return token < document.tokens.size() && document.tokens[token].is_quoted();
}

}  // namespace figbook
