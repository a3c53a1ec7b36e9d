// Words as numbers that are compared at once: by them the tokens of a text are looked up, and asked whether they are a word
// that a rule names.
//
//     WordKey::of("least").hash()
//     bool reads(std::size_t token, WordLiteral wanted);   // called as reads(i, "least"): the compiler makes the hash
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"

namespace figbook {

// The first eight bytes of a word and those behind them, each number with the first byte lowest and zeros behind the last: the
// whole word for the words that texts are made of. Of a longer one the tail is the eight bytes before its end.
struct WordKey {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::size_t length = 0;

    static constexpr std::size_t half = 8;          // bytes
    static constexpr std::size_t whole = 2 * half;  // bytes of the longest word that a key holds whole

    static constexpr WordKey of(std::string_view word) {
        return made_of(word, [](char c) { return c; });
    }
    // The same of the word with its ASCII letters in lower case.
    static constexpr WordKey of_lower(std::string_view word) {
        return made_of(word, [](char c) { return lower_ascii(c); });
    }

    // Its high bits hang on every byte: a table takes its places from them.
    constexpr std::uint32_t hash() const {
        constexpr std::uint64_t odd = 0x9e3779b97f4a7c15u, other = 0xd6e8feb86659fd93u;
        return static_cast<std::uint32_t>((head * odd + tail * other) >> 32);
    }

    // Without a branch, unlike the operator that the compiler would make.
    constexpr bool is(const WordKey& other) const {
        return ((head ^ other.head) | (tail ^ other.tail) | (length ^ other.length)) == 0;
    }

 private:
    template <class Spelling>
    static constexpr WordKey made_of(std::string_view word, Spelling spelt) {
        const auto packed = [&](std::size_t from, std::size_t bytes) {
            std::uint64_t number = 0;
            for (std::size_t i = 0; i < bytes; ++i)
                number |= std::uint64_t{static_cast<unsigned char>(spelt(word[from + i]))} << (8 * i);
            return number;
        };
        if (word.size() <= half) return {packed(0, word.size()), 0, word.size()};
        const std::size_t behind = word.size() <= whole ? half : word.size() - half;
        return {packed(0, half), packed(behind, word.size() - behind), word.size()};
    }
};

// True where no two words of one byte have the same hash: then it tells them apart without a look at their byte.
consteval bool single_bytes_differ() {
    for (std::uint64_t a = 0; a < 256; ++a)
        for (std::uint64_t b = 0; b < a; ++b)
            if (WordKey{a, 0, 1}.hash() == WordKey{b, 0, 1}.hash()) return false;
    return true;
}
static_assert(single_bytes_differ());

// A word or mark that the program itself names: its hash is that of the word in lower case.
struct WordLiteral {
    // Not explicit, so that a rule can write the word alone. clang 14, which the fuzz targets are built with, takes no
    // consteval constructor inside a list of words.
#ifdef __clang__
    constexpr
#else
    consteval
#endif
        WordLiteral(const char* word)
        : text(word), hash(WordKey::of_lower(text).hash()) {
    }

    constexpr bool is_byte() const {
        return text.size() == 1;
    }
    constexpr bool is_mark_byte() const {
        return is_byte() && !(text[0] >= 'a' && text[0] <= 'z') && !(text[0] >= 'A' && text[0] <= 'Z');
    }

    std::string_view text;
    std::uint32_t hash;
};

// True where one of the words has the hash, which goes to `found`; its letters are still to be compared. No loop, so that the
// compiler needs no array of the words: this stands in the program thousands of times, and few words are found.
template <std::size_t Number>
bool has_hash_of_any(std::uint32_t hash, const WordLiteral (&words)[Number], std::string_view& found) {
    const auto has_hash = [&](WordLiteral each) {
        if (__builtin_expect(hash != each.hash, 1) != 0) return false;
        found = each.text;
        return true;
    };
    return [&]<std::size_t... Place>(std::index_sequence<Place...>) {
        return (has_hash(words[Place]) || ...);
    }
    (std::make_index_sequence<Number>());
}

}  // namespace figbook
