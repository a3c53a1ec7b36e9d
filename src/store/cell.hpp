// What a cell of a query holds.
//
//     text_of(row[0])   // "" for NULL and for a cell of another type
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "base/decimal.hpp"
#include "store/database.hpp"

namespace figbook {

// "" and 0 for NULL and for a cell of another type.
std::string text_of(const Value& cell);
std::int64_t whole_of(const Value& cell);
// Throws EnvironmentError for what is no exact number.
Decimal decimal_of(const Value& cell);
// NULL for "".
Value text_or_null(const std::string& text);
// Unset for NULL. Throws EnvironmentError for what is no day.
std::optional<Date> day_of(const Value& cell);

}  // namespace figbook
