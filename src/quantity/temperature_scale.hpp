// Of bare degrees: an article that tells its temperatures in one scale means that one, "over 1.5 degrees" beside "1.5°C".
//
//     scale_of_degrees(walk, number_begin, unit_end)     // "Cel", "[degF]", "" where they may be of an angle
#pragma once
#include <cstddef>
#include <string_view>

#include "quantity/sentence_walk.hpp"

namespace figbook {

std::string_view scale_of_degrees(const SentenceWalk& walk, std::size_t begin, std::size_t end, bool high);

}  // namespace figbook
