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

// What a header comment gives a hint: a column of the table, a 'literal', or - for nothing.
class Argument {
 public:
    Argument(const Table& table, std::string_view argument) {
        if (argument == "-") return;
        if (argument.starts_with('\''))
            literal_ = argument.substr(1, argument.size() - 2);
        else
            column_ = column_index(table, argument);
    }
    std::string text(const std::vector<Value>& row) const {
        return column_ ? plain_text(row[*column_]) : literal_;
    }

 private:
    std::optional<std::size_t> column_;
    std::string literal_;
};

// How the cells of a column are put into words: what is the same in all rows is found out once.
class CellWords {
 public:
    CellWords(const Table& table, std::string_view name, const ColumnHint* hint, ShownOn where)
        : is_number_(hint != nullptr && hint->kind == ColumnKind::number), where_(where) {
        if (hint == nullptr || hint->kind != ColumnKind::amount)
            column_ = column_index(table, name);
        else
            for (const std::string& argument : hint->arguments) arguments_.emplace_back(table, argument);
    }

    std::string operator()(const std::vector<Value>& row) const {
        if (!arguments_.empty()) return amount(row);
        std::string text = plain_text(row[column_]);
        return is_number_ ? grouped(text) : one_line(text, where_);
    }

 private:
    std::string amount(const std::vector<Value>& row) const {
        const auto argument = [&](std::size_t place) { return arguments_[place].text(row); };
        if (argument(1).empty()) return {};
        return one_line(amount_text({argument(0), argument(1), argument(2), argument(3), argument(4),
                                     argument(5), argument(6)}),
                        where_);
    }

    std::vector<Argument> arguments_;  // of an amount
    std::size_t column_ = 0;
    bool is_number_;
    ShownOn where_;
};

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
    return Argument(table, argument).text(row);
}

std::string readable_cell(const SectionResult& result, const std::vector<Value>& row,
                          std::string_view column) {
    return CellWords(result.table, column, result.section.hint(column), ShownOn::terminal)(row);
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
    std::vector<CellWords> words;
    for (const std::string& name : names) {
        readable.columns.push_back(readable_column(result.table, name, section.hint(name)));
        words.emplace_back(result.table, name, section.hint(name), where);
    }
    readable.rows.reserve(result.table.rows.size());
    for (const auto& row : result.table.rows) {
        auto& cells = readable.rows.emplace_back();
        cells.reserve(words.size());
        for (const CellWords& cell : words) cells.push_back(cell(row));
    }
    return readable;
}

}  // namespace figbook
