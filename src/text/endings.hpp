// The ending of a word: "-ed", "-ing".
#pragma once
#include <cstddef>
#include <string_view>

namespace figbook {

// True where the word ends so and has at least `stem` bytes before it: has_ending("red", "ed", 2) is false.
inline bool has_ending(std::string_view word, std::string_view ending, std::size_t stem = 1) {
    return word.size() >= ending.size() + stem && word.ends_with(ending);
}

// True where the word ends as past forms do, and is none that merely looks so: "agreed", not "need" or "speed".
inline bool has_past_ending(std::string_view word, std::size_t stem = 2) {
    if (!has_ending(word, "ed", stem)) return false;
    if (!word.ends_with("eed")) return true;
    return word.ends_with("agreed") || word.ends_with("freed") || word.ends_with("decreed") ||
           word.ends_with("guaranteed");
}

}  // namespace figbook
