#include "claim/time_units.hpp"

#include "quantity/number.hpp"

namespace figbook {
namespace {

constexpr int most_units = 200;

}  // namespace

std::optional<TimeGrain> grain_at(const TimeReader& reader, std::size_t i) {
    if (reader.is(i, "year")) return TimeGrain::year;
    if (reader.is(i, "month")) return TimeGrain::month;
    if (reader.is(i, "quarter")) return TimeGrain::quarter;
    if (reader.is(i, "week")) return TimeGrain::week;
    return std::nullopt;
}

std::optional<Step> step_at(const TimeReader& reader, std::size_t i) {
    if (!reader.is(i, WordClass::time_unit)) return std::nullopt;
    if (reader.is_any(i, {"year", "years"})) return Step{TimeGrain::year, months_of_year, 0};
    if (reader.is_any(i, {"month", "months"})) return Step{TimeGrain::month, 1, 0};
    if (reader.is_any(i, {"quarter", "quarters"})) return Step{TimeGrain::quarter, 3, 0};
    if (reader.is_any(i, {"decade", "decades"})) return Step{TimeGrain::year, 10 * months_of_year, 0};
    if (reader.is_any(i, {"week", "weeks"})) return Step{TimeGrain::day, 0, days_of_week};
    if (reader.is(i, "fortnight")) return Step{TimeGrain::day, 0, 2 * days_of_week};
    if (reader.is_any(i, {"day", "days"})) return Step{TimeGrain::day, 0, 1};
    return std::nullopt;
}

std::optional<Count> count_at(const TimeReader& reader, std::size_t i) {
    if (!reader.has(i) || !(reader.token(i).is_number() || reader.is(i, WordClass::number)))
        return std::nullopt;
    const auto number = parse_number(reader.frame.document, i, reader.frame.sentence.end, {});
    if (!number || number->is_fraction) {
        // "two quarters" reads as a fraction: here the quarters are units.
        if (!number || !reader.is(i + 1, "quarters")) return std::nullopt;
        const auto one = parse_number(reader.frame.document, i, i + 1, {});
        if (!one) return std::nullopt;
        return Count{static_cast<int>(one->value.to_double()), one->end};
    }
    if (number->value < Decimal(1) || number->value > Decimal(most_units) || number->value.exponent() < 0)
        return std::nullopt;
    return Count{static_cast<int>(number->value.to_double()), number->end};
}

Days neighbour(TimeGrain grain, Date now, int step) {
    if (grain == TimeGrain::year) return days_of_year(year_of(now) + step);
    if (grain == TimeGrain::week) {
        const int since_monday = (static_cast<int>(weekday_of(now)) + days_of_week - 1) % days_of_week;
        const Date first = add_days(now, days_of_week * step - since_monday);
        return {first, add_days(first, days_of_week - 1)};
    }
    const int months = months_of(grain);
    const int index = (static_cast<int>(month_of(now)) - 1) / months;
    const Date first = add_months(part_of_year(year_of(now), index, months).first, step * months);
    return {first, add_days(add_months(first, months), -1)};
}

Days rolling(Date now, int months, int days, bool coming) {
    const int sign = coming ? 1 : -1;
    const Date other =
        months > 0 ? add_days(add_months(now, sign * months), -sign) : add_days(now, sign * (days - 1));
    return coming ? Days{now, other} : Days{other, now};
}

}  // namespace figbook
