// Rows of a query that are kept in memory, and that later queries read as a table. A temporary table would need a
// connection that may write, and takes several times as long. Inside the store; see Database::keep_rows.
//
//     KeptTable figures(connection, "kept_figures", {"article_id", "ordinal", "text"});
//     const auto rows = figures.keep();           // of as many of the columns as a statement has
//     rows->add(statement) ...                    // which a query reads as: SELECT text FROM kept_figures(:number)
//
// The first two columns are whole numbers, by which a row is looked up.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace figbook {

class KeptRows {
 public:
    // As SQLite gives cells; a text lives as long as the rows.
    struct Cell {
        enum Kind : std::uint32_t { nothing, whole_number, real_number, words };
        Kind kind = nothing;
        std::uint32_t size = 0;
        union {
            std::int64_t whole = 0;
            double real;
            const char* text;
        };
    };

    // `places`: where each column of the table is in a row; -1 for one that was not asked for.
    KeptRows(std::int64_t number, std::vector<int> places);
    // Rows lead to cells and texts.
    KeptRows(const KeptRows&) = delete;
    KeptRows& operator=(const KeptRows&) = delete;

    std::int64_t number() const { return number_; }  // by which a query names these rows
    std::size_t size() const { return rows_.size(); }
    std::size_t width() const { return width_; }  // columns that were asked for

    // The row that the statement is at. Its columns are those that were asked for, in their order.
    void add(sqlite3_stmt* statement);
    void add(std::initializer_list<std::int64_t> cells);

    // None yet, of the same columns; a query cannot name them.
    KeptRows without_rows() const { return {0, places_}; }
    // Adds the rows of another one of the same columns, which has none then.
    void take(KeptRows& others);

    // Of the columns that were asked for, by their places among those.
    std::int64_t kept_whole(std::size_t row, std::size_t place) const { return at(row, place).whole; }
    std::string_view kept_text(std::size_t row, std::size_t place) const;

    // Those of a row, as many as width().
    const Cell* cells(std::size_t row) const { return &at(row, 0); }

    // Of the columns of the table: where it is in a row, -1 for one that was not asked for.
    int place(std::size_t column) const { return places_[column]; }
    const Cell& cell(std::size_t row, std::size_t column) const {
        return at(row, static_cast<std::size_t>(places_[column]));
    }
    void append_value(std::size_t row, std::size_t column, std::vector<Value>& values) const;
    // Of a column that holds whole numbers; 0 for NULL.
    std::int64_t whole(std::size_t row, std::size_t column) const { return cell(row, column).whole; }
    // Columns of the table, each upwards or downwards.
    struct SortedBy {
        std::size_t column;
        bool is_downwards;
        friend auto operator<=>(const SortedBy&, const SortedBy&) = default;
    };
    using Order = std::vector<SortedBy>;
    // The numbers of all rows in that order, sorted once.
    const std::vector<std::uint32_t>& in_order(const Order& order) const;
    const std::vector<std::uint32_t>& by_key() const;
    // The first row of them whose first two columns are these, and the one behind the last, in the order of by_key().
    std::pair<std::size_t, std::size_t> with_key(std::int64_t first, std::int64_t second) const;

 private:
    static constexpr std::size_t rows_a_block = 256;

    const Cell& at(std::size_t row, std::size_t place) const { return rows_[row][place]; }
    std::vector<std::uint32_t> ranks(const SortedBy& by) const;
    Cell* new_row();
    void forget_orders();
    const char* keep(const char* text, std::size_t size);

    std::int64_t number_;
    std::vector<int> places_;
    std::size_t width_ = 0;
    std::vector<Cell*> rows_;    // where the cells of each are
    std::size_t free_rows_ = 0;  // of the last block
    std::deque<std::vector<Cell>> cells_;
    std::deque<std::vector<char>> texts_;
    mutable std::map<Order, std::vector<std::uint32_t>> orders_;  // each made when it is first asked for
    mutable const std::vector<std::uint32_t>* by_key_ = nullptr;  // one of them
};

class KeptTable {
 public:
    KeptTable(sqlite3* connection, const std::string& name, std::vector<std::string> columns);

    // Rows of these columns, in this order; they are forgotten with the last one who has them.
    std::shared_ptr<KeptRows> keep(const std::vector<std::string>& columns) const;
    const std::vector<std::string>& columns() const { return columns_; }
    // Makes them rows that another connection reads too, at the same time; none may come meanwhile.
    void share(sqlite3* connection, const std::string& name) const;

    struct Registry;

 private:
    std::vector<std::string> columns_;
    std::shared_ptr<Registry> registry_;
};

}  // namespace figbook
