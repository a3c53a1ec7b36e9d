// Text cut into words, digits and marks. A token is a span and a word number, never a copy.
//
//     "Sales rose 4.5% to €1.2bn." -> Sales|rose|4.5|%|to|€|1.2|bn|.
//
// A run of digits with the separators inside it is one token ("1,300", "10.30"); letters behind digits are a token of
// their own ("bn", "th"); a hyphen is one too ("500-billion-euro" has five); "'s" is cut off; "U.S." and "Booking.com"
// stay whole.
#pragma once
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.hpp"
#include "vocabulary/vocabulary.hpp"

namespace figbook {

// A bit each, so that the kinds of a sentence can be told by one number.
enum class TokenKind : std::uint8_t { word = 0, number = 1, mark = 2, possessive = 4 };

// No member has a value of its own, so that room for the tokens of a text is made by the block.
struct Token {
    std::uint32_t start;
    std::uint32_t end;
    std::uint32_t hash;  // of its WordKey in lower case, ASCII letters alone
    WordId word;         // of its lower case; digits have none
    TokenKind kind;
    std::uint8_t flags;

    static constexpr std::uint8_t spaced = 1, first_of_line = 2, capital = 4, capitals = 8, blank_line = 16,
                                  stop = 32, quoted = 64, inside_name = 128;

    Span span() const { return {start, end}; }
    std::uint32_t length() const { return end - start; }  // in bytes
    bool space_before() const { return flags & spaced; }
    bool starts_line() const { return flags & first_of_line; }
    bool after_blank_line() const { return flags & blank_line; }
    bool is_capitalised() const { return flags & capital; }
    bool is_all_capitals() const { return flags & capitals; }  // at least two letters
    // Ends a sentence, or may: ".", "!", "?", "…", and a word with its own full stop ("U.S.").
    bool may_stop() const { return flags & stop; }
    // Stands in a quotation of more than a word or two: Document says so.
    bool is_quoted() const { return flags & quoted; }
    // A small word or a mark inside a name, or what stands behind it there ("the" and "Children" of "Save the Children"):
    // whatever it is elsewhere, here it is a word that has no class. Document says so.
    bool continues_name() const { return flags & inside_name; }
    bool is_word() const { return kind == TokenKind::word; }
    bool is_number() const { return kind == TokenKind::number; }
};

// Room that is made for tokens is not filled before they are there.
template <class T>
struct Unfilled : std::allocator<T> {
    template <class U>
    struct rebind {
        using other = Unfilled<U>;
    };
    template <class U>
    void construct(U* place) {
        ::new (static_cast<void*>(place)) U;
    }
    template <class U, class... Values>
    void construct(U* place, Values&&... values) {
        ::new (static_cast<void*>(place)) U(std::forward<Values>(values)...);
    }
};

// The tokens of a text, with room on both sides: a word beside the text can be looked at like any other, and is none. So a
// rule looks at the word first, which is nearly always another than it asks for, and only then whether it is of the sentence.
class Tokens {
 public:
    static constexpr std::size_t room = 32;  // more than any rule looks beyond the words that it knows

    // Room for so many, all but the first `kept` of them still to be written; then close() says how many there are.
    void make_room(std::size_t count, std::size_t kept);
    void close(std::size_t count);

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::size_t capacity() const { return all_.capacity(); }
    Token* data() { return all_.data() + room; }
    const Token* data() const { return all_.data() + room; }
    Token& operator[](std::size_t i) { return data()[i]; }
    const Token& operator[](std::size_t i) const { return data()[i]; }
    Token* begin() { return data(); }
    Token* end() { return data() + size_; }
    const Token* begin() const { return data(); }
    const Token* end() const { return data() + size_; }
    Token& front() { return *data(); }
    const Token& front() const { return *data(); }
    const Token& back() const { return data()[size_ - 1]; }

 private:
    std::vector<Token, Unfilled<Token>> all_;
    std::size_t size_ = 0;
};

// `text` must be valid UTF-8 of less than 4 GiB.
void tokenize(std::string_view text, Tokens& tokens);

}  // namespace figbook
