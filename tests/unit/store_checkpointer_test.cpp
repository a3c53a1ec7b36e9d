#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <filesystem>
#include <sqlite3.h>

#include "store/checkpointer.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;
namespace fs = std::filesystem;

namespace {

constexpr int log_pages = 64;

// A database of its own, to which each commit adds some ten pages.
class Loader {
 public:
    explicit Loader(const fs::path& path)
        : path_(path), connection_(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
        connection_.execAndGet("PRAGMA journal_mode = WAL");
        connection_.exec("PRAGMA synchronous = NORMAL");
        connection_.exec("CREATE TABLE t (a BLOB)");
    }

    void commit(int times) {
        for (int i = 0; i < times; ++i) connection_.exec("INSERT INTO t VALUES (randomblob(40000))");
    }

    std::uintmax_t log_bytes() const { return fs::file_size(path_.string() + "-wal"); }
    SQLite::Database& connection() { return connection_; }

 private:
    fs::path path_;
    SQLite::Database connection_;
};

int rows_in(SQLite::Database& connection) {
    return connection.execAndGet("SELECT count(*) FROM t").getInt();
}

}  // namespace

TEST_CASE("checkpointer: the log stays short while a thread copies it, and nothing is lost", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "a.db";
    {
        Loader loader(path);
        const Checkpointer checkpointer(path, loader.connection().getHandle(), log_pages);
        loader.commit(5);
        CHECK(checkpointer.moves() == 0);  // not full yet
        loader.commit(495);
        CHECK(checkpointer.moves() > 10);
        // Twice the limit, what one commit adds, and what came while the last of it was copied.
        CHECK(loader.log_bytes() < 4 * log_pages * 4096);
        CHECK(rows_in(loader.connection()) == 500);
    }
    CHECK_FALSE(fs::exists(path.string() + "-wal"));
    SQLite::Database database(path.string());
    CHECK(rows_in(database) == 500);
    CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("checkpointer: one who reads keeps the log, and nobody waits for that", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "a.db";
    Loader loader(path);
    const Checkpointer checkpointer(path, loader.connection().getHandle(), log_pages);
    loader.commit(10);
    SQLite::Database reader(path.string());
    SQLite::Statement reading(reader, "SELECT a FROM t");
    REQUIRE(reading.executeStep());
    loader.commit(100);
    CHECK(rows_in(loader.connection()) == 110);
    CHECK(loader.log_bytes() > 2 * log_pages * 4096);  // what is still read stays
    int seen = 1;
    while (reading.executeStep()) ++seen;
    CHECK(seen == 10);
    reading.reset();
    loader.commit(100);
    CHECK(rows_in(reader) == 210);
}

TEST_CASE("checkpointer: where the file is gone from its place the writer goes on alone", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "a.db";
    Loader loader(path);
    const Checkpointer checkpointer(folder.path() / "no" / "a.db", loader.connection().getHandle(),
                                    log_pages);
    loader.commit(200);
    CHECK(rows_in(loader.connection()) == 200);
    CHECK(loader.log_bytes() < 4 * log_pages * 4096);
}
