// The steps that build a database and bring an older one up to date: migrations/NNNN-name.sql, built in.
//
//     Upgrade upgrade = upgrade_database("figbook.db");   // what `figbook migrate` does, and open() by itself
//     upgrade.applied                                     // {"0001-initial"}, empty where it was up to date
//
// Forward only. Each migration and the record of it are one transaction, and before the first of them a copy
// of the file is made beside it ("figbook.db.backup-0001": as it was at version 1).
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace figbook {

struct Migration {
    int number = 0;    // 1, 2, ... without a gap
    std::string name;  // "initial"
    std::string sql;   // statements; no BEGIN or COMMIT

    // "0001-initial"
    std::string label() const;
};

// The migrations of this program, in order.
std::vector<Migration> known_migrations();

struct Upgrade {
    bool created = false;              // the file was not there, or empty
    std::vector<std::string> applied;  // labels
    std::filesystem::path backup;      // the copy, empty where none was needed
};

// Creates the file where there is none. Throws EnvironmentError where a migration fails (then the database is
// as it was before that migration), or for a database that was made by a newer program or by other
// migrations.
Upgrade upgrade_database(const std::filesystem::path& path,
                         const std::vector<Migration>& migrations = known_migrations());

// The labels of the migrations that upgrade_database would apply. Changes nothing; throws as it does.
std::vector<std::string> pending_migrations(const std::filesystem::path& path,
                                            const std::vector<Migration>& migrations = known_migrations());

}  // namespace figbook
