// What is set between commas or in quotation marks before a verb: asides, days and titles.
#pragma once
#include "claim/phrases.hpp"

namespace figbook {

// "A plant at Orlo, | costing £5m, is", "said the plant, | costing £5m, would": the noun that the clause opens with at `first`, where
// nothing but it stands before the comma.
TokenRange told_first(const SentenceFrame& frame, std::size_t first, std::size_t comma);

// "The mill, | whose head, Jane Moss, left in May, | lost £3m", "The ministry, | headed by Ali Khan, a former general, | spent": the
// noun before what has commas of its own. Empty where nothing has.
TokenRange before_long_aside(const SentenceFrame& frame, std::size_t comma);

// "Orlo, the largest insurer, [on Monday] | raised", "Orlo, a maker of tyres, [last week] | sold": `at` where no day stands so.
std::size_t find_day_set_in(const SentenceFrame& frame, std::size_t at);  // where one may end

inline std::size_t before_day_set_in(const SentenceFrame& frame, std::size_t at) {
    static constexpr WordClasses days{WordClass::weekday, WordClass::time_unit};
    constexpr std::size_t fewest = 5;
    return at >= frame.sentence.begin + fewest && frame.has_any(at - 1, days) ? find_day_set_in(frame, at)
                                                                              : at;
}

// `since "Hard Shoulder" | made $162 million`, `The sequel "Gone to Lenz" | earned`: the title that ends with the mark at `close`.
// Empty where other words are quoted.
TokenRange title_before(const SentenceFrame& frame, std::size_t close);

}  // namespace figbook
