#include "store/cell.hpp"

#include <fmt/format.h>

namespace figbook {

std::string text_of(const Value& cell) {
    const auto* words = std::get_if<std::string>(&cell);
    return words == nullptr ? "" : *words;
}

std::int64_t whole_of(const Value& cell) {
    const auto* number = std::get_if<std::int64_t>(&cell);
    return number == nullptr ? 0 : *number;
}

Decimal decimal_of(const Value& cell) {
    const std::string digits = text_of(cell);
    const auto number = Decimal::parse(digits);
    if (!number)
        throw EnvironmentError(fmt::format("the database has '{}' where an amount should be", digits));
    return *number;
}

Value text_or_null(const std::string& text) {
    return text.empty() ? Value() : Value(text);
}

std::optional<Date> day_of(const Value& cell) {
    const std::string words = text_of(cell);
    if (words.empty()) return std::nullopt;
    const auto day = parse_date(words);
    if (!day) throw EnvironmentError(day.problem());
    return *day;
}

}  // namespace figbook
