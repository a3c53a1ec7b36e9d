#include "claim/paper_aside.hpp"

#include "claim/phrases.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "– bought in 2011 for £30m –", "– which cost $5m –"; "– $5m –" and "– 45 dead –" are what was said.
bool tells_of_thing(const SentenceFrame& frame, std::size_t i) {
    return frame.is_any(i, {"which", "who", "whose", "where", "those", "run", "built", "made", "held"}) ||
           has_ending(frame.word(i), "ed", 2) || frame.is(i, WordClass::irregular_past);
}

}  // namespace

bool is_aside_of_paper(const SentenceFrame& frame, const Attribution& says, const Quantity& quantity) {
    constexpr std::size_t furthest = 24;
    if (!frame.sentence.has(WordClass::dash) || says.saying != Saying::speech || says.cue >= quantity.begin)
        return false;
    std::size_t begin = quantity.begin;
    while (begin > says.cue + 2 && begin + furthest > quantity.begin && before_dash(frame, begin) == begin)
        --begin;
    if (before_dash(frame, begin) == begin || !tells_of_thing(frame, begin)) return false;
    for (std::size_t i = quantity.end + 1; i < says.end && i < quantity.end + furthest; ++i)
        if (before_dash(frame, i) < i) return true;
    return false;
}

}  // namespace figbook
