// An open file, checked to be figbook's, with every setting that SQLite keeps per connection. Inside the
// store only.
//
//     SQLite::Database connection = open_connection("figbook.db", OpenMode::read_only);
#pragma once
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <filesystem>
#include <utility>

#include "base/problem.hpp"
#include "store/database.hpp"

namespace figbook {

// Opens, and creates where `mode` allows it; does not migrate. Throws EnvironmentError with the way out for a
// folder, a missing file or parent folder, a file that is no SQLite database or another program's, one that
// is locked for longer than `patience_ms`, and one that may not be written.
SQLite::Database open_connection(const std::filesystem::path& path, OpenMode mode, int patience_ms = 10'000);

// Of a connection that only reads: the file is read as memory from now on, and what was read of it is let go.
void map_anew(SQLite::Database& connection);

// Of one that reads beside another one of the same program: with a small cache, and nothing of the file read as memory.
void keep_small(SQLite::Database& connection);

// What SQLite's result code means for the user, and the way out.
EnvironmentError broken(const std::filesystem::path& path, int code, const std::string& detail);

// The same, thrown: as TookTooLong where it was broken off at its deadline.
[[noreturn]] void throw_broken(const std::filesystem::path& path, int code, const std::string& detail);

// Runs `work`; what SQLite throws becomes an EnvironmentError about the file.
template <class Work>
auto guarded(const std::filesystem::path& path, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const SQLite::Exception& error) {
        throw_broken(path, error.getExtendedErrorCode(), error.what());
    }
}

}  // namespace figbook
