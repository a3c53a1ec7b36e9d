#include "store/second_reader.hpp"

#include <sqlite3.h>

#include "base/problem.hpp"
#include "store/connection.hpp"

namespace figbook {
namespace {

// The longest that it waits for a lock: the first connection would have read by then.
constexpr int patience_ms = 20;

// Another file may be at that path by now.
bool has_moved(sqlite3* connection) {
    int moved = 0;
    const int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code != SQLITE_OK || moved != 0;
}

// Ends the transaction, whatever has happened in it.
class Reading {
 public:
    explicit Reading(SQLite::Database& connection) : connection_(connection) { connection_.exec("BEGIN"); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() { connection_.tryExec("ROLLBACK"); }

 private:
    SQLite::Database& connection_;
};

}  // namespace

SecondReader::SecondReader(const std::filesystem::path& path, sqlite3* first)
    : connection_(open_connection(path, OpenMode::read_only, patience_ms)), queries_(connection_) {
    if (has_moved(first)) throw EnvironmentError("another file is there now");
}

std::int64_t SecondReader::state() {
    return connection_.execAndGet("PRAGMA data_version").getInt64();
}

void SecondReader::share(const std::map<std::string, KeptTable>& tables) {
    if (shared_ == tables.size()) return;
    for (const auto& [name, table] : tables) table.share(handle(), name);
    shared_ = tables.size();
}

bool SecondReader::read(std::string_view sql, const Parameters& parameters, KeptRows& rows) {
    const Reading reading(connection_);
    if (state() != noted_) return false;
    queries_.run(sql, parameters, rows);
    return true;
}

void SecondReader::release_memory() {
    sqlite3_db_release_memory(handle());
    map_anew(connection_);
}

}  // namespace figbook
