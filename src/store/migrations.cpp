#include "store/migrations.hpp"

#include <charconv>
#include <fmt/format.h>
#include <stdexcept>
#include <string_view>

#include "embedded.hpp"
#include "store/connection.hpp"
#include "store/migrator.hpp"

namespace figbook {
namespace {

// "0001-initial.sql" -> number 1, name "initial".
Migration read_migration(std::string_view file_name) {
    Migration migration;
    const auto [end, error] = std::from_chars(file_name.data(), file_name.data() + 4, migration.number);
    if (error != std::errc() || end != file_name.data() + 4 || file_name[4] != '-')
        throw std::logic_error("migrations/" + std::string(file_name) + " is not named NNNN-name.sql");
    migration.name = file_name.substr(5, file_name.size() - 5 - std::string_view(".sql").size());
    migration.sql = migration_files::embedded(file_name);
    return migration;
}

}  // namespace

std::string Migration::label() const {
    return fmt::format("{:04}-{}", number, name);
}

std::vector<Migration> known_migrations() {
    std::vector<Migration> migrations;
    for (const std::string_view name : migration_files::embedded_names())
        migrations.push_back(read_migration(name));
    return migrations;
}

Upgrade upgrade_database(const std::filesystem::path& path, const std::vector<Migration>& migrations) {
    SQLite::Database connection = open_connection(path, OpenMode::read_write);
    return migrate(connection, path, migrations);
}

std::vector<std::string> pending_migrations(const std::filesystem::path& path,
                                            const std::vector<Migration>& migrations) {
    SQLite::Database connection = open_connection(path, OpenMode::read_only);
    std::vector<std::string> labels;
    for (const Migration& migration : pending(connection, path, migrations))
        labels.push_back(migration.label());
    return labels;
}

}  // namespace figbook
