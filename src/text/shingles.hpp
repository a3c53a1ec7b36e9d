// A text as its shingles: each five words that stand together, as one number. Two texts that share many share
// passages, whatever stands around them and however their case, punctuation and line breaks differ.
//
//     shingles_of("Aid rose to fifty billion euros.")   // two numbers
//
// A. Broder, "On the resemblance and containment of documents", 1997.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace figbook {

constexpr std::size_t shingle_words = 5;
// Numbers are below this: 48 bits, which SQLite keeps in six bytes. Of 100 million shingles, one in a million
// has by chance the number of another.
constexpr std::uint64_t shingle_range = std::uint64_t{1} << 48U;
// What stands behind so many words is not looked at: no story is that long, and its rest would not make it another.
constexpr std::size_t shingled_words = 20'000;

// In the order of the text; none where it has fewer than five words. They are kept in databases: the same text
// must give the same numbers in every version of the program and on every machine.
std::vector<std::uint64_t> shingles_of(std::string_view text);

}  // namespace figbook
