// The rows of a list of figures that are kept in memory: what a statement tells of each figure, and the rest as it is kept. Of
// long lists the rows are put together in a thread of their own, while the statement goes on. Inside of reports only.
//
//     ListRows list(kept_rows, columns);
//     database.for_each_row(sql, parameters, [&](const std::vector<Value>& told) { list.add(told); });
//     table.rows = list.finish();
#pragma once
#include <atomic>
#include <cstddef>
#include <optional>
#include <thread>
#include <vector>

#include "store/database.hpp"
#include "store/kept_rows.hpp"

namespace figbook {

class ListRows {
 public:
    // Of each column of the list, which one of the kept table's it is; none for what the statement tells.
    using Columns = std::vector<std::optional<std::size_t>>;

    // No figure is listed twice.
    ListRows(const KeptRows& kept, Columns columns);
    ListRows(const ListRows&) = delete;
    ListRows& operator=(const ListRows&) = delete;
    ~ListRows();

    // The number of a kept row, then what the statement tells of it.
    void add(const std::vector<Value>& told);
    // To be called once, behind the last one.
    std::vector<std::vector<Value>> finish();

 private:
    void put_together(std::size_t row);
    void put_together_added();
    void tell(bool is_last);
    void end_thread();

    const KeptRows& kept_;
    Columns columns_;
    // As many rows as there can be, so that none moves; each has what was told of it before it is put together.
    std::vector<std::vector<Value>> rows_;
    std::size_t size_ = 0;
    std::size_t done_ = 0;
    std::atomic<std::size_t> added_ = 0;  // rows, times two; odd when there come no more
    std::thread thread_;
};

}  // namespace figbook
