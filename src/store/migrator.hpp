// Applies migrations to an open connection. Inside the store only; see migrations.hpp.
#pragma once
#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <vector>

#include "store/migrations.hpp"

namespace figbook {

// Those of `migrations` that the database has not had. Throws EnvironmentError with advice where it has had
// one that is not among them (a newer program made it) or that reads differently.
std::vector<Migration> pending(SQLite::Database& connection, const std::filesystem::path& path,
                               const std::vector<Migration>& migrations);

Upgrade migrate(SQLite::Database& connection, const std::filesystem::path& path,
                const std::vector<Migration>& migrations);

}  // namespace figbook
