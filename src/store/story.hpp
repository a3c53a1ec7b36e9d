// An article as it is compared with others: its shingles, and the sample of them by which others are found. Inside
// the store only; copies.hpp says what it is for.
//
//     Story story = read_story(article.text);
//     complete(story);                                // of the few that are compared
//     const ShingleSet mine = own_shingles(story, [&](std::uint64_t shingle) { return is_common(shingle); });
//     const Overlap overlap = overlap_of(mine, theirs);
//     overlap.of_first   // 0.85: so much of the first stands in the second
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace figbook {

// One in so many shingles is kept in the database, always the same ones: those with the smallest numbers.
// Texts that share n shingles have none of them in common there with a probability of (11/12)^n. With a
// containment of 0.6 that is: a story of 60 words, whether beside its like or inside of a longer one, is missed
// with 5 % (0.6 * 56 = 34 shared shingles), one of 100 words with 0.6 %, one of 150 with 0.05 %, one of 200 and
// more with less than 0.04 % (two in common are asked there, see `long_story`). Tests hold that.
constexpr std::uint64_t sampled_one_in = 12;
// A text has at least so many in the sample, or all it has: then two short ones find each other nonetheless.
constexpr std::size_t least_samples = 8;
// From so many shingles on one shared sampled shingle is no sign yet: any two texts share a turn of phrase.
// 0.6 * 200 = 120 shared ones: fewer than two are in the sample with (11/12)^120 + 10 * (11/12)^119 = 0.035 %.
constexpr std::size_t long_story = 200;
// How much of a text must stand in another one.
constexpr double near_copy = 0.6;

struct Sample {
    std::size_t place;  // in Story::shingles
    std::uint64_t shingle;
};

// Sorted, each once.
using ShingleSet = std::vector<std::uint64_t>;

struct Story {
    std::vector<std::uint64_t> shingles;  // in the order of the text
    ShingleSet all;                       // the same; empty before complete()
    std::vector<Sample> samples;  // in the order of the text; a shingle that comes twice is there twice
    ShingleSet sampled;           // the same
    std::int64_t opening = 0;     // 16 bits that say how the text begins: near-copies mostly have the same
    bool is_long = false;
};

Story read_story(std::string_view text);
// What the functions below need.
void complete(Story& story);

using IsCommon = std::function<bool(std::uint64_t)>;

// The shingles without boilerplate: passages in which at least two sampled shingles that follow each other are
// common. One alone is a turn of phrase and counts. Empty where boilerplate leaves too little to compare.
ShingleSet own_shingles(const Story& story, const IsCommon& is_common);

// Whether those would be more than `number`; where that is so, few shingles are asked for.
bool has_more_own_shingles(const Story& story, double number, const IsCommon& is_common);

struct Overlap {
    double of_first = 0;
    double of_second = 0;
    friend bool operator==(const Overlap&, const Overlap&) = default;
};

std::size_t shared_by(const ShingleSet& first, const ShingleSet& second);
Overlap overlap_of(const ShingleSet& first, const ShingleSet& second);

}  // namespace figbook
