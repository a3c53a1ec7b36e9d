// figbook migrate: brings a database up to date, as every command that writes does by itself.
#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "store/database.hpp"
#include "store/migrations.hpp"
#include "track/facts.hpp"

namespace figbook {
namespace {

std::string up_to_date(const std::string& db) {
    return fmt::format("{} is up to date ({})\n", db, known_migrations().back().label());
}

int check(const std::string& db) {
    const std::vector<std::string> pending = pending_migrations(db);
    if (pending.empty()) {
        write_out(up_to_date(db));
        return 0;
    }
    write_out(fmt::format("{} lacks {}; figbook migrate applies them\n", db, fmt::join(pending, ", ")));
    return 1;
}

int migrate(const std::string& db) {
    const Upgrade upgrade = upgrade_database(db);
    // Where the upgrade asks for it, the articles are compared with one another and their figures tracked.
    Database database = Database::open(db, OpenMode::read_write);
    track_waiting(database);
    if (upgrade.applied.empty()) {
        write_out(up_to_date(db));
        return 0;
    }
    write_out(fmt::format("{} {}: applied {}\n", upgrade.created ? "created" : "upgraded", db,
                          fmt::join(upgrade.applied, ", ")));
    if (!upgrade.backup.empty())
        write_out(fmt::format("the copy from before is {}\n", upgrade.backup.string()));
    return 0;
}

}  // namespace

void add_migrate(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand("migrate", "bring a database up to date, after a copy of it");
    const auto only_check = std::make_shared<bool>(false);
    command->add_flag("--check", *only_check, "change nothing; status 1 where something is to be applied");
    const auto db = add_db_option(*command);
    command->callback([db, only_check, &chosen] {
        chosen = [db, only_check] { return *only_check ? check(*db) : migrate(*db); };
    });
}

}  // namespace figbook
