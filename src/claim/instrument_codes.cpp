#include "claim/instrument_codes.hpp"

#include <algorithm>

namespace figbook {
namespace {

bool is_joined_to_next(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i + 1) && !frame.token(i + 1).space_before();
}

bool is_code_word(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && frame.token(i).is_word() && frame.token(i).is_all_capitals();
}

// The "=" of "EUR=".
bool is_code_sign(const SentenceFrame& frame, std::size_t i) {
    return frame.has(i) && i > frame.sentence.begin && frame.is_written(i, "=") &&
           !frame.token(i).space_before() && is_code_word(frame, i - 1);
}

// The "." of ".DJI", and that of "ORSK.O", where the letters of an exchange stand behind it.
bool is_code_dot(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t longest_exchange = 2;
    if (!frame.has(i) || i == frame.sentence.begin || !frame.is_written(i, ".")) return false;
    if (!is_joined_to_next(frame, i) || !frame.token(i + 1).is_word()) return false;
    if (frame.token(i).space_before()) {  // ".DJI", ".N225"
        const bool numbered = frame.token(i + 1).is_capitalised() && frame.token(i + 2).is_number() &&
                              !frame.token(i + 2).space_before();
        return is_code_word(frame, i + 1) || numbered;
    }
    return is_code_word(frame, i - 1) && frame.token(i + 1).is_capitalised() &&
           frame.token(i + 1).length() <= longest_exchange;
}

// "LCOc1", one token or two: letters of a commodity, and which of its contracts.
bool is_code_of_future(const SentenceFrame& frame, std::size_t i) {
    constexpr std::size_t shortest = 3, longest = 5;
    std::string_view word = frame.word(i);
    if (!frame.has(i) || !frame.token(i).is_word()) return false;
    const bool in_one = word.back() >= '0' && word.back() <= '9';
    if (in_one) word.remove_suffix(1);
    if (word.size() < shortest || word.size() > longest || word.back() != 'c') return false;
    if (!in_one && !(is_joined_to_next(frame, i) && frame.token(i + 1).is_number())) return false;
    const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    return std::all_of(word.begin(), word.end() - 1, is_capital);
}

// In the brackets of "(OSE: ORSK)".
bool may_stand_in_brackets(const SentenceFrame& frame, std::size_t i) {
    return is_code_word(frame, i) || in_instrument_code(frame, i) || frame.is_written(i, ":") ||
           frame.is_written(i, ".") || frame.token(i).is_number();
}

std::size_t before_brackets(const SentenceFrame& frame, std::size_t at) {
    constexpr std::size_t longest = 6;
    if (at == frame.sentence.begin || !frame.is_written(at - 1, ")")) return at;
    bool letters = false;  // "( 1398.HK )", but no number alone
    for (std::size_t i = at - 1; i-- > frame.sentence.begin && i + longest > at;) {
        if (frame.is_written(i, "(")) return letters ? before_brackets(frame, i) : at;
        letters |= is_code_word(frame, i);
        if (!may_stand_in_brackets(frame, i)) return at;
    }
    return at;
}

}  // namespace

bool in_instrument_code(const SentenceFrame& frame, std::size_t i) {
    if (!frame.has(i)) return false;
    if (frame.token(i).kind == TokenKind::mark) return is_code_sign(frame, i) || is_code_dot(frame, i);
    if (is_code_of_future(frame, i)) return true;
    if (is_joined_to_next(frame, i) && is_code_dot(frame, i + 1)) return true;
    constexpr std::size_t most_parts = 3;  // "NO10YT=" may be a word, a number and a word
    for (std::size_t next = i + 1; next <= i + most_parts && is_joined_to_next(frame, next - 1); ++next) {
        if (is_code_sign(frame, next)) return true;
        if (frame.token(next).kind == TokenKind::mark) break;
    }
    // ".MIWO00000PUS"
    if (i > frame.sentence.begin && frame.token(i).is_number() && !frame.token(i).space_before() &&
        is_code_of_future(frame, i - 1))
        return true;
    for (std::size_t part = 0; part < most_parts && i > frame.sentence.begin; ++part, --i) {
        if (frame.token(i).space_before()) return false;
        if (is_code_sign(frame, i - 1) || is_code_dot(frame, i - 1)) return true;
        if (frame.token(i - 1).kind == TokenKind::mark) return false;
    }
    return false;
}

std::size_t before_code_that_ends(const SentenceFrame& frame, std::size_t at) {
    std::size_t before = before_brackets(frame, at);
    while (before > frame.sentence.begin && may_be_in_instrument_code(frame, before - 1) &&
           in_instrument_code(frame, before - 1))
        --before;
    return before;
}

}  // namespace figbook
