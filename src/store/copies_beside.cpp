#include "store/copies_beside.hpp"

#include <utility>

#include "store/connection.hpp"

namespace figbook {
namespace {

// The writer holds the lock for which others wait.
constexpr int patience_ms = 10'000;

SQLite::Database open_reader(const std::filesystem::path& path) {
    SQLite::Database connection = open_connection(path, OpenMode::read_only, patience_ms);
    keep_small(connection);
    return connection;
}

}  // namespace

CopiesBeside::CopiesBeside(const std::filesystem::path& path, Copies& copies)
    : copies_(copies),
      connection_(open_reader(path)),
      statements_(connection_),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

CopiesBeside::~CopiesBeside() {
    drop();
}

void CopiesBeside::add(std::int64_t id, std::string published, Story story) {
    if (!is_reading_) {
        connection_.exec("BEGIN");
        is_reading_ = true;
        copies_.read_by(statements_);
    }
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back({id, std::move(published), std::move(story)});
    }
    more_.notify_one();
}

void CopiesBeside::finish() {
    if (!is_reading_) return;
    wait_until_idle();
    end_reading();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    copies_.write_kept();
}

void CopiesBeside::drop() {
    if (!is_reading_) return;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() > 1) waiting_.erase(waiting_.begin() + 1, waiting_.end());
    }
    wait_until_idle();
    end_reading();
    failure_ = nullptr;
}

void CopiesBeside::wait_until_idle() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return waiting_.empty(); });
}

void CopiesBeside::end_reading() {
    statements_.reset();
    connection_.tryExec("ROLLBACK");
    is_reading_ = false;
}

void CopiesBeside::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (more_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
        Waiting& next = waiting_.front();  // stays where it is while others come behind it
        const bool has_failed = failure_ != nullptr;
        lock.unlock();
        std::exception_ptr failure;
        try {
            if (!has_failed) copies_.add_unseen(next.id, next.published, std::move(next.story));
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        if (failure) failure_ = failure;
        waiting_.pop_front();
        if (waiting_.empty()) idle_.notify_all();
    }
}

}  // namespace figbook
