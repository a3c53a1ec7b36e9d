#include "web/json.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>
#include <variant>

#include "base/csv.hpp"
#include "base/json_text.hpp"
#include "report/readable.hpp"
#include "report/render.hpp"

namespace figbook::web {
namespace {

struct ToJson {
    Json operator()(std::monostate) const { return nullptr; }
    template <class T>
    Json operator()(const T& value) const {
        return value;
    }
};

}  // namespace

bool is_truth(std::string_view column) {
    return column.starts_with("is_") || column == "unit_assumed";
}

Json words_json(const std::string& words) {
    return words.empty() ? Json(nullptr) : Json(words);
}

Json cell_json(std::string_view column, const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number != nullptr && column.ends_with("_id")) return std::to_string(*number);
    if (number != nullptr && is_truth(column)) return *number != 0;
    return std::visit(ToJson(), value);
}

Json rows_json(const Table& table) {
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        Json object = Json::object();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            object[table.columns[i]] = cell_json(table.columns[i], row[i]);
        rows.push_back(std::move(object));
    }
    return rows;
}

std::string rows_csv(const Table& table) {
    return render(table, "csv");
}

void write_rows_csv(const Database& database, const std::string& sql, const Parameters& parameters,
                    const std::function<void(std::string_view)>& write) {
    constexpr std::size_t piece = 64U << 10U;
    std::string text;
    const auto line = [&](const auto& cells, const auto& words) {
        bool is_first = true;
        for (const auto& cell : cells) {
            if (!std::exchange(is_first, false)) text += ',';
            text += spreadsheet_cell(words(cell));
        }
        text += '\n';
        if (text.size() < piece) return;
        write(text);
        text.clear();
    };
    const Table none = database.query("SELECT * FROM (" + sql + ") LIMIT 0", parameters);
    line(none.columns, [](const std::string& name) { return name; });
    database.for_each_row(sql, parameters, [&](const std::vector<Value>& row) { line(row, plain_text); });
    write(text);
}

std::string dumped(const Json& json) {
    // Invalid UTF-8 becomes U+FFFD.
    return with_steering_escaped(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string json_array(const std::vector<std::int64_t>& numbers) {
    return fmt::format("[{}]", fmt::join(numbers, ","));
}

}  // namespace figbook::web
