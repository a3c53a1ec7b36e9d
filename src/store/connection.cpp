#include "store/connection.hpp"

#include <SQLiteCpp/Statement.h>
#include <cctype>
#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <sqlite3.h>
#include <sys/resource.h>
#include <thread>

#include "base/utf8.hpp"
#include "store/aggregates.hpp"
#include "store/checkpointer.hpp"
#include "store/claims_of.hpp"
#include "store/index_words.hpp"

namespace figbook {
namespace {

namespace fs = std::filesystem;

constexpr int application_id = 0x46494742;  // "FIGB", set by schema.sql

// Articles have hashes for numbers, so that rows go to places all over the tables. A load has the system's own cache behind
// this one: with twice as much it reads a tenth fewer pages of that, and takes as long. Its peak memory is to stay under 200 MB;
// what the search for copies reads goes through a small one of its own.
constexpr int reading_cache_kib = 64 << 10;
constexpr int writing_cache_kib = 24 << 10;
constexpr int small_cache_kib = 4 << 10;

// Who only reads sees the pages where the system keeps them, instead of copying each, which is a third of the time of a
// report. SQLite itself maps 2 GB at most, and reads what is behind them.
constexpr std::int64_t mapped_bytes = std::int64_t{1} << 31;

EnvironmentError refused(const fs::path& path, std::string message, std::string advice) {
    return EnvironmentError(Problem{std::move(message), std::move(advice), path.string(), 0, std::nullopt});
}

void check_parent(const fs::path& path) {
    const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::error_code unknown;
    if (fs::is_directory(parent, unknown)) return;
    if (fs::exists(parent, unknown))
        throw refused(path, parent.string() + " is not a folder", "give another path with --db");
    throw refused(path, "there is no folder " + parent.string(),
                  "create it (mkdir -p " + parent.string() + ") or give another path with --db");
}

void check_path(const fs::path& path, OpenMode mode) {
    if (path.empty()) throw EnvironmentError("no database file given; name one with --db PATH");
    std::error_code unknown;
    const fs::file_status status = fs::status(path, unknown);
    if (fs::is_directory(status))
        throw refused(path, "is a folder, not a database file",
                      "give a file in it: --db " + (path / "figbook.db").string());
    check_parent(path);
    if (!fs::exists(status)) {
        if (mode == OpenMode::read_write) return;
        throw refused(path, "there is no such database",
                      "load an article first (figbook load ARTICLE) or give another path with --db");
    }
    if (!fs::is_regular_file(status))
        throw refused(path, "is not a regular file", "give another path with --db");
}

// fold(text): lower case by the Unicode tables; SQLite's own lower() knows ASCII alone.
void fold(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
    if (bytes == nullptr) return sqlite3_result_null(context);
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
    const std::string folded = lower(std::string_view(bytes, size));
    sqlite3_result_text64(context, folded.data(), folded.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

// What is kept per connection, not in the file.
void configure(SQLite::Database& connection, OpenMode mode) {
    sqlite3* handle = connection.getHandle();
    sqlite3_extended_result_codes(handle, 1);
    // A misspelled column in double quotes is an error, not a text.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    connection.createFunction("fold", 1, true, nullptr, fold, nullptr, nullptr, nullptr);
    add_has_words(handle);
    add_claims_of(handle);
    add_aggregates(handle);
    connection.exec("PRAGMA foreign_keys = ON");
    connection.exec("PRAGMA synchronous = NORMAL");
    // Debian's SQLite overwrites what is deleted with zeros: a page written for each one that becomes free.
    connection.exec("PRAGMA secure_delete = OFF");
    connection.exec(fmt::format("PRAGMA cache_size = -{}",
                                mode == OpenMode::read_write ? writing_cache_kib : reading_cache_kib));
    connection.exec(fmt::format("PRAGMA wal_autocheckpoint = {}", Checkpointer::usual_log_pages));
    // What a statement alone would undo, what is sorted: no file of it beside the database.
    connection.exec("PRAGMA temp_store = MEMORY");
    if (mode == OpenMode::read_write) return;
    connection.exec("PRAGMA query_only = ON");
    map_anew(connection);
}

int number(SQLite::Database& connection, const char* sql) {
    return connection.execAndGet(sql).getInt();
}

void check_identity(SQLite::Database& connection, const fs::path& path, OpenMode mode) {
    // In this order: another process may be creating the database just now, in one transaction.
    const bool empty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    const int id = number(connection, "PRAGMA application_id");
    if (id == application_id) return;
    if (!empty || id != 0)
        throw refused(path, "is an SQLite database of another program, not figbook's",
                      "give another path with --db; it was not changed");
    if (mode == OpenMode::read_only)
        throw refused(path, "is empty, there is no database in it yet",
                      "load an article first (figbook load ARTICLE) or give another path with --db");
}

void check_writable(SQLite::Database& connection, const fs::path& path) {
    if (sqlite3_db_readonly(connection.getHandle(), "main") != 1) return;
    throw broken(path, SQLITE_READONLY, "");
}

std::string uri_of(const fs::path& path) {
    std::string uri = "file:";
    for (const char byte : fs::absolute(path).string()) {
        const auto code = static_cast<unsigned char>(byte);
        if (std::isalnum(code) || std::string_view("/-._~").find(byte) != std::string_view::npos)
            uri += byte;
        else
            uri += fmt::format("%{:02X}", code);
    }
    return uri + "?immutable=1";
}

SQLite::Database open_checked(const std::string& name, int flags, const fs::path& path, OpenMode mode,
                              int patience_ms) {
    // Its count of memory, which nobody reads, takes a lock for each allocation. Refused where SQLite runs already.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(uncounted);
    // No lock of SQLite's own: a connection is used by one thread at a time.
    SQLite::Database connection(name, flags | SQLite::OPEN_NOMUTEX, patience_ms);
    configure(connection, mode);
    check_identity(connection, path, mode);
    return connection;
}

SQLite::Database open_to_read(const fs::path& path, int patience_ms) {
    try {
        // Not OPEN_READONLY: such a connection leaves its -wal and -shm files behind. query_only protects.
        return open_checked(path.string(), SQLite::OPEN_READWRITE, path, OpenMode::read_only, patience_ms);
    } catch (const SQLite::Exception& error) {
        std::error_code unknown;
        const bool closed = !fs::exists(path.string() + "-wal", unknown);
        const int code = error.getErrorCode() & 0xff;
        if (!closed || (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)) throw;
        // A folder that may not be written has no place for the -wal file; nobody else can write there
        // either.
        return open_checked(uri_of(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI, path, OpenMode::read_only,
                            patience_ms);
    }
}

SQLite::Database open_to_write(const fs::path& path, int patience_ms) {
    auto connection = open_checked(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, path,
                                   OpenMode::read_write, patience_ms);
    check_writable(connection, path);
    // Readers then go on while a load writes. Stays in the file; asked first, since changing it needs a lock.
    if (connection.execAndGet("PRAGMA journal_mode").getString() != "wal")
        connection.execAndGet("PRAGMA journal_mode = WAL");
    return connection;
}

// How large a file may become in this shell, in KiB; none where that has no limit.
std::optional<rlim_t> file_limit_kib() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return std::nullopt;
    return limit.rlim_cur / 1024;
}

EnvironmentError unwritten(const fs::path& path, int extended_code, const std::string& detail) {
    // SQLite does not say why a write failed.
    const bool grows = extended_code == SQLITE_IOERR_WRITE || extended_code == SQLITE_IOERR_TRUNCATE ||
                       extended_code == SQLITE_IOERR_SHMSIZE;
    if (const auto limit = file_limit_kib(); limit && grows)
        return refused(path, fmt::format("no file may grow larger than {} KiB here", *limit),
                       "lift the limit (`ulimit -f unlimited` in the shell) and run the same command again, "
                       "what was not finished was not stored");
    return refused(path, "the disk cannot be read or written (" + detail + ")",
                   "see that the disk has space and is in order, and try again");
}

// SQLite does not wait for every lock by itself: not where one who reads wants to write, as the change to WAL does, and
// not for one who has just closed the database and puts it in order.
template <class Work>
auto patiently(int patience_ms, Work&& work) {
    constexpr std::chrono::milliseconds pause{5};
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
    for (;;) {
        try {
            return work();
        } catch (const SQLite::Exception& error) {
            const bool locked = (error.getErrorCode() & 0xff) == SQLITE_BUSY;
            if (!locked || std::chrono::steady_clock::now() >= until) throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

}  // namespace

void map_anew(SQLite::Database& connection) {
    connection.exec("PRAGMA mmap_size = 0");
    connection.exec(fmt::format("PRAGMA mmap_size = {}", mapped_bytes));
}

void keep_small(SQLite::Database& connection) {
    connection.exec("PRAGMA mmap_size = 0");
    connection.exec(fmt::format("PRAGMA cache_size = -{}", small_cache_kib));
}

EnvironmentError broken(const fs::path& path, int code, const std::string& detail) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return refused(path, "the database is locked by another program",
                           "wait until it has finished, or close it, and try again");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return refused(path, "the database may not be written",
                           "give yourself the right to write the file and its folder (chmod u+w), or give "
                           "another path with --db");
        case SQLITE_CANTOPEN:
            return refused(
                path, "the database cannot be opened or created here",
                "see that you may read and write the file and its folder, or give another path with "
                "--db");
        case SQLITE_NOTADB:
            return refused(
                path, "is not an SQLite database",
                "give the path of a figbook database, or of a file that does not exist yet, with --db");
        case SQLITE_CORRUPT:
            return refused(path, "the database is damaged (" + detail + ")",
                           "go back to a backup copy, or save what can be read with sqlite3's .recover");
        case SQLITE_FULL:
            return refused(path, "there is no space left on the disk",
                           "free some and try again; what was not finished was not stored");
        case SQLITE_IOERR:
            return unwritten(path, code, detail);
        default:
            return refused(path, "SQLite says: " + detail, "");
    }
}

void throw_broken(const fs::path& path, int code, const std::string& detail) {
    if ((code & 0xff) != SQLITE_INTERRUPT) throw broken(path, code, detail);
    throw TookTooLong(
        Problem{"the question took longer than it may", "ask for less", path.string(), 0, std::nullopt});
}

SQLite::Database open_connection(const fs::path& path, OpenMode mode, int patience_ms) {
    check_path(path, mode);
    return guarded(path, [&] {
        return patiently(patience_ms, [&] {
            return mode == OpenMode::read_only ? open_to_read(path, patience_ms)
                                               : open_to_write(path, patience_ms);
        });
    });
}

}  // namespace figbook
