// Moves what is in the write-ahead log into the database file, in a thread of its own, while a load goes on writing.
// Inside the store only.
//
//     Checkpointer checkpointer(path, connection.getHandle());   // from then on, behind each commit of the connection
//
// SQLite does that by itself in the thread that commits, which then waits for the disk. Here a second connection copies
// the pages while the first one commits more of them; what has come meanwhile is little, the writer copies it itself,
// and the log begins anew with the next commit: that only a writer can do. Where the disk does not keep up, the writer waits, so
// that the log never has much more than twice `log_pages`. The thread is only started when the log
// is full for the first time; where none can be, the writer copies all of it.
//
// An error of a checkpoint is none of the load, as with SQLite's own: what was committed is safe in the log. Where
// no place is left for the log, the next commit says so.
#pragma once
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <thread>

struct sqlite3;

namespace figbook {

class Checkpointer {
 public:
    // So many pages of 4 KiB are gathered in the log: those that many articles have changed go into the file once.
    static constexpr int usual_log_pages = 16 << 10;

    // The connection must be closed after this object is gone, and be used by one thread at a time.
    Checkpointer(std::filesystem::path path, sqlite3* writer, int log_pages = usual_log_pages);
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;
    ~Checkpointer();

    // How often the thread has copied the log.
    int moves() const;

 private:
    enum class State { idle, wanted, moving, moved };

    static int committed(void* self, sqlite3* writer, const char* database, int pages);
    void log_has(int pages);
    bool has_thread();
    void move_when_wanted(const std::stop_token& stop);

    const std::filesystem::path path_;
    sqlite3* const writer_;
    const int log_pages_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    State state_ = State::idle;
    int moves_ = 0;
    std::jthread thread_;  // the last member: it is joined before the others go
};

}  // namespace figbook
