// How many of something, in words: "1 article", "2 articles".
//
//     counted(2, "copy", "copies")   // "2 copies"
//     counted(1, "rate")             // "1 rate"; of several: "rates"
#pragma once
#include <concepts>
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace figbook {

std::string counted(std::integral auto number, std::string_view one, std::string_view several = {}) {
    if (number == 1) return fmt::format("{} {}", number, one);
    return several.empty() ? fmt::format("{} {}s", number, one) : fmt::format("{} {}", number, several);
}

}  // namespace figbook
