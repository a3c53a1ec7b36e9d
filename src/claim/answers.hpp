// Questions about a token that many rules ask: each is answered once, in two bits of SentenceFrame::answers.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// The lower of its two bits: asked before, and the answer was yes.
enum class Asked { is_verb = 0, in_noun_phrase = 2 };

template <class Question>
bool answer(const SentenceFrame& frame, std::size_t i, Asked what, Question question) {
    constexpr unsigned asked = 1, yes = 2;
    const int shift = static_cast<int>(what);
    std::uint8_t& known = frame.answers[i];
    if ((known >> shift & asked) == 0)
        known = static_cast<std::uint8_t>(known | (asked | (question(frame, i) ? yes : 0)) << shift);
    return (known >> shift & yes) != 0;
}

}  // namespace figbook
