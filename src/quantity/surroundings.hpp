// A number and what stands around it, for the rules that ask whether it is a figure at all.
//
//     const Surroundings around{{document, vocabulary(), sentence}, number, begin, has_unit};
//     around.written(around.next()) == "of" // the token behind the number, none behind the text
//     around.previous_is(WordClass::month)  // the token before it
//
// Inside quantity/ alone: not_a_figure.cpp asks number_as_time, number_as_name and number_as_score in turn.
#pragma once
#include <cstddef>
#include <string_view>

#include "quantity/number.hpp"
#include "quantity/sentence_tokens.hpp"

namespace figbook {

// A token as it is written, with its capitals: compared with words of the program by its hash first.
class Written {
 public:
    Written() : token_(&nothing) {}
    Written(const Document& document, std::size_t i) : document_(&document), token_(&document.tokens[i]) {}

    std::string_view text() const {
        return document_ ? token_->span().in(document_->text) : std::string_view();
    }
    bool is(WordLiteral word) const {
        return __builtin_expect(token_->hash == word.hash, 0) && document_ &&
               document_->is_exactly(*token_, word.text);
    }
    // Of words that differ in their capitals alone it sees but the first.
    template <std::size_t Number>
    bool is_any(const WordLiteral (&words)[Number]) const {
        return document_ && document_->is_exactly_any(*token_, words);
    }

 private:
    static constexpr Token nothing{0, 0, 0, unknown_word, TokenKind::mark, 0};

    const Document* document_ = nullptr;  // none behind the text
    const Token* token_;
};
inline bool operator==(const Written& written, WordLiteral word) {
    return written.is(word);
}

struct Surroundings : SentenceTokens {
    const Number& number;
    std::size_t begin;  // the number's first token, with its currency
    bool has_unit;

    Written written(std::size_t i) const {
        return i < document.token_count ? Written(document, i) : Written();
    }
    std::string_view text(std::size_t i) const { return written(i).text(); }
    bool is_month(std::size_t i) const { return is(i, WordClass::month) && token(i).is_capitalised(); }

    std::size_t next() const { return number.end; }
    bool has_previous(std::size_t back = 1) const { return begin >= sentence.begin + back; }
    std::size_t previous(std::size_t back = 1) const { return begin - back; }
    bool previous_is(WordClass wanted, std::size_t back = 1) const {
        return has_previous(back) && words.is(token(previous(back)).word, wanted);
    }
    Written written_before(std::size_t back = 1) const {
        return has_previous(back) ? written(previous(back)) : Written();
    }
    bool previous_is_number(std::size_t back = 1) const {
        return has_previous(back) && token(previous(back)).is_number();
    }
    // A whole number no greater than the days of a month, as printed.
    bool is_small_whole() const { return !number.grouped && !number.power && number.value <= Decimal(31); }
};

inline bool is_dash(const Written& mark) {
    return mark.is_any({"-", "–"});
}

}  // namespace figbook
