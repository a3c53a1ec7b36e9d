// A number and what stands around it, for the rules that ask whether it is a figure at all.
//
//     const Surroundings around{{document, vocabulary(), sentence}, number, begin, has_unit};
//     around.text(around.next())            // the token behind the number, "" behind the text
//     around.previous_is(WordClass::month)  // the token before it
//
// Inside quantity/ alone: not_a_figure.cpp asks number_as_time, number_as_name and number_as_score in turn.
#pragma once
#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "quantity/number.hpp"
#include "quantity/sentence_tokens.hpp"

namespace figbook {

struct Surroundings : SentenceTokens {
    const Number& number;
    std::size_t begin;  // the number's first token, with its currency
    bool has_unit;

    std::string_view text(std::size_t i) const {
        return i < document.tokens.size() ? document.word(i) : std::string_view();
    }
    bool is_month(std::size_t i) const { return is(i, WordClass::month) && token(i).is_capitalised(); }

    std::size_t next() const { return number.end; }
    bool has_previous(std::size_t back = 1) const { return begin >= sentence.begin + back; }
    std::size_t previous(std::size_t back = 1) const { return begin - back; }
    bool previous_is(WordClass wanted, std::size_t back = 1) const {
        return has_previous(back) && words.is(token(previous(back)).word, wanted);
    }
    std::string_view previous_text(std::size_t back = 1) const {
        return has_previous(back) ? text(previous(back)) : std::string_view();
    }
    bool previous_is_number(std::size_t back = 1) const {
        return has_previous(back) && token(previous(back)).is_number();
    }
    // A whole number no greater than the days of a month, as printed.
    bool is_small_whole() const { return !number.grouped && !number.power && number.value <= Decimal(31); }
};

inline bool is_any(std::string_view word, std::initializer_list<std::string_view> any) {
    // Nearly all are told apart by their lengths or their first bytes, without a call.
    return !word.empty() && std::any_of(any.begin(), any.end(), [&](std::string_view each) {
        return each.size() == word.size() && each.front() == word.front() && each == word;
    });
}
inline bool is_dash(std::string_view mark) {
    return mark == "-" || mark == "–";
}

}  // namespace figbook
