#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fstream>
#include <map>
#include <regex>

#include "store/connection.hpp"
#include "store/database.hpp"
#include "store/migrations.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;
namespace fs = std::filesystem;

namespace {

const fs::path project = FIGBOOK_SOURCE_DIR;

std::string read(const fs::path& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// Name -> the statement that makes it, without comments and with single blanks, none around commas and brackets: an
// added column is written into the statement otherwise than by hand.
std::map<std::string, std::string> schema_of(SQLite::Database& database) {
    std::map<std::string, std::string> schema;
    SQLite::Statement rows(database, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema");
    while (rows.executeStep()) {
        const std::string bare =
            std::regex_replace(rows.getColumn(1).getString(), std::regex("--[^\n]*"), "");
        const std::string single = std::regex_replace(bare, std::regex("\\s+"), " ");
        const std::string tight = std::regex_replace(single, std::regex(" ?([(),]) ?"), "$1");
        // A table that was renamed has its name in quotes.
        schema[rows.getColumn(0).getString()] =
            std::regex_replace(tight, std::regex("^CREATE TABLE \"(\\w+)\""), "CREATE TABLE $1");
    }
    return schema;
}

std::vector<Migration> known_and(std::vector<std::string> more) {
    std::vector<Migration> migrations = known_migrations();
    for (std::string& sql : more)
        migrations.push_back({static_cast<int>(migrations.size()) + 1, "invented", std::move(sql)});
    return migrations;
}

int count(const fs::path& path, const std::string& sql) {
    return SQLite::Database(path.string(), SQLite::OPEN_READWRITE).execAndGet(sql).getInt();
}

bool has_table(const fs::path& path, const char* name) {
    return SQLite::Database(path.string(), SQLite::OPEN_READWRITE).tableExists(name);
}

struct Folder {
    TemporaryFolder folder;
    fs::path path = folder.path() / "figbook.db";
    // As it was with the migrations that there are.
    fs::path backup = folder.path() / ("figbook.db.backup-" + known_migrations().back().label().substr(0, 4));
    std::string next_label = known_and({""}).back().label();
};

}  // namespace

TEST_CASE_METHOD(Folder, "migrations: all of them give exactly schema.sql and views.sql", "[migrations]") {
    upgrade_database(path);
    SQLite::Database migrated(path.string());
    SQLite::Database current(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    current.exec(read(project / "schema/schema.sql"));
    current.exec(read(project / "schema/views.sql"));
    CHECK(schema_of(migrated) == schema_of(current));
    CHECK(migrated.execAndGet("PRAGMA application_id").getInt() ==
          current.execAndGet("PRAGMA application_id").getInt());
    CHECK(schema_of(current).size() > 10);
}

TEST_CASE("schema: every table and every column has its comment", "[migrations]") {
    std::istringstream lines(read(project / "schema/schema.sql"));
    std::string line;
    std::string before;
    const std::regex column("^    [a-z_]+ (INTEGER|TEXT|REAL|BLOB)\\b.*");
    int columns = 0;
    bool wraps = false;
    while (std::getline(lines, line)) {
        if (line.starts_with("CREATE TABLE")) {
            INFO(line);
            CHECK(before.starts_with("-- "));
        }
        if (std::regex_match(line, column) || wraps) {
            INFO(line);
            wraps = line.ends_with(" IN");
            if (!wraps) CHECK(std::regex_search(line, std::regex(" -- [a-z0-9A-Z]")));
            ++columns;
        }
        before = line;
    }
    CHECK(columns > 50);
}

TEST_CASE("migrations: numbered from 1 without a gap", "[migrations]") {
    const auto migrations = known_migrations();
    REQUIRE_FALSE(migrations.empty());
    for (std::size_t index = 0; index < migrations.size(); ++index) {
        CHECK(migrations[index].number == static_cast<int>(index) + 1);
        CHECK(contains(migrations[index].sql, "-- " + migrations[index].label() + ":"));
    }
}

TEST_CASE_METHOD(Folder, "migrations: what is new is applied once, with a backup copy before",
                 "[migrations]") {
    const Upgrade created = upgrade_database(path);
    CHECK(created.created);
    CHECK(created.applied.front() == "0001-initial");
    CHECK(created.backup.empty());
    CHECK(upgrade_database(path).applied.empty());

    // A connection that stays open keeps what it wrote in the -wal file: the copy must have it too.
    Database writer = Database::open(path, OpenMode::read_write);
    writer.put(aid_article(), aid_claims(), "1");
    const auto migrations = known_and({"CREATE TABLE extra (a) ;"});
    CHECK(pending_migrations(path, migrations) == std::vector<std::string>{next_label});
    const Upgrade upgrade = upgrade_database(path, migrations);
    CHECK_FALSE(upgrade.created);
    CHECK(upgrade.applied == std::vector<std::string>{next_label});
    CHECK(upgrade.backup == backup);
    CHECK(has_table(path, "extra"));
    CHECK_FALSE(has_table(backup, "extra"));
    CHECK(count(backup, "SELECT count(*) FROM claim") == 3);
    CHECK(count(backup, "PRAGMA application_id") == count(path, "PRAGMA application_id"));
    CHECK(count(path, "SELECT count(*) FROM migration WHERE name = 'invented'") == 1);
    CHECK(upgrade_database(path, migrations).applied.empty());
    CHECK(open_connection(path, OpenMode::read_write).execAndGet("PRAGMA foreign_keys").getInt() == 1);
    CHECK_FALSE(fs::exists(backup.string() + ".part"));
}

TEST_CASE_METHOD(Folder, "migrations: an older backup copy is never overwritten", "[migrations]") {
    upgrade_database(path);
    std::ofstream(backup) << "precious";
    const Upgrade upgrade = upgrade_database(path, known_and({"CREATE TABLE extra (a)"}));
    CHECK(upgrade.backup == backup.string() + "-2");
    CHECK(read(backup) == "precious");
}

TEST_CASE_METHOD(Folder, "migrations: one that fails leaves nothing, those before it stay", "[migrations]") {
    upgrade_database(path);
    const auto migrations =
        known_and({"CREATE TABLE good (a)", "CREATE TABLE bad (a); INSERT INTO nowhere VALUES (1)"});
    const std::string message = refusal([&] { upgrade_database(path, migrations); });
    CHECK(contains(message,
                   "invented failed: no such table: nowhere; the database is as it was before that step"));
    CHECK(contains(message, backup.string()));
    CHECK(has_table(path, "good"));
    CHECK_FALSE(has_table(path, "bad"));
    CHECK(count(path, "SELECT count(*) FROM migration WHERE name = 'invented'") == 1);
}

TEST_CASE_METHOD(Folder, "migrations: one and its record are one transaction", "[migrations]") {
    upgrade_database(path);
    // The record cannot be written, so the table must not be there either.
    const std::string trigger =
        "CREATE TABLE refused (a); CREATE TRIGGER no BEFORE INSERT ON migration BEGIN SELECT RAISE(ABORT, "
        "'no'); END";
    CHECK(contains(refusal([&] { upgrade_database(path, known_and({trigger})); }), "failed: no"));
    CHECK_FALSE(has_table(path, "refused"));
    CHECK(upgrade_database(path, known_and({"CREATE TABLE accepted (a)"})).applied.size() == 1);
}

TEST_CASE_METHOD(Folder, "migrations: one that ends its transaction or breaks a reference is refused",
                 "[migrations]") {
    Database::open(path, OpenMode::read_write).put(aid_article(), aid_claims(), "1");
    CHECK(contains(refusal([&] { upgrade_database(path, known_and({"DELETE FROM source"})); }),
                   "rows of claim point to missing rows"));
    CHECK(count(path, "SELECT count(*) FROM source") == 1);
    CHECK(contains(refusal([&] { upgrade_database(path, known_and({"COMMIT"})); }), "ends the transaction"));
    CHECK(count(path, "SELECT count(*) FROM migration WHERE name = 'invented'") == 0);
}

TEST_CASE_METHOD(Folder, "migrations: a database of a newer program is refused", "[migrations]") {
    upgrade_database(path, known_and({"CREATE TABLE later (a)"}));
    for (const OpenMode mode : {OpenMode::read_only, OpenMode::read_write}) {
        const std::string message = refusal([&] { Database::open(path, mode); });
        CHECK(contains(message, "was made by a newer figbook"));
        CHECK(contains(message, "update figbook"));
    }
}

TEST_CASE_METHOD(Folder, "migrations: a database of an older program is refused to readers, with advice",
                 "[migrations]") {
    SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("PRAGMA application_id = 1179207490; CREATE TABLE elsewhere (a)");
    CHECK(contains(refusal([&] { Database::open(path, OpenMode::read_only); }),
                   "it lacks 0001-initial; upgrade it with: figbook migrate --db " + path.string()));
}

TEST_CASE_METHOD(Folder, "migrations: one that reads differently from the one applied is refused",
                 "[migrations]") {
    upgrade_database(path, known_and({"CREATE TABLE one (a)"}));
    const std::string message =
        refusal([&] { upgrade_database(path, known_and({"CREATE TABLE other (a)"})); });
    CHECK(contains(message, "built by another " + next_label + " than this program's; open it with"));
}

TEST_CASE_METHOD(Folder, "migrations: every dump of an older version upgrades and keeps its rows",
                 "[migrations]") {
    int dumps = 0;
    for (const auto& entry : fs::directory_iterator(project / "tests/migrations")) {
        if (entry.path().extension() != ".sql") continue;
        ++dumps;
        INFO(entry.path().string());
        fs::remove(path);
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec(read(entry.path()));
        const Database database = Database::open(path, OpenMode::read_write);
        CHECK(pending_migrations(path).empty());
        const Table table = database.query("SELECT count(*), max(source), min(sentence) FROM figures");
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0] ==
              std::vector<Value>{std::int64_t{2}, std::string("Ana Example"),
                                 std::string("Allies gave about €50 billion ($51.9 billion) in five years, "
                                             "she said.")});
        CHECK(database.rates("USD").size() == 1);
        // Those that were there before copies were linked are known to be looked for by those that come.
        const Table known = database.query(
            "SELECT (SELECT count(*) FROM unlinked), (SELECT count(*) FROM article WHERE is_current = 1), "
            "(SELECT count(DISTINCT document_id) FROM recent_story)");
        CHECK(known.rows[0][0] == Value(std::int64_t{0}));
        CHECK(known.rows[0][1] == known.rows[0][2]);
        const Table searched =
            database.query("SELECT count(*) FROM article_search WHERE article_search MATCH 'ukraine'");
        CHECK(searched.rows[0][0] == Value(std::int64_t{1}));
    }
    CHECK(dumps > 0);
}
