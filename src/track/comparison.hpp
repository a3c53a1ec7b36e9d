// What two figures of one fact are to each other.
//
//     Comparer comparer;
//     comparer.compare(earlier, later).standing    // Standing::update
//     comparer.compare(earlier, later).reason      // "told on 2025-02-14, two days later"
//
// Method. Each is the interval that its printed digits and its bound allow (real_interval.hpp), with the sign of its
// move. Equal figures are the same; intervals that overlap are roundings of one another, and numbers of things are exact.
// Where they do not, no_conflict.hpp says why that may be no conflict: the one is not told as so (denied, expected, revised,
// a poll, converted), is another owner's, a part, of another time, or the two are plainly of two things. What is left is
// brought up to date where it is a forecast, a figure as of the day of its article or of a period that was still running
// then, and told again on a later day, unless somebody else is named for it; where its own source revises it; where a toll
// has grown; and where it is counted again for each later report. Two figures of one day without a time may be of two
// things, unless there is one of them for weeks, as of a key rate. What is still left is a conflict. It says that two texts
// cannot both be right about one thing, not which is wrong.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/calendar.hpp"
#include "claim/claim.hpp"
#include "track/told_claim.hpp"
#include "track/words_around.hpp"

namespace figbook {

enum class Standing { same, rounding, update, not_comparable, conflict };  // by gravity
// "not_comparable"
std::string_view name_of(Standing);
// "not comparable"
std::string_view in_words(Standing);

struct Comparison {
    Standing standing = Standing::same;
    std::string reason;
};

// Whether the two may be one figure, as exactly as they are given.
bool fit(const Claim& a, const Claim& b);

// The same figure of the same source.
bool is_told_again(const ToldClaim& earlier, const ToldClaim& later);

// For the figures of one fact, which stay where they are meanwhile: each is compared with all before it, and its words are
// read once, when it first does not meet another.
class Comparer {
 public:
    // Of a figure of which the sentence was left out, since most are compared without.
    using ReadSentence = std::function<std::string(const ToldClaim&)>;

    explicit Comparer(ReadSentence read_sentence = {}) : read_sentence_(std::move(read_sentence)) {}

    // `later` is of the same day or a later one.
    Comparison compare(const ToldClaim& earlier, const ToldClaim& later);
    // False where compare() finds no conflict whatever their words say: to know that, their sentences need not be read.
    static bool may_conflict(const ToldClaim& earlier, const ToldClaim& later);

 private:
    const WordsAround& words_around(const ToldClaim& told);

    ReadSentence read_sentence_;
    std::unordered_map<const ToldClaim*, WordsAround> known_;
};

}  // namespace figbook
