// Who says what in a sentence: "X said that …", "…, X said", "according to X", "…," said X.
#pragma once
#include <vector>

#include "claim/speakers.hpp"

namespace figbook {

struct Attribution {
    Source source;
    TokenRange speaker;     // its tokens; figures inside are not the speaker's own claim
    std::size_t cue = 0;    // the first token of the words that say that somebody says it
    std::size_t begin = 0;  // what is said: [begin, end) of the sentence
    std::size_t end = 0;
    bool is_view = false;  // an expectation or a promise: told by whoever says the sentence, if somebody does
    bool whole = false;    // trailing or set in between: it covers the whole sentence
};

// The attributions of a sentence in their order; remembers each speaker for the pronouns that follow.
std::vector<Attribution> find_attributions(const SentenceFrame& frame, Speakers& speakers);

// True where the token stands between quotation marks that hold a quotation, not just a word or two.
bool is_quoted(const Document& document, std::size_t token);

}  // namespace figbook
