// The codes of shares, indices, currencies and bonds that agencies set behind a name: "the Halden 50 .HLD fell", "the krone
// NOK= rose", "notes NO10YT=RR", "oil futures LCOc1", "Orsk Steel ORSK.O", "Orsk Steel (OSE: ORSK)". They name nothing
// that the words before them do not, and no phrase holds them.
#pragma once
#include "claim/draft.hpp"

namespace figbook {

// True where the token is a part of such a code.
bool in_instrument_code(const SentenceFrame& frame, std::size_t i);

// Before the code, in brackets or not, that ends right before `at`; `at` where none does.
std::size_t before_instrument_code(const SentenceFrame& frame, std::size_t at);

// Told of most words without a call.
inline bool may_be_in_instrument_code(const SentenceFrame& frame, std::size_t i) {
    const Token& token = frame.token(i);
    if (token.kind != TokenKind::word) return true;
    const char last = frame.document.text[token.end - 1];
    return token.is_capitalised() &&
           (token.is_all_capitals() || token.length() == 1 || last == 'c' || (last >= '0' && last <= '9'));
}

}  // namespace figbook
