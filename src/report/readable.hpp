// A section as readers see it: the columns to show, and every cell one line of text. Inside report and web only.
//
//     ReadableTable readable = readable_table(section_result);
//     readable.rows[0][2]   // "about €50 billion"
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace figbook {

struct ReadableColumn {
    std::string name;   // as in the header comments
    std::string label;  // "first published"
    bool right = false;
    bool may_be_cut = false;
    std::size_t least = 0;  // columns that a cut leaves
};

struct ReadableTable {
    std::vector<ReadableColumn> columns;
    std::vector<std::vector<std::string>> rows;
};

// A page sets the direction of each text by itself; elsewhere what would steer is shown: "\u202e".
enum class ShownOn { terminal, page };

ReadableTable readable_table(const SectionResult& result, ShownOn where = ShownOn::terminal);

// The same, of which each cell is put into words when it is asked for. Not to outlive the result.
class ReadableCells {
 public:
    explicit ReadableCells(const SectionResult& result, ShownOn where = ShownOn::terminal);

    const std::vector<ReadableColumn>& columns() const { return columns_; }
    std::size_t rows() const { return rows_.size(); }
    std::string cell(std::size_t row, std::size_t column) const { return words_[column](rows_[row]); }

 private:
    const std::vector<std::vector<Value>>& rows_;
    std::vector<ReadableColumn> columns_;
    std::vector<std::function<std::string(const std::vector<Value>&)>> words_;
};

// "first published"
std::string label_of(std::string_view column);

// The columns of the query that readers see something of; none where the section does not say which.
std::optional<std::vector<std::string>> columns_for_readers(const Section& section);

// One cell for readers, of any column of the query or of its hints.
std::string readable_cell(const SectionResult& result, const std::vector<Value>& row,
                          std::string_view column);

// Where the query has the column; none where it has not.
std::optional<std::size_t> find_column(const Table& table, std::string_view name);

// The value of an argument in a header comment: a column's, that of a 'literal', or "" for -.
std::string argument_text(const Table& table, const std::vector<Value>& row, std::string_view argument);

// The cell's exact content: "" for NULL.
std::string plain_text(const Value& value);

// The columns that csv and json show: all of the query's that are not for readers only.
std::vector<std::size_t> exact_columns(const SectionResult& result);

}  // namespace figbook
