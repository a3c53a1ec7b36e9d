#include "check/move_figures.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "check/amount_words.hpp"

namespace figbook {
namespace {

constexpr int shown_digits = 3;
constexpr double round_from = 50;  // "60 percent" may well be 58: of so much the tens are counted

}  // namespace

std::string percent_words(double percent, const Claim& stated) {
    const auto digits = static_cast<int>(std::to_string(stated.value.absolute().coefficient()).size());
    return rounded_number(percent, std::max(shown_digits, digits)).to_string() + " %";
}

std::string points_words(double points) {
    const Decimal number = rounded_number(points, shown_digits);
    return fmt::format("{} percentage point{}", number.to_string(), number == Decimal(1) ? "" : "s");
}

std::string words_of(const Claim& claim) {
    constexpr int all_digits = 8;
    return figure_words(claim.value.to_double(), claim, all_digits);
}

double resolution_of_rate(const Claim& claim) {
    const std::size_t per = claim.text.find(" per ");
    const std::size_t first = claim.text.find_first_of("0123456789");
    if (claim.kind != Kind::ratio || per == std::string::npos || first > per) return 0;
    const std::string number = claim.text.substr(first, per - first);
    const std::size_t point = number.find('.');
    const double value = std::strtod(number.c_str(), nullptr);
    if (value <= 0 || number.find_first_not_of("0123456789.") != std::string::npos) return 0;
    const auto decimals = point == std::string::npos ? 0 : static_cast<double>(number.size() - point - 1);
    return std::pow(0.1, decimals) * claim.value.absolute().to_double() / value;
}

RealInterval end_interval(const Claim& claim) {
    RealInterval printed = printed_interval(claim);
    const double more = std::max(0.0, resolution_of_rate(claim) - claim.resolution.to_double()) / 2;
    return {printed.low - more, printed.high + more};
}

bool is_positive(const Claim& claim) {
    return claim.value > Decimal(0) && printed_interval(claim).low > 0;
}

bool are_apart(const std::optional<Period>& a, const std::optional<Period>& b) {
    if (!a || !b || !a->start || !a->end || !b->start || !b->end) return false;
    return *a->end < *b->start || *b->end < *a->start;
}

bool is_same_time(const std::optional<Period>& a, const std::optional<Period>& b) {
    return !a || !b || a->words == b->words || (a->start == b->start && a->end == b->end);
}

bool is_of_another_time(const Claim& change, const Claim& other) {
    const bool has_own_baseline = change.baseline && other.role == Role::change && !other.baseline;
    return !is_same_time(change.period, other.period) || !is_same_time(change.baseline, other.baseline) ||
           has_own_baseline;
}

bool is_round(const Claim& claim) {
    constexpr double ten = 10;
    const double value = claim.value.to_double();
    return claim.kind == Kind::percent && value >= round_from && std::fmod(value, ten) == 0 &&
           claim.resolution >= Decimal(1);
}

std::string slip_words(double stated, double right) {
    constexpr double near = 0.06;
    const std::pair<double, std::string_view> slips[] = {
        {10, "ten times"}, {100, "a hundred times"}, {1000, "a thousand times"}, {1e6, "a million times"}};
    for (const auto& [factor, words] : slips)
        for (const double power : {factor, 1 / factor})
            if (std::abs(stated / (right * power) - 1) < near) return fmt::format(": off by {}", words);
    return "";
}

}  // namespace figbook
