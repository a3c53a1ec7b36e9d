// Times in a sentence: "last year", "the fourth quarter of 2022", "March 2023", "a year earlier", "by 2030",
// "year on year", resolved against the publication date, towards the past unless the sentence looks ahead.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "claim/draft.hpp"

namespace figbook {

enum class TimeGrain { day, week, month, quarter, half, year, span };

struct TimeExpression {
    std::size_t begin = 0;  // tokens, with the preposition's article but without the preposition
    std::size_t end = 0;
    std::optional<Date> start;  // unset where it cannot be known
    std::optional<Date> last;
    TimeGrain grain = TimeGrain::year;
    std::optional<int> shift;  // months from the period that it is told apart from: "a year earlier" is -12
    std::optional<std::size_t> anchor;  // the time of the sentence, by its place, that `shift` was told from
    bool is_weekday = false;
    bool is_baseline = false;  // "compared to 2023", "than in July", "from 2019 levels", "year on year"
    bool opens_span = false;   // "since 2022": from then to the publication
    bool is_relative = false;  // needs the publication date: "last year"
};

// All times of the sentence, in its order.
std::vector<TimeExpression> find_times(const SentenceFrame& frame);

}  // namespace figbook
