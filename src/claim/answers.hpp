// Questions about a token that many rules ask: each is answered once, in two bits of SentenceFrame::answers.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// The lower of its two bits: asked before, and the answer was yes.
enum class Asked { is_verb = 0, in_noun_phrase = 2, starts_time = 4 };

namespace answer_bits {
inline constexpr unsigned asked = 1, yes = 2;
}

// `find` answers it the first time that it is asked, and writes that down: out of line, since hundreds of rules ask.
template <class Find>
bool answer(const SentenceFrame& frame, std::size_t i, Asked what, Find find) {
    const unsigned known = static_cast<unsigned>(frame.answers[i]) >> static_cast<int>(what);
    return (known & answer_bits::asked) != 0 ? (known & answer_bits::yes) != 0 : find(frame, i);
}

// Called with what was found, which may have asked other questions of the same token.
inline bool write_down(const SentenceFrame& frame, std::size_t i, Asked what, bool answered) {
    const unsigned bits = answer_bits::asked | (answered ? answer_bits::yes : 0);
    frame.answers[i] = static_cast<std::uint8_t>(frame.answers[i] | bits << static_cast<int>(what));
    return answered;
}

}  // namespace figbook
