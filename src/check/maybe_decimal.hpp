// Decimal arithmetic with what may not be there: a result is none where a number is, or where it leaves the limits of Decimal.
//
//     divided(Maybe(519), Maybe(500))      // 1.038
//     times(std::nullopt, Maybe(2))        // none
#pragma once
#include <optional>

#include "base/decimal.hpp"

namespace figbook {

inline constexpr int all_digits = 12;  // of intermediate results; far more than any text prints

// None where the result leaves the limits of Decimal, which only an absurd figure does.
using Maybe = std::optional<Decimal>;

inline Maybe times(const Maybe& a, const Maybe& b) {
    return a && b ? Decimal::multiply(*a, *b, all_digits) : std::nullopt;
}
inline Maybe divided(const Maybe& a, const Maybe& b) {
    return a && b ? Decimal::divide(*a, *b, all_digits) : std::nullopt;
}
inline Maybe plus(const Maybe& a, const Maybe& b) {
    return a && b ? *a + *b : std::nullopt;
}
inline Maybe minus(const Maybe& a, const Maybe& b) {
    return a && b ? *a - *b : std::nullopt;
}

}  // namespace figbook
