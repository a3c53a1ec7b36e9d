// Times in a sentence: "last year", "the fourth quarter of 2022", "March 2023", "a year earlier", "by 2030",
// "year on year", resolved against the publication date, towards the past unless the sentence looks ahead.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "claim/draft.hpp"

namespace figbook {

// What stands right before the time: it is open at one end.
enum class OpenEnd { none, before, after, until };

enum class TimeGrain { day, week, month, quarter, half, year, span };

struct TimeExpression {
    std::size_t begin = 0;  // tokens, with the preposition's article but without the preposition
    std::size_t end = 0;
    std::optional<Date> start;  // unset where it cannot be known
    std::optional<Date> last;
    TimeGrain grain = TimeGrain::year;

    // Told from another time of the sentence, its anchor: "a year earlier" is -12 months, "the previous day" -1 day.
    std::optional<int> shift;
    int shift_days = 0;
    int months_before = 0;              // "the previous three months": so many right before the anchor
    std::optional<int> of_year;         // "the same month in 2019": the anchor's days, in that year
    std::optional<std::size_t> anchor;  // by its place among the sentence's times, once it is found

    std::optional<std::size_t> figure;  // the token of an earlier figure whose period it was told from

    bool is_relative = false;            // needs the publication date: "last year"
    bool is_of_context = false;          // "the quarter": the one that the article spoke of last
    bool is_named_before = false;        // "that year": the one that was named last, in this sentence too
    bool is_inferred = false;            // the text itself fixes its year, without a publication date
    bool names_year = false;             // "March 2023": what follows without a year may take its own from it
    bool open_year = false;              // "March": its year was told from the publication, or not at all
    std::optional<Date> yearless_start;  // of an open year, not told: the days in whatever year
    std::optional<Date> yearless_last;

    bool takes_whole =
        false;  // "from January 2026, and to $17 the following year": all of 2027, not that month of it

    bool is_weekday = false;
    bool is_foretold = false;  // "was told on Monday that it would fall on Wednesday"
    bool is_baseline = false;  // "compared to 2023", "than in July", "from 2019 levels", "year on year"
    bool opens_span = false;   // "since 2022", "since the coup": from then to the publication
    bool is_event = false;     // "since | the coup": no day of it is told
    // The "since" of the event that the time is of: "since the war began | in October".
    std::optional<std::size_t> since_event;
    bool event_acts = false;           // it is told by a verb: "since the war began", not "since the coup"
    OpenEnd open_end = OpenEnd::none;  // "before 2010", "after March", "until May"
};

// All times of the sentence, in its order; claim/time_resolution.hpp tells them from one another.
std::vector<TimeExpression> find_times(const SentenceFrame& frame);

}  // namespace figbook
