#include "report/list_rows.hpp"

#include <cstdint>
#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace figbook {
namespace {

// A shorter list is there before a thread has begun.
constexpr std::size_t long_list = 1000;
// So many rows are worth to wake the thread.
constexpr std::size_t some_rows = 128;

}  // namespace

ListRows::ListRows(const KeptRows& kept, Columns columns)
    : kept_(kept), columns_(std::move(columns)), rows_(kept.size()) {
    if (kept.size() < long_list || std::thread::hardware_concurrency() < 2) return;
    try {
        thread_ = std::thread([this] { put_together_added(); });
    } catch (const std::system_error&) {
        // Without it the list is put together at its end.
        thread_ = std::thread();
    }
}

ListRows::~ListRows() {
    end_thread();
}

void ListRows::add(const std::vector<Value>& told) {
    if (size_ == rows_.size()) throw std::logic_error("a list of more rows than are kept");
    rows_[size_++] = told;
    if (size_ % some_rows == 0) tell(false);
}

void ListRows::tell(bool is_last) {
    added_.store(2 * size_ + (is_last ? 1 : 0), std::memory_order_release);
    added_.notify_one();
}

void ListRows::end_thread() {
    if (!thread_.joinable()) return;
    tell(true);
    thread_.join();
}

std::vector<std::vector<Value>> ListRows::finish() {
    end_thread();
    // Also what the thread has no memory for.
    for (; done_ < size_; ++done_) put_together(done_);
    rows_.resize(size_);
    return std::move(rows_);
}

void ListRows::put_together_added() {
    try {
        for (std::size_t seen = 0; (seen & 1U) == 0;) {
            added_.wait(seen, std::memory_order_acquire);
            seen = added_.load(std::memory_order_acquire);
            for (; done_ < seen / 2; ++done_) put_together(done_);
        }
    } catch (const std::exception&) {
        return;  // finish() goes on where it has ended
    }
}

void ListRows::put_together(std::size_t row) {
    std::vector<Value>& told = rows_[row];
    const auto number = static_cast<std::size_t>(std::get<std::int64_t>(told.front()));
    std::vector<Value> cells;
    cells.reserve(columns_.size());
    auto next = told.begin();
    for (const auto& column : columns_)
        if (column)
            kept_.append_value(number, *column, cells);
        else
            cells.push_back(std::move(*++next));
    told = std::move(cells);
}

}  // namespace figbook
