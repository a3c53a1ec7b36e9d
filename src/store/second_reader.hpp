// A second connection to a database that is only read, by which a thread reads one half of many rows while the first connection
// reads the other. Inside the store only; see Database::keep_rows.
//
//     second.note_state();                      // before the first connection begins its transaction
//     ...
//     const bool is_same = second.read(sql, parameters, rows);   // in any thread: what the first one would read there
#pragma once
#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "store/kept_rows.hpp"
#include "store/query.hpp"

namespace figbook {

class SecondReader {
 public:
    // Throws where the file cannot be opened, or is not the one any longer that the first connection reads.
    SecondReader(const std::filesystem::path& path, sqlite3* first);

    sqlite3* handle() { return connection_.getHandle(); }
    // The state of the database as it is now. What the first connection begins to read behind that is what read() reads, unless
    // somebody has written between: SQLite counts that for each connection by itself.
    void note_state() { noted_ = state(); }
    // Lets queries here read the rows of these tables too.
    void share(const std::map<std::string, KeptTable>& tables);
    // False, and no rows, where the database is another one than it was.
    bool read(std::string_view sql, const Parameters& parameters, KeptRows& rows);
    void release_memory();

 private:
    std::int64_t state();

    SQLite::Database connection_;
    Queries queries_;  // behind the connection: its statements must be gone before that is closed
    std::int64_t noted_ = 0;
    std::size_t shared_ = 0;
};

}  // namespace figbook
