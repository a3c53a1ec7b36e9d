// What is held against an earlier time that was told from an earlier figure's: it is of the time of that figure.
#include <algorithm>
#include <cstdlib>

#include "claim/rules/period_carrier.hpp"
#include "claim/time_reader.hpp"
#include "claim/times_told_before.hpp"

namespace figbook {

// The figure before this sentence from whose time `time` was told, where that lies a year before it, or right before it.
const Draft* PeriodCarrier::told_back_from(const TimeExpression& time) const {
    const bool years = time.of_year || time.shift == -months_of_year;
    if (!time.start || !time.last || !(years || (time.shift && *time.shift < 0))) return nullptr;
    const std::size_t reach = std::min(frame_.first, Drafts::looked_back_at);
    for (std::size_t at = frame_.first; at > frame_.first - reach; --at) {
        if (frame_.drafts[at - 1].quantity.core != *time.figure) continue;
        const auto& period = frame_.drafts[at - 1].claim.period;
        const bool follows = period && period->start && add_days(*time.last, 1) == *period->start;
        return years || follows ? &frame_.drafts[at - 1] : nullptr;
    }
    return nullptr;
}

// "£4m, or 8p a share, compared with | £3m, or 6p a share, a year earlier": the figure that figure i, of the earlier time, is
// held against.
std::optional<std::size_t> PeriodCarrier::held_against(std::size_t i) const {
    while (i > 0 && is_alternative(i)) --i;
    if (i == 0) return std::nullopt;
    if (claim(i).role == Role::from) return i - 1;
    const std::size_t begin = quantity(i).begin, from = quantity(i - 1).phrase_end();
    // "more than | the $2.57bn recorded in the same month of 2023"
    const bool over = begin >= from + 3 && frame_.is(begin - 1, "the") && frame_.is(begin - 2, "than") &&
                      frame_.is_any(begin - 3, {"more", "less", "higher", "lower", "fewer"});
    if (over) return i - 1;
    const bool compared =
        begin >= from + 1 && (frame_.is_any(begin - 1, {"versus", "against", "vs"}) ||
                              (begin >= from + 2 && frame_.is_any(begin - 1, {"with", "to"}) &&
                               frame_.is(begin - 2, "compared")) ||
                              (frame_.is(begin - 1, "from") && frame_.is_written(begin - 2, ",")));
    return compared ? std::optional(i - 1) : std::nullopt;
}

// "Sales rose 5% in the first quarter. Profit was | £4m, up from £3m a year earlier": of that quarter too.
void PeriodCarrier::take_time_counted_from() const {
    for (std::size_t t = 0; t < times_.size(); ++t) {
        if (!times_[t].figure) continue;
        const Draft* const told = told_back_from(times_[t]);
        if (!told) continue;
        std::optional<std::size_t> to;
        if (owner_[t] < frame_.count()) to = times_[t].is_baseline ? owner_[t] : held_against(owner_[t]);
        if (!to || claim(*to).period || claim(*to).role == Role::from || says_which(*to) ||
            claim(*to).modality != Modality::actual)
            continue;
        claim(*to).period = told->claim.period;
        tell(frame_.draft(*to), Field::period, "period.carried_on", *told);
    }
}

// "The private sector grew in February. The index rose to | 57.2 from 55.4 in January", "53.2% more than in 2023": what is
// held against a month, quarter or year is of the one that was told of before, where that is a later one.
void PeriodCarrier::take_time_after_start() const {
    for (std::size_t i = 0; i < frame_.count(); ++i) {
        if (claim(i).change == Change::none || claim(i).period || claim(i).role == Role::from ||
            claim(i).modality != Modality::actual || says_which(i))
            continue;
        const auto earlier = measured_from(i);
        if (!earlier || !earlier->start || !earlier->end) continue;
        const auto told = told_after(*earlier);
        if (!told) continue;
        claim(i).period = told->period;
        note(frame_.trace, {quantity(i).core, Field::period, "time.context", 0, 0, told->figure});
        // "Earnings reached $3.2bn, | 53.2% more than in 2023"
        const bool level = i > 0 && !claim(i - 1).period && claim(i - 1).role == Role::level &&
                           claim(i - 1).modality == Modality::actual && is_aside(i);
        if (level) take_period(i - 1, i);
    }
}

// The period of the figure that the move of figure i came from, or its baseline.
std::optional<Period> PeriodCarrier::measured_from(std::size_t i) const {
    std::optional<Period> from = claim(i).baseline;
    for (std::size_t k = i + 1; !from && k < frame_.count() && claim(k).change == claim(i).change; ++k)
        if (claim(k).role == Role::from) from = claim(k).period;
    // "than 40 years ago", "from $169m a year ago": so long before today
    return from && !from->words.ends_with(" ago") ? from : std::nullopt;
}

// The last period before this sentence that is as long as `earlier` and lies behind it.
std::optional<PeriodCarrier::ToldPeriod> PeriodCarrier::told_after(const Period& earlier) const {
    constexpr std::size_t sentences_back = 2;
    const int days = days_between(*earlier.start, *earlier.end);
    if (days < shortest_month) return std::nullopt;
    const auto follows = [&](const std::optional<Date>& start, const std::optional<Date>& last) {
        constexpr int slack = 3;
        return start && last && *start > *earlier.end && (!frame_.published || *start <= *frame_.published) &&
               std::abs(days_between(*start, *last) - days) <= slack;
    };
    const std::size_t back = std::min(frame_.number, sentences_back);
    const Sentence& earliest = frame_.document.sentences[frame_.number - back];
    const std::size_t reach = std::min(frame_.first, Drafts::looked_back_at);
    for (std::size_t at = frame_.first; at > frame_.first - reach; --at) {
        const Draft& draft = frame_.drafts[at - 1];
        if (draft.quantity.begin < earliest.begin) break;
        const auto& period = draft.claim.period;
        const bool told =
            period && draft.claim.role != Role::from && draft.claim.modality == Modality::actual;
        if (told && follows(period->start, period->end)) return ToldPeriod{*period, draft.quantity.core};
    }
    for (std::size_t n = 1; n <= back; ++n) {
        const auto times = times_told_before(frame_, n);
        if (!times) return std::nullopt;
        for (std::size_t t = times->size(); t-- > 0;) {
            const TimeExpression& time = (*times)[t];
            if (time.opens_span) continue;
            const bool over = time.grain == TimeGrain::month || !frame_.published || !time.last ||
                              *time.last <= *frame_.published;
            if (over && follows(time.start, time.last)) return ToldPeriod{period_of(time), time.begin};
        }
    }
    return std::nullopt;
}

}  // namespace figbook
