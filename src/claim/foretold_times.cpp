#include "claim/foretold_times.hpp"

#include "claim/time_reader.hpp"

namespace figbook {
namespace {

bool has_would(const SentenceFrame& frame, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (frame.is(i, "would")) return true;
    return false;
}

// "was told on Monday that it would fall on | Wednesday", on Thursday: the Wednesday behind that Monday.
void bring_day_near(const SentenceFrame& frame, const TimeExpression& told, TimeExpression& time) {
    if (!told.is_weekday || !frame.is(time.begin, WordClass::weekday)) return;
    if (add_days(*time.start, -days_of_week) <= *told.start || !has_would(frame, told.end, time.begin))
        return;
    move_weeks(time, -1);
    time.is_foretold = true;
}

// "In May it forecast that growth would be 3% in | the June quarter", in July: the June behind that May.
void bring_year_near(const SentenceFrame& frame, const TimeExpression& told, TimeExpression& time) {
    if (!time.open_year || told.is_baseline || !time.last) return;
    if (end_moved_by(*time.last, -months_of_year) < *told.start || !has_would(frame, told.end, time.begin))
        return;
    move_years(time, -1);
    time.is_foretold = true;
}

}  // namespace

void put_behind_telling(const SentenceFrame& frame, std::vector<TimeExpression>& times) {
    const auto now = frame.published;
    for (std::size_t t = 1; now && t < times.size(); ++t) {
        const TimeExpression& told = times[t - 1];
        TimeExpression& time = times[t];
        if (!told.start || *told.start > *now || !time.start || *time.start <= *now) continue;
        if (time.is_weekday)
            bring_day_near(frame, told, time);
        else
            bring_year_near(frame, told, time);
    }
}

}  // namespace figbook
