#include "store/checkpointer.hpp"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>
#include <system_error>
#include <utility>

namespace figbook {
namespace {

// As far as it goes without waiting for anybody who reads or writes.
void checkpoint(sqlite3* connection) {
    sqlite3_wal_checkpoint_v2(connection, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

void checkpoint_file(const std::filesystem::path& path) {
    try {
        SQLite::Database connection(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
        connection.exec("PRAGMA synchronous = NORMAL");
        // Before it has read anything a connection does not know that there is a log.
        connection.execAndGet("SELECT count(*) FROM sqlite_schema");
        checkpoint(connection.getHandle());
        // And what has come meanwhile: the less is left to the writer, who then does nothing else.
        checkpoint(connection.getHandle());
    } catch (const SQLite::Exception&) {
        // The writer tries it itself next.
    }
}

}  // namespace

Checkpointer::Checkpointer(std::filesystem::path path, sqlite3* writer, int log_pages)
    : path_(std::move(path)), writer_(writer), log_pages_(log_pages) {
    sqlite3_wal_hook(writer_, committed, this);
}

Checkpointer::~Checkpointer() {
    sqlite3_wal_hook(writer_, nullptr, nullptr);
}

int Checkpointer::moves() const {
    const std::lock_guard lock(mutex_);
    return moves_;
}

int Checkpointer::committed(void* self, sqlite3*, const char*, int pages) {
    static_cast<Checkpointer*>(self)->log_has(pages);
    return SQLITE_OK;
}

void Checkpointer::log_has(int pages) {
    std::unique_lock lock(mutex_);
    if (state_ != State::moved && pages < log_pages_) return;
    if (state_ == State::idle) {
        if (!has_thread()) return checkpoint(writer_);
        state_ = State::wanted;
        changed_.notify_all();
    }
    if (pages >= 2 * log_pages_) changed_.wait(lock, [this] { return state_ == State::moved; });
    if (state_ != State::moved) return;
    checkpoint(writer_);
    state_ = State::idle;
}

// Started where there is none yet. False where the system has none to give: nothing may be thrown through SQLite.
bool Checkpointer::has_thread() {
    if (thread_.joinable()) return true;
    try {
        thread_ = std::jthread([this](const std::stop_token& stop) { move_when_wanted(stop); });
        return true;
    } catch (const std::system_error&) {
        return false;
    }
}

void Checkpointer::move_when_wanted(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return state_ == State::wanted; })) {
        state_ = State::moving;
        lock.unlock();
        checkpoint_file(path_);
        lock.lock();
        state_ = State::moved;
        ++moves_;
        changed_.notify_all();
    }
}

}  // namespace figbook
