// Where a period ends before the time that is told: on the last day of it, on its first, or when what is told was said.
#include <algorithm>

#include "claim/phrases.hpp"
#include "claim/rules/period_carrier.hpp"
#include "claim/time_reader.hpp"
#include "claim/verbs.hpp"

namespace figbook {

// "had 48 shops at the end of last year", "at the start of": how many there were on its last day, or its first; what moved or was done took longer.
void PeriodCarrier::keep_to_last_days() const {
    for (const TimeExpression& time : times_) {
        // "310 at the end of June, against 300 a year earlier"
        const bool years = time.shift && *time.shift % months_of_year == 0 && time.anchor;
        const TimeExpression& told = years ? times_[*time.anchor] : time;
        if (!time.last || !stands_at_edge(frame_, told) || is_told_twice(time)) continue;
        const bool at_end = stands_at_end(frame_, told);
        for (std::size_t i = 0; i < frame_.count(); ++i) {
            auto& period = claim(i).period;
            if (!period || period->start != time.start || period->end != time.last || !is_stock(i)) continue;
            (at_end ? period->start : period->end) = at_end ? period->end : period->start;
        }
    }
}

// "shrank by 41% between 2016 and 2023, to | 15,200": what it went to is of the last of the years, and what it came from of the
// first.
void PeriodCarrier::part_ends_of_years() const {
    for (const TimeExpression& time : times_) {
        if (time.grain != TimeGrain::span || !time.start || !time.last || time.is_baseline) continue;
        const TimeReader reader(frame_);
        if (!reader.year_at(time.begin) || !reader.year_at(time.end - 1)) continue;
        for (std::size_t i = 0; i < frame_.count(); ++i) {
            auto& period = claim(i).period;
            if (claim(i).role != Role::to || !period || period->start != time.start ||
                period->end != time.last)
                continue;
            const bool from = i > 0 && claim(i - 1).role == Role::from && !claim(i - 1).period;
            if (from) {
                take_period(i - 1, i);
                claim(i - 1).period->end = last_of_month(year_of(*time.start), months_of_year);
            }
            period->start = first_of_month(year_of(*time.last), 1);
        }
    }
}

// "In June the general said that half had been lost since March": until June, and not until the paper came out.
void PeriodCarrier::end_when_said() const {
    const auto said = said_on();
    if (!said) return;
    for (const TimeExpression& time : times_)
        for (std::size_t i = 0; time.opens_span && i < frame_.count(); ++i) {
            auto& period = claim(i).period;
            if (period && period->end == frame_.published && period->start == time.start &&
                (!period->start || *period->start <= *said) && quantity(i).begin > times_.front().end)
                period->end = said;
        }
}

// The last day of the time that leads the sentence, where it is that of what somebody says.
std::optional<Date> PeriodCarrier::said_on() const {
    constexpr std::size_t leading = 3;
    const TimeExpression& time = times_.front();
    const std::size_t first = frame_.sentence.begin;
    const bool apart =  // not "as the 5 June vote nears"
        time.begin == first || frame_.is_any(time.begin - 1, {"in", "on", "earlier", "late", "early"});
    const bool leads = apart && time.begin <= first + leading && !time.opens_span && !time.is_baseline &&
                       time.open_end == OpenEnd::none;
    const bool spoken =
        time.grain == TimeGrain::day || time.grain == TimeGrain::week || time.grain == TimeGrain::month;
    if (!leads || !spoken || !frame_.published || !time.last || *time.last >= *frame_.published)
        return std::nullopt;
    for (std::size_t i = time.end; frame_.has(i) && !frame_.token(i).is_number(); ++i)
        if (is_verb_at(frame_, i)) return frame_.is(i, WordClass::cue) ? time.last : std::nullopt;
    return std::nullopt;
}

// "made £3m in June and had 40 shops at the end of June"
bool PeriodCarrier::is_told_twice(const TimeExpression& time) const {
    return std::count_if(times_.begin(), times_.end(), [&](const TimeExpression& other) {
               return other.start == time.start && other.last == time.last;
           }) > 1;
}

// What there is, or what a move goes to or comes from.
bool PeriodCarrier::is_stock(std::size_t i) const {
    if (claim(i).role == Role::from || claim(i).role == Role::to) return true;
    if (claim(i).role == Role::change || claim(i).change != Change::none) return false;
    static constexpr WordClasses being{WordClass::copula, WordClass::holding_verb, WordClass::auxiliary};
    const auto verb = verb_group_before(frame_, original(i).begin);
    return !verb || frame_.has_any(verb->end - 1, being) ||
           frame_.is_any(verb->end - 1, {"owned", "owed", "owns", "owes", "ran", "operated", "kept"});
}

}  // namespace figbook
