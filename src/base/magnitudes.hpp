// The words that large amounts are written with, for whoever writes one.
//
//     for (const NamedMagnitude& magnitude : named_magnitudes)            // the largest first
//         if (size >= magnitude.size) ...                      // 1e9, 10^9, "billion"
//
// How much of an amount is written with them is up to the writer: a table keeps the digits of the text, a chart has room for
// few. What articles write is in schema/vocabulary.
#pragma once
#include <array>
#include <string_view>

namespace figbook {

struct NamedMagnitude {
    int power = 0;  // of ten
    double size = 1;
    std::string_view name{};
};

inline constexpr std::array<NamedMagnitude, 3> named_magnitudes{
    {{12, 1e12, "trillion"}, {9, 1e9, "billion"}, {6, 1e6, "million"}}};

}  // namespace figbook
