#include "check/stated_rate.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "check/maybe_decimal.hpp"

namespace figbook {
namespace {

const Decimal about_share(2, -2);  // added each side of "about"
const Decimal open_share(1, -1);   // added on the open side of "over" and "under"

// Nearer to each other than that, a rate turned upside down is not told from one of another day.
constexpr double plainly_off = 1.2;
constexpr double near_enough = 1.25;  // a slip is named only where mending it brings the rate this near

int digits_of(const Decimal& value) {
    return static_cast<int>(std::to_string(value.coefficient()).size());
}

// The worth of the last digit that counts: the last printed one, or a higher one where zeros at the end may
// come from rounding. Two digits always count, but for cents, which are written with a zero: "$0.50" is half a dollar.
Decimal counted_resolution(const Decimal& value, const Decimal& printed) {
    const Decimal third(3, -1);
    if (value >= third && value < Decimal(1))
        return std::max(printed, Decimal::power_of_ten(value.exponent()));
    const int second_digit = value.exponent() + digits_of(value) - 2;
    return std::max(printed, Decimal::power_of_ten(std::min(value.exponent(), second_digit)));
}

// "£360 ($400)": of a figure that says no more than that, one digit may be all that is meant. A one or two says too little,
// and "more than" leaves room enough.
std::optional<Decimal> resolution_of_one_digit(const StatedAmount& original, const StatedAmount& converted) {
    constexpr int most_digits = 2;
    constexpr std::int64_t least = 3;
    const Decimal from = original.value.absolute(), to = converted.value.absolute();
    const bool is_plain = original.bound == Bound::exact && converted.bound == Bound::exact &&
                          !original.high && !converted.high;
    if (!is_plain || digits_of(from) > most_digits || digits_of(to) != 1 || to.coefficient() < least)
        return std::nullopt;
    return Decimal::power_of_ten(to.exponent());
}

// `low` and `high` are the ends of a range, or twice the same figure.
std::optional<StatedSide> side_of(const Decimal& low, const Decimal& high, const StatedAmount& amount) {
    if (low.is_zero() || high < low) return std::nullopt;
    const Decimal half(5, -1);
    Maybe down = times(counted_resolution(low, amount.resolution), half);
    Maybe up = times(counted_resolution(high, amount.resolution), half);
    if (amount.bound == Bound::about) {
        down = plus(down, times(low, about_share));
        up = plus(up, times(high, about_share));
    }
    if (amount.bound == Bound::over || amount.bound == Bound::at_least)
        up = plus(up, times(high, open_share));
    if (amount.bound == Bound::under || amount.bound == Bound::at_most)
        down = plus(down, times(low, open_share));
    const Maybe lowest = minus(low, down);
    const Maybe highest = plus(high, up);
    const Maybe middle = low == high ? Maybe(low) : times(plus(low, high), half);
    if (!lowest || !highest || !middle || lowest->is_negative() || lowest->is_zero()) return std::nullopt;
    return StatedSide{*lowest, *middle, *highest};
}

std::optional<StatedRate> make_rate(const std::optional<StatedSide>& original,
                                    const std::optional<StatedSide>& converted) {
    if (!original || !converted) return std::nullopt;
    const Maybe rate = divided(converted->value, original->value);
    const Maybe low = divided(converted->low, original->high);
    const Maybe high = divided(converted->high, original->low);
    if (!rate || !low || !high) return std::nullopt;
    return StatedRate{*original, *converted, *rate, {*low, *high}};
}

}  // namespace

bool meet(const Interval& a, const Interval& b) {
    return a.low <= b.high && b.low <= a.high;
}

std::vector<StatedRate> stated_rates(const StatedAmount& original, StatedAmount converted) {
    if (const auto rounded = resolution_of_one_digit(original, converted))
        converted.resolution = std::max(converted.resolution, *rounded);
    const auto from_low = original.value.absolute();
    const auto to_low = converted.value.absolute();
    const auto from_high = original.high.value_or(original.value).absolute();
    const auto to_high = converted.high.value_or(converted.value).absolute();
    std::vector<std::optional<StatedRate>> made;
    if (original.high && converted.high) {
        made.push_back(make_rate(side_of(from_low, from_low, original), side_of(to_low, to_low, converted)));
        made.push_back(
            make_rate(side_of(from_high, from_high, original), side_of(to_high, to_high, converted)));
    } else {
        made.push_back(
            make_rate(side_of(from_low, from_high, original), side_of(to_low, to_high, converted)));
    }
    std::vector<StatedRate> stated;
    for (const auto& statement : made) {
        if (!statement) return {};
        stated.push_back(*statement);
    }
    return stated;
}

double times_apart(double a, double b) {
    return std::max(a, b) / std::min(a, b);
}

std::optional<RateSlip> find_slip(const StatedRate& stated, const Decimal& reference,
                                  const Interval& accepted) {
    constexpr std::array<std::pair<int, std::string_view>, 6> powers{{{1, "ten times"},
                                                                      {2, "a hundred times"},
                                                                      {3, "a thousand times"},
                                                                      {6, "a million times"},
                                                                      {9, "a thousand million times"},
                                                                      {12, "a million million times"}}};
    std::vector<RateSlip> slips;
    const auto consider = [&](std::string words, const Maybe& rate, const Maybe& low, const Maybe& high) {
        if (!rate || !low || !high || !meet({*low, *high}, accepted)) return;
        const double off = times_apart(rate->to_double(), reference.to_double());
        if (off <= near_enough) slips.push_back({std::move(words), off});
    };
    for (const auto& [power, words] : powers)
        for (const int sign : {-1, 1})
            consider(fmt::format("off by {}", words), stated.rate.scaled(sign * power),
                     stated.range.low.scaled(sign * power), stated.range.high.scaled(sign * power));
    if (times_apart(stated.rate.to_double(), reference.to_double()) >= plainly_off)
        consider("the rate seems to have been applied upside down", divided(Decimal(1), stated.rate),
                 divided(Decimal(1), stated.range.high), divided(Decimal(1), stated.range.low));
    const auto nearest =
        std::min_element(slips.begin(), slips.end(),
                         [](const RateSlip& a, const RateSlip& b) { return a.distance < b.distance; });
    return nearest == slips.end() ? std::nullopt : std::optional(*nearest);
}

}  // namespace figbook
