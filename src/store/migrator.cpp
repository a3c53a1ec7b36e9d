#include "store/migrator.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <stdexcept>

#include "store/connection.hpp"
#include "store/document_id.hpp"

namespace figbook {
namespace {

namespace fs = std::filesystem;

EnvironmentError refused(const fs::path& path, std::string message, std::string advice) {
    return EnvironmentError(Problem{std::move(message), std::move(advice), path.string(), 0, std::nullopt});
}

struct Applied {
    int number;
    std::string name;
    std::string hash;
};

std::vector<Applied> applied_migrations(SQLite::Database& connection) {
    std::vector<Applied> applied;
    if (!connection.tableExists("migration")) return applied;
    SQLite::Statement rows(connection, "SELECT number, name, hash FROM migration ORDER BY number");
    while (rows.executeStep())
        applied.push_back(
            {rows.getColumn(0).getInt(), rows.getColumn(1).getString(), rows.getColumn(2).getString()});
    return applied;
}

void check_known(const Applied& row, const fs::path& path, const std::vector<Migration>& migrations) {
    const auto index = static_cast<std::size_t>(row.number) - 1;
    const auto last = migrations.empty() ? 0 : migrations.back().number;
    if (index >= migrations.size())
        throw refused(path,
                      fmt::format("the database was made by a newer figbook (its schema is version {}, this "
                                  "program knows up to {})",
                                  row.number, last),
                      "update figbook, or give another path with --db");
    const Migration& migration = migrations[index];
    if (row.hash == content_hash(migration.sql)) return;
    throw refused(
        path, fmt::format("the database was built by another {} than this program's", migration.label()),
        "open it with the figbook that made it, or load the articles anew into another file with --db");
}

// Undoes the transaction unless committed.
class Transaction {
 public:
    explicit Transaction(SQLite::Database& connection) : connection_(connection) {
        connection_.exec("BEGIN IMMEDIATE");
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction() {
        if (open_) connection_.tryExec("ROLLBACK");
    }
    void commit() {
        connection_.exec("COMMIT");
        open_ = false;
    }

 private:
    SQLite::Database& connection_;
    bool open_ = true;
};

// A table can only be rebuilt with foreign keys off, and they can only be switched outside a transaction.
class ForeignKeysOff {
 public:
    explicit ForeignKeysOff(SQLite::Database& connection) : connection_(connection) {
        connection_.exec("PRAGMA foreign_keys = OFF");
    }
    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;
    ~ForeignKeysOff() { connection_.tryExec("PRAGMA foreign_keys = ON"); }

 private:
    SQLite::Database& connection_;
};

fs::path free_backup_path(const fs::path& path, int version) {
    const std::string stem = fmt::format("{}.backup-{:04}", path.string(), version);
    fs::path free = stem;
    for (int copy = 2; fs::exists(free); ++copy) free = fmt::format("{}-{}", stem, copy);
    return free;
}

// Copies through SQLite, so that what is still in the -wal file is in the copy too, and through a connection
// of its own, since SQLite refuses to copy for one that holds the write lock. Under another name until it is
// whole.
fs::path back_up(const fs::path& path, int version) {
    const fs::path target = free_backup_path(path, version);
    const fs::path unfinished = target.string() + ".part";
    try {
        fs::remove(unfinished);
        SQLite::Database copy(unfinished.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Database original(path.string(), SQLite::OPEN_READWRITE);
        if (SQLite::Backup(copy, original).executeStep() != SQLITE_DONE)
            throw SQLite::Exception("the database is locked", SQLITE_BUSY);
    } catch (const SQLite::Exception& error) {
        std::error_code unknown;
        fs::remove(unfinished, unknown);
        throw refused(path, fmt::format("no backup copy could be made before the upgrade ({})", error.what()),
                      "see that " + target.string() + " can be written and that the disk has space");
    }
    fs::rename(unfinished, target);
    return target;
}

void record(SQLite::Database& connection, const Migration& migration) {
    SQLite::Statement insert(connection,
                             "INSERT INTO migration (number, name, hash, applied_at) "
                             "VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
    insert.bind(1, migration.number);
    insert.bind(2, migration.name);
    insert.bind(3, content_hash(migration.sql));
    insert.exec();
}

void check_foreign_keys(SQLite::Database& connection) {
    SQLite::Statement broken_rows(connection, "PRAGMA foreign_key_check");
    if (broken_rows.executeStep())
        throw std::runtime_error("rows of " + broken_rows.getColumn(0).getString() +
                                 " point to missing rows");
}

void apply(SQLite::Database& connection, const Migration& migration) {
    connection.exec(migration.sql);
    if (sqlite3_get_autocommit(connection.getHandle()) != 0)
        throw std::runtime_error("it ends the transaction it runs in");
    record(connection, migration);
    check_foreign_keys(connection);
}

EnvironmentError failed(const fs::path& path, const Migration& migration, const Upgrade& upgrade,
                        const std::exception& error) {
    std::string advice = "the database is as it was before that step";
    if (!upgrade.backup.empty())
        advice += ", and a copy from before the upgrade is " + upgrade.backup.string();
    return refused(path, fmt::format("migration {} failed: {}", migration.label(), error.what()), advice);
}

bool has_no_room(const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xff;
    return code == SQLITE_FULL || code == SQLITE_IOERR;
}

void apply_or_explain(SQLite::Database& connection, const fs::path& path, const Migration& migration,
                      const Upgrade& upgrade) {
    try {
        apply(connection, migration);
    } catch (const SQLite::Exception& error) {
        if (has_no_room(error)) throw;  // that is no fault of the migration
        throw failed(path, migration, upgrade, error);
    } catch (const std::exception& error) {
        throw failed(path, migration, upgrade, error);
    }
}

}  // namespace

std::vector<Migration> pending(SQLite::Database& connection, const fs::path& path,
                               const std::vector<Migration>& migrations) {
    return guarded(path, [&] {
        const std::vector<Applied> applied = applied_migrations(connection);
        if (!applied.empty())
            check_known(applied.back(), path, migrations);  // newer: said before anything else
        for (const Applied& row : applied) check_known(row, path, migrations);
        const auto done = static_cast<std::ptrdiff_t>(applied.size());
        return std::vector<Migration>(migrations.begin() + done, migrations.end());
    });
}

Upgrade migrate(SQLite::Database& connection, const fs::path& path,
                const std::vector<Migration>& migrations) {
    Upgrade upgrade;
    if (pending(connection, path, migrations).empty()) return upgrade;
    guarded(path, [&] {
        const ForeignKeysOff off(connection);
        while (true) {
            Transaction transaction(connection);
            // Asked again under the lock: another process may have just done the same.
            const std::vector<Migration> rest = pending(connection, path, migrations);
            if (rest.empty()) return;
            if (upgrade.applied.empty()) {
                upgrade.created = rest.front().number == 1;
                if (!upgrade.created) upgrade.backup = back_up(path, rest.front().number - 1);
            }
            // A new database is made in one step: nobody finds an older one there, to be upgraded.
            const std::size_t steps = upgrade.created ? rest.size() : 1;
            for (std::size_t i = 0; i < steps; ++i) apply_or_explain(connection, path, rest[i], upgrade);
            transaction.commit();
            for (std::size_t i = 0; i < steps; ++i) upgrade.applied.push_back(rest[i].label());
        }
    });
    return upgrade;
}

}  // namespace figbook
