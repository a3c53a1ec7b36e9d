#include "check/conversion_row.hpp"

#include <fmt/format.h>
#include <string_view>

#include "base/problem.hpp"

namespace figbook {
namespace {

Bound bound_of(std::string_view name) {
    for (const Bound bound :
         {Bound::exact, Bound::about, Bound::over, Bound::under, Bound::at_least, Bound::at_most})
        if (name_of(bound) == name) return bound;
    throw EnvironmentError(fmt::format("the database has '{}' where a bound should be", name));
}

// "$5m", "¥5m", "5 million dollars"; not "US$5m", "C$5m", "5 million Canadian dollars".
bool is_bare(std::string_view text) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    std::size_t end = text.find('$');
    if (end == std::string_view::npos) end = text.find("¥");
    if (end == std::string_view::npos) end = text.rfind(' ');
    if (end == std::string_view::npos) return false;
    std::string_view before = text.substr(0, end);
    while (!before.empty() && (before.back() == ' ' || before.back() == '.')) before.remove_suffix(1);
    const std::string_view word = before.substr(before.rfind(' ') + 1);
    return word.empty() || !is_capital(word.front());
}

}  // namespace

std::string ConversionRow::text(const std::string& column) const {
    const auto* value = std::get_if<std::string>(&cell(column));
    return value == nullptr ? "" : *value;
}

std::int64_t ConversionRow::whole(const std::string& column) const {
    const auto* value = std::get_if<std::int64_t>(&cell(column));
    return value == nullptr ? 0 : *value;
}

std::optional<Decimal> ConversionRow::decimal(const std::string& column) const {
    const std::string digits = text(column);
    if (digits.empty()) return std::nullopt;
    const auto value = Decimal::parse(digits);
    if (!value)
        throw EnvironmentError(fmt::format("the database has '{}' where an amount should be", digits));
    return value;
}

StatedAmount amount_of(const ConversionRow& row, const std::string& prefix) {
    return {row.decimal(prefix + "value").value_or(Decimal()),
            row.decimal(prefix + "high"),
            row.decimal(prefix + "resolution").value_or(Decimal()),
            bound_of(row.text(prefix + "bound")),
            row.text(prefix + "unit"),
            row.whole(prefix + "unit_assumed") != 0,
            is_bare(row.text(prefix + "text"))};
}

PricePair prices_of(const ConversionRow& row, const ConversionCheck& check) {
    return {row.text("sentence"),
            {row.text("restated_text"), row.decimal("restated_value").value_or(Decimal()),
             row.text("restated_unit")},
            {row.text("text"), row.decimal("value").value_or(Decimal()), row.text("unit")},
            check.difference,
            check.has_known_slip};
}

std::optional<Date> day_of(const ConversionRow& row, const std::string& column) {
    const std::string text = row.text(column);
    if (text.empty()) return std::nullopt;
    const auto day = parse_date(text);
    if (!day) throw EnvironmentError(day.problem());
    return *day;
}

std::optional<AmountTime> time_of(const ConversionRow& row) {
    const auto first = day_of(row, "period_start");
    const auto last = day_of(row, "period_end");
    if (!first || !last) return std::nullopt;
    return AmountTime{*first, *last};
}

}  // namespace figbook
