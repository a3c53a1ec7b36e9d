// What is held against an earlier time that was told from an earlier figure's: it is of the time of that figure.
#include <algorithm>

#include "claim/rules/period_carrier.hpp"
#include "claim/time_reader.hpp"

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

}  // namespace figbook
