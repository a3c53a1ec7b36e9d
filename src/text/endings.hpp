// The ending of a word: "-ed", "-ing".
#pragma once
#include <cstddef>
#include <string_view>

namespace figbook {

// True where the word ends so and has at least `stem` bytes before it: has_ending("red", "ed", 2) is false.
inline bool has_ending(std::string_view word, std::string_view ending, std::size_t stem = 1) {
    return word.size() >= ending.size() + stem && word.ends_with(ending);
}

}  // namespace figbook
