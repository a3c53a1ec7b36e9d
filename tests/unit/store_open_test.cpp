#include <SQLiteCpp/Database.h>
#include <fstream>
#include <sys/stat.h>

#include "store/connection.hpp"
#include "store/database.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;
namespace fs = std::filesystem;

namespace {

std::string open_refusal(const fs::path& path, OpenMode mode) {
    return refusal([&] { Database::open(path, mode); });
}

void write(const fs::path& path, std::string_view text) {
    std::ofstream(path) << text;
}

constexpr auto both = {OpenMode::read_only, OpenMode::read_write};

}  // namespace

TEST_CASE("open: a path that cannot be a database is refused with the way out", "[store]") {
    const TemporaryFolder folder;
    for (const OpenMode mode : both) {
        CHECK(contains(open_refusal(folder.path(), mode),
                       "is a folder, not a database file; give a file in it"));
        CHECK(contains(open_refusal(folder.path() / "no" / "a.db", mode), "create it (mkdir -p"));
        CHECK(contains(open_refusal("", mode), "no database file given"));
        CHECK(contains(open_refusal("/dev/null", mode), "is not a regular file"));
    }
    write(folder.path() / "plain", "");
    CHECK(contains(open_refusal(folder.path() / "plain" / "a.db", OpenMode::read_write), "is not a folder"));
    CHECK(contains(open_refusal(folder.path() / "a.db", OpenMode::read_only),
                   "there is no such database; load"));
    CHECK_FALSE(fs::exists(folder.path() / "a.db"));
}

TEST_CASE("open: a file that is no SQLite database is refused and not touched", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "notes.txt";
    const std::string notes(5000, 'n');
    write(path, notes);
    for (const OpenMode mode : both)
        CHECK(contains(open_refusal(path, mode), "notes.txt: is not an SQLite database; give the path"));
    std::ifstream file(path);
    CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == notes);
}

TEST_CASE("open: another program's database is refused and not touched", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "other.db";
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (a)");
    const auto size = fs::file_size(path);
    for (const OpenMode mode : both)
        CHECK(contains(open_refusal(path, mode), "of another program, not figbook's"));
    CHECK(fs::file_size(path) == size);
    SQLite::Database other(path.string());
    CHECK(other.execAndGet("PRAGMA journal_mode").getString() == "delete");
    CHECK_FALSE(other.tableExists("article"));
}

TEST_CASE("open: an empty file becomes a database when written, and is refused when read", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "empty.db";
    write(path, "");
    CHECK(
        contains(open_refusal(path, OpenMode::read_only), "is empty, there is no database in it yet; load"));
    CHECK(open_refusal(path, OpenMode::read_write).empty());
    CHECK(open_refusal(path, OpenMode::read_only).empty());
}

TEST_CASE("open: reading leaves no other files behind", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "figbook.db";
    Database::open(path, OpenMode::read_write).put(aid_article(), aid_claims(), "1");
    CHECK(Database::open(path, OpenMode::read_only).query("SELECT * FROM figures").rows.size() == 2);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("open: a database opened to read refuses to be written", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "figbook.db";
    Database::open(path, OpenMode::read_write);
    Database database = Database::open(path, OpenMode::read_only);
    CHECK(contains(refusal([&] { database.put(aid_article(), {}, "1"); }), "may not be written"));
}

TEST_CASE("open: a file or folder that may not be written", "[store]") {
    if (geteuid() == 0) {
        WARN("skipped: root may write everything");
        return;
    }
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "figbook.db";
    Database::open(path, OpenMode::read_write).put(aid_article(), aid_claims(), "1");

    SECTION("the file") {
        chmod(path.c_str(), 0444);
        CHECK(contains(open_refusal(path, OpenMode::read_write),
                       "may not be written; give yourself the right"));
        CHECK(open_refusal(path, OpenMode::read_only).empty());
    }
    SECTION("the file may not even be read") {
        chmod(path.c_str(), 0000);
        for (const OpenMode mode : both)
            CHECK(contains(open_refusal(path, mode),
                           "cannot be opened or created here; see that you may read"));
    }
    SECTION("the folder") {
        chmod(folder.path().c_str(), 0555);
        CHECK_FALSE(open_refusal(path, OpenMode::read_write).empty());
        CHECK(contains(open_refusal(folder.path() / "new.db", OpenMode::read_write),
                       "cannot be opened or created"));
        // Reading works: nobody else can be writing there.
        CHECK(Database::open(path, OpenMode::read_only).query("SELECT * FROM figures").rows.size() == 2);
        chmod(folder.path().c_str(), 0755);
    }
}

TEST_CASE("open: a locked database is refused after some patience", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "figbook.db";
    Database::open(path, OpenMode::read_write);
    SQLite::Database holder(path.string(), SQLite::OPEN_READWRITE);
    holder.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE held (a); COMMIT");
    holder.exec("BEGIN EXCLUSIVE");
    for (const OpenMode mode : both)
        CHECK(contains(refusal([&] { open_connection(path, mode, 50); }),
                       "is locked by another program; wait"));
}

TEST_CASE("open: a damaged database says so", "[store]") {
    const TemporaryFolder folder;
    const fs::path path = folder.path() / "figbook.db";
    Database::open(path, OpenMode::read_write).put(aid_article(), aid_claims(), "1");
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(100);
    file << std::string(2000, '\xff');
    file.close();
    CHECK(contains(open_refusal(path, OpenMode::read_only), "is damaged"));
}
