// What each token of a text can be the beginning of, in a byte: a step that looks for few tokens passes over eight others at
// once, without a look at their words.
//
//     for (std::size_t i = signs.next(Sign::time, begin, end); i < end; i = signs.next(Sign::time, i + 1, end))
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "text/tokens.hpp"

namespace figbook {

// The bits that a token can have, and then some of them together.
namespace sign_bits {
inline constexpr std::uint8_t capital = Token::capital, capitals = Token::capitals;
inline constexpr std::uint8_t number = 64;
constexpr std::uint8_t of(WordClass sign) {
    return static_cast<std::uint8_t>(1U << (static_cast<unsigned>(sign) - WordClasses::first_sign));
}
}  // namespace sign_bits

enum class Sign : std::uint8_t {
    figure = sign_bits::of(WordClass::figure_start) | sign_bits::number | sign_bits::capitals,
    saying = sign_bits::of(WordClass::attribution_start),
    currency = sign_bits::of(WordClass::currency_sign),
    time = sign_bits::of(WordClass::time_start) | sign_bits::number,
    capital = sign_bits::capital,
};

class Signs {
 public:
    // Room for those of all tokens; their places, to be filled by of().
    std::uint8_t* make_room(std::size_t tokens) {
        of_tokens_.resize(tokens + step);
        return of_tokens_.data();
    }
    static std::uint8_t of(const Token& token, const WordClasses& classes) {
        constexpr unsigned from_flags = sign_bits::capital | sign_bits::capitals;
        constexpr int to_number = std::countr_zero(sign_bits::number);
        static_assert(static_cast<unsigned>(TokenKind::number) == 1, "its bit is moved");
        return static_cast<std::uint8_t>(classes.signs() | (token.flags & from_flags) |
                                         static_cast<unsigned>(token.kind) << to_number);
    }
    void set(std::size_t i, std::uint8_t signs) { of_tokens_[i] = signs; }
    bool has(std::size_t i, Sign wanted) const {
        return (of_tokens_[i] & static_cast<unsigned>(wanted)) != 0;
    }

    // The first token from `i` on that has the sign; `end` where none before it has.
    std::size_t next(Sign wanted, std::size_t i, std::size_t end) const {
        const std::uint64_t each = std::uint64_t{0x0101010101010101} * static_cast<std::uint64_t>(wanted);
        for (; i < end; i += step) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, of_tokens_.data() + i, sizeof eight);
            eight &= each;
            if (eight == 0) continue;
            const std::size_t found = i + static_cast<std::size_t>(std::countr_zero(eight)) / 8;
            return found < end ? found : end;
        }
        return end;
    }

 private:
    static constexpr std::size_t step = sizeof(std::uint64_t);
    static_assert(std::endian::native == std::endian::little, "the first of eight tokens must be the lowest");

    std::vector<std::uint8_t> of_tokens_;  // and some more, which have none
};

}  // namespace figbook
