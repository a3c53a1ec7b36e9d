// One row of a table, its cells by the names of their columns.
//
//     for (const Row row : rows_of(table)) row.text("headline");
#pragma once
#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/database.hpp"

namespace figbook::web {

class Row {
 public:
    Row(const std::vector<std::string>& columns, const std::vector<Value>& cells)
        : columns_(columns), cells_(cells) {}

    // Throws std::logic_error for a column that the query does not have.
    const Value& cell(std::string_view column) const {
        const auto found = std::find(columns_.begin(), columns_.end(), column);
        if (found == columns_.end()) throw std::logic_error("no column " + std::string(column));
        return cells_[static_cast<std::size_t>(found - columns_.begin())];
    }
    // "" for NULL.
    std::string text(std::string_view column) const {
        const Value& value = cell(column);
        if (const auto* words = std::get_if<std::string>(&value)) return *words;
        if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
        return {};
    }
    // 0 for NULL.
    std::int64_t whole(std::string_view column) const {
        const auto* number = std::get_if<std::int64_t>(&cell(column));
        return number == nullptr ? 0 : *number;
    }

 private:
    const std::vector<std::string>& columns_;
    const std::vector<Value>& cells_;
};

inline std::vector<Row> rows_of(const Table& table) {
    std::vector<Row> rows;
    rows.reserve(table.rows.size());
    for (const auto& cells : table.rows) rows.emplace_back(table.columns, cells);
    return rows;
}

}  // namespace figbook::web
