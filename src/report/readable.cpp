#include "report/readable.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <stdexcept>

#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "report/amount.hpp"

namespace figbook {
namespace {

// Line breaks would break the table, and other control characters, or worse, steer the terminal.
std::string one_line(std::string_view text, ShownOn where) {
    std::string line = on_one_line(text, " \n\t\r\f\v");
    if (line.ends_with(' ')) line.pop_back();
    return where == ShownOn::page ? without_turns(line) : printable(line);
}

std::size_t column_index(const Table& table, std::string_view name) {
    const auto found = find_column(table, name);
    if (!found) throw std::logic_error("the report has no column " + std::string(name));
    return *found;
}

std::string amount_cell(const Table& table, const std::vector<Value>& row, const ColumnHint& hint,
                        ShownOn where) {
    std::vector<std::string> arguments;
    for (const std::string& argument : hint.arguments)
        arguments.push_back(argument_text(table, row, argument));
    if (arguments[1].empty()) return {};
    return one_line(amount_text({arguments[0], arguments[1], arguments[2], arguments[3], arguments[4],
                                 arguments[5], arguments[6]}),
                    where);
}

std::string cell_text(const Table& table, const std::vector<Value>& row, std::string_view name,
                      const ColumnHint* hint, ShownOn where) {
    if (hint != nullptr && hint->kind == ColumnKind::amount) return amount_cell(table, row, *hint, where);
    const Value& value = row[column_index(table, name)];
    if (hint != nullptr && hint->kind == ColumnKind::number) return grouped(plain_text(value));
    return one_line(plain_text(value), where);
}

bool is_text(const Table& table, std::string_view name) {
    const std::size_t column = column_index(table, name);
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const auto& row) { return std::holds_alternative<std::string>(row[column]); });
}

ReadableColumn readable_column(const Table& table, const std::string& name, const ColumnHint* hint) {
    ReadableColumn column{name, name, false, true, 8};
    std::replace(column.label.begin(), column.label.end(), '_', ' ');
    if (hint == nullptr) {
        column.right = !is_text(table, name);
        column.may_be_cut = !column.right;
    } else {
        column.right = hint->right;
        column.may_be_cut = hint->kind == ColumnKind::text;
        column.least = hint->least;
    }
    return column;
}

}  // namespace

std::optional<std::size_t> find_column(const Table& table, std::string_view name) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    if (found == table.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::string argument_text(const Table& table, const std::vector<Value>& row, std::string_view argument) {
    if (argument == "-") return {};
    if (argument.starts_with('\'')) return std::string(argument.substr(1, argument.size() - 2));
    return plain_text(row[column_index(table, argument)]);
}

std::string readable_cell(const SectionResult& result, const std::vector<Value>& row,
                          std::string_view column) {
    return cell_text(result.table, row, column, result.section.hint(column), ShownOn::terminal);
}

std::string plain_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
    if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
    return {};
}

std::vector<std::size_t> exact_columns(const SectionResult& result) {
    std::vector<std::size_t> columns;
    for (std::size_t index = 0; index < result.table.columns.size(); ++index) {
        const ColumnHint* hint = result.section.hint(result.table.columns[index]);
        if (hint == nullptr || !hint->readable_only) columns.push_back(index);
    }
    return columns;
}

ReadableTable readable_table(const SectionResult& result, ShownOn where) {
    const Section& section = result.section;
    std::vector<std::string> names = section.show;
    // Without `show`: the columns that have a hint, or all.
    if (names.empty())
        for (const ColumnHint& hint : section.columns) names.push_back(hint.name);
    if (names.empty()) names = result.table.columns;

    ReadableTable readable;
    for (const std::string& name : names)
        readable.columns.push_back(readable_column(result.table, name, section.hint(name)));
    for (const auto& row : result.table.rows) {
        auto& cells = readable.rows.emplace_back();
        for (const std::string& name : names)
            cells.push_back(cell_text(result.table, row, name, section.hint(name), where));
    }
    return readable;
}

}  // namespace figbook
