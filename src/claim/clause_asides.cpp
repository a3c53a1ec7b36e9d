#include "claim/clause_asides.hpp"

#include "claim/verbs.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

// "whose", "which", "who", "headed by", "based in": what tells more of the noun before the comma.
bool opens_aside(const SentenceFrame& frame, std::size_t i) {
    return frame.is_any(i, {"which", "who", "whose", "where"}) ||
           (frame.is(i + 1, WordClass::preposition) && has_past_ending(frame.word(i), 3) &&
            !frame.token(i).is_capitalised()) ||
           (frame.is_any(i, {"led", "run", "built", "made", "held"}) && frame.is_any(i + 1, {"by", "in"}));
}

// Whether what `begin` opens ends at `comma` and not before: with a verb of its own, and no second one behind a comma in it.
bool is_one_aside(const SentenceFrame& frame, std::size_t begin, std::size_t comma) {
    bool acts = !frame.is_any(begin, {"which", "who", "whose", "where"});
    for (std::size_t i = begin; i < comma; ++i) {
        if (frame.is_written(i, ",") &&
            (frame.is_any(i + 1, {"and", "but", "while"}) || (acts && is_verb_at(frame, i + 1))))
            return false;
        acts = acts || is_verb_at(frame, i);
    }
    return acts;
}

}  // namespace

// "A plant at Orlo, | costing £5m, is", "said the plant, | costing £5m, would": the noun that the clause opens with at `first`, where
// nothing but it stands before the comma.
TokenRange told_first(const SentenceFrame& frame, std::size_t first, std::size_t comma) {
    const TokenRange thing = noun_phrase_before(frame, comma);
    if (thing.empty() || thing.end != comma || starts_time(frame, thing.begin)) return {};
    std::size_t begin = thing.begin;
    while (begin > first && frame.is(begin - 1, WordClass::determiner)) --begin;
    const bool opens = begin == first ||
                       frame.is_any(begin - 1, {"and", "but", "that", "while", "because"}) ||
                       (frame.is_one_of(begin - 1, {WordClass::cue, WordClass::clause_taking}) &&
                        !frame.is_any(begin - 1, {"said", "says", "say"}));
    return opens && !starts_time(frame, begin) ? thing : TokenRange{};
}

// "The mill, | whose head, Jane Moss, left in May, | lost £3m", "The ministry, | headed by Ali Khan, a former general, | spent": the
// noun before what has commas of its own. Empty where nothing has.
TokenRange before_long_aside(const SentenceFrame& frame, std::size_t comma) {
    std::size_t begin = frame.sentence.begin;
    for (std::size_t i = begin + 1; i + 2 < comma; ++i) {
        if (!frame.is_written(i, ",")) continue;
        if (opens_aside(frame, i + 1) && is_one_aside(frame, i + 1, comma))
            if (const TokenRange thing = told_first(frame, begin, i); !thing.empty()) return thing;
        begin = i + 1;
    }
    return {};
}

// "Orlo, the largest insurer, [on Monday] | raised", "Orlo, a maker of tyres, [last week] | sold": `at` where no day stands so.
std::size_t find_day_set_in(const SentenceFrame& frame, std::size_t at) {
    if (!frame.is_written(at - 3, ",")) return at;
    const bool day = frame.is(at - 1, WordClass::weekday) && frame.is(at - 2, "on");
    return day || frame.is_any(at - 2, {"last", "this"}) ? at - 2 : at;
}

TokenRange title_before(const SentenceFrame& frame, std::size_t close) {
    constexpr std::size_t longest = 8;
    static constexpr WordClasses small{WordClass::preposition, WordClass::determiner, WordClass::conjunction};
    if (!frame.token(close - 1).is_word()) return {};
    for (std::size_t i = close; i-- > frame.sentence.begin && i + longest > close;) {
        if (frame.is(i, WordClass::quotation_mark)) {
            // not "Shares in the maker of "Halo" rose"
            const bool hangs = i > frame.sentence.begin && frame.is(i - 1, WordClass::preposition) &&
                               !frame.is_any(i - 1, {"since", "after", "before"});
            return !hangs && i + 1 < close && frame.token(i + 1).is_capitalised() ? TokenRange{i + 1, close}
                                                                                  : TokenRange{};
        }
        const bool fits = frame.token(i).is_number() || frame.token(i).is_capitalised() ||
                          frame.has_any(i, small) || frame.is(i, "to");
        if (!fits) return {};
    }
    return {};
}

}  // namespace figbook
