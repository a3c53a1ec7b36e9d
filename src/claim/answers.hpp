// Questions about a token that many rules ask: each is answered once, in two bits of SentenceFrame::answers.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// The lower of its two bits: asked before, and the answer was yes.
enum class Asked { is_verb = 0, in_noun_phrase = 2, starts_time = 4 };

template <class Question>
bool answer(const SentenceFrame& frame, std::size_t i, Asked what, Question question) {
    constexpr unsigned asked = 1, yes = 2;
    const int shift = static_cast<int>(what);
    const unsigned known = static_cast<unsigned>(frame.answers[i]) >> shift;
    if ((known & asked) != 0) return (known & yes) != 0;
    // Asked before it is written down: it may ask another one of the same token.
    const bool answered = question(frame, i);
    frame.answers[i] = static_cast<std::uint8_t>(frame.answers[i] | (asked | (answered ? yes : 0)) << shift);
    return answered;
}

}  // namespace figbook
