// The codes of shares, indices, currencies and bonds that agencies set behind a name: "the Halden 50 .HLD fell", "the krone
// NOK= rose", "notes NO10YT=RR", "oil futures LCOc1", "Orsk Steel ORSK.O", "Orsk Steel (OSE: ORSK)". They name nothing
// that the words before them do not, and no phrase holds them.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// True where the token is a part of such a code.
bool in_instrument_code(const SentenceFrame& frame, std::size_t i);

// Told of most tokens without a call.
inline bool may_be_in_instrument_code(const SentenceFrame& frame, std::size_t i) {
    const Token& token = frame.token(i);
    if (token.kind == TokenKind::mark) return frame.is_written(i, ".") || frame.is_written(i, "=");
    if (!token.is_word())  // a part of one is set right beside the others
        return !token.space_before() || (frame.has(i + 1) && !frame.token(i + 1).space_before());
    if (!token.is_capitalised()) return false;
    const char last = frame.document.text[token.end - 1];
    return token.is_all_capitals() || token.length() == 1 || last == 'c' || (last >= '0' && last <= '9');
}

// The same as before_instrument_code(), where something may be one.
std::size_t before_code_that_ends(const SentenceFrame& frame, std::size_t at);

// Before the code, in brackets or not, that ends right before `at`; `at` where none does.
inline std::size_t before_instrument_code(const SentenceFrame& frame, std::size_t at) {
    const bool may_end =
        at > frame.first_token && (frame.is_written(at - 1, ")") || may_be_in_instrument_code(frame, at - 1));
    return may_end ? before_code_that_ends(frame, at) : at;
}

}  // namespace figbook
