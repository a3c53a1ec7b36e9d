#include "claim/units_left_out.hpp"

#include <tuple>

#include "claim/time_units.hpp"
#include "claim/verbs.hpp"

namespace figbook {

std::optional<TimeGrain> unit_left_out(const TimeReader& reader, std::size_t i) {
    constexpr std::size_t reach = 14;
    const std::size_t first = reader.frame.sentence.begin;
    if (!reader.is_any(i, {"next", "this", "last"}) || i == first) return std::nullopt;
    if (reader.has(i + 1) && (reader.token(i + 1).is_word() || reader.token(i + 1).is_number()))
        return std::nullopt;
    const std::size_t before = i - 1;
    const bool behind_figure =
        reader.is(before, "%") || reader.token(before).is_word() || reader.token(before).is_number();
    if (!behind_figure || is_verb_at(reader.frame, before)) return std::nullopt;
    bool figure = false;
    for (std::size_t at = i; at-- > first + 1 && at + reach > i;) {
        figure = figure || reader.token(at).is_number();
        const auto grain = grain_at(reader, at);
        if (grain && reader.direction_at(at - 1) && !reader.frame.is(at - 1, reader.text(i)))
            return figure ? grain : std::nullopt;
    }
    return std::nullopt;
}

TimeExpression neighbour_of_unit(const TimeReader& reader, std::size_t i, TimeGrain grain, int direction) {
    TimeExpression time = time_of(i, i + 1, grain);
    time.is_relative = true;
    if (const auto now = reader.frame.published)
        std::tie(time.start, time.last) = neighbour(grain, *now, direction);
    return time;
}

std::optional<TimeExpression> previous_one(const TimeReader& reader, std::size_t i, std::size_t end) {
    constexpr std::size_t reach = 24;
    if (reader.has(end) && reader.token(end).is_word() && !reader.is(end, WordClass::conjunction))
        return std::nullopt;
    for (std::size_t at = i; at-- > reader.frame.sentence.begin && at + reach > i;) {
        auto grain = grain_at(reader, at);
        if (!grain && reader.year_at(at)) grain = TimeGrain::year;
        if (!grain) continue;
        TimeExpression time = time_of(i, end, *grain);
        time.is_relative = true;
        if (*grain == TimeGrain::week)
            time.shift_days = -days_of_week;
        else
            time.shift = -months_of(*grain);
        return time;
    }
    return std::nullopt;
}

}  // namespace figbook
