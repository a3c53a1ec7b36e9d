#include "report/readable.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <stdexcept>

#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "report/amount.hpp"

namespace figbook {
namespace {

// Whether it is fit for one line and a terminal as it is: printable ASCII alone, no two blanks together and none at its ends.
bool is_plain_line(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ' || plain_bytes(text, 0) < text.size()) return false;
    // Without a way out: the compiler then looks at many bytes at once.
    unsigned doubled = 0;
    for (std::size_t at = 1; at < text.size(); ++at)
        doubled |= static_cast<unsigned>(text[at - 1] == ' ') & static_cast<unsigned>(text[at] == ' ');
    return doubled == 0;
}

// Line breaks would break the table, and other control characters, or worse, steer the terminal.
std::string one_line(std::string text, ShownOn where) {
    if (is_plain_line(text)) return text;
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
    // `room` is for one that is no text.
    std::string_view text(const std::vector<Value>& row, std::string& room) const {
        if (!column_) return literal_;
        if (const auto* text = std::get_if<std::string>(&row[*column_])) return *text;
        return room = plain_text(row[*column_]);
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
        return is_number_ ? grouped(text) : one_line(std::move(text), where_);
    }

 private:
    std::string amount(const std::vector<Value>& row) const {
        std::array<std::string, 7> rooms;
        const auto argument = [&](std::size_t place) { return arguments_[place].text(row, rooms[place]); };
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
    ReadableColumn column{name, label_of(name), false, true, 8};
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
    std::string room;
    return std::string(Argument(table, argument).text(row, room));
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

std::string label_of(std::string_view column) {
    std::string label(column);
    std::replace(label.begin(), label.end(), '_', ' ');
    return label;
}

std::optional<std::vector<std::string>> columns_for_readers(const Section& section) {
    if (section.show.empty()) return std::nullopt;
    std::vector<std::string> columns;
    for (const std::string& name : section.show) {
        const ColumnHint* hint = section.hint(name);
        if (hint == nullptr || hint->kind != ColumnKind::amount)
            columns.push_back(name);
        else
            columns.insert(columns.end(), hint->arguments.begin(), hint->arguments.end());
    }
    return columns;
}

ReadableCells::ReadableCells(const SectionResult& result, ShownOn where) : rows_(result.table.rows) {
    const Section& section = result.section;
    std::vector<std::string> names = section.show;
    // Without `show`: the columns that have a hint, or all.
    if (names.empty())
        for (const ColumnHint& hint : section.columns) names.push_back(hint.name);
    if (names.empty()) names = result.table.columns;
    for (const std::string& name : names) {
        columns_.push_back(readable_column(result.table, name, section.hint(name)));
        words_.emplace_back(CellWords(result.table, name, section.hint(name), where));
    }
}

ReadableTable readable_table(const SectionResult& result, ShownOn where) {
    const ReadableCells words(result, where);
    ReadableTable readable{words.columns(), {}};
    readable.rows.reserve(words.rows());
    for (std::size_t row = 0; row < words.rows(); ++row) {
        auto& cells = readable.rows.emplace_back();
        cells.reserve(readable.columns.size());
        for (std::size_t column = 0; column < readable.columns.size(); ++column)
            cells.push_back(words.cell(row, column));
    }
    return readable;
}

}  // namespace figbook
