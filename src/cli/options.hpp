// Options that several commands share, declared once so that they read and behave the same everywhere.
//
//     const auto db = add_db_option(*command);      // before parsing
//     chosen = [db] { Database::open(*db, ...); };  // afterwards: *db is what the user said, or the default
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "base/calendar.hpp"

namespace CLI {
class App;
}

namespace figbook {

// --db PATH: the command line, else the environment's FIGBOOK_DB, else "figbook.db" in the current folder.
std::shared_ptr<std::string> add_db_option(CLI::App& command);

// An option that takes a day, "--published 2025-02-12". A day that does not exist ends the program with
// status 2.
std::shared_ptr<std::optional<Date>> add_date_option(CLI::App& command, const std::string& name,
                                                     const std::string& help);

// Throws EnvironmentError for a --from after --to.
void refuse_reversed(const std::optional<Date>& from, const std::optional<Date>& to);

// --width N: see text_width() in terminal.hpp.
void add_width_option(CLI::App& command, std::optional<std::size_t>& width);

// --input FORMAT: the name of a reader, or "auto", by the content of each input.
std::shared_ptr<std::string> add_input_option(CLI::App& command);

// --threads N: how many extract.
void add_threads_option(CLI::App& command, std::size_t& threads);

// --progress SECONDS: how often a line says how far it is, see progress.hpp.
void add_progress_option(CLI::App& command, double& seconds);

// --map FIELD=THEIRS,...: into `fields`.
struct FieldNames;
void add_map_option(CLI::App& command, FieldNames& fields);

// --allow-private-addresses: into `fetch`.
struct FetchOptions;
void add_private_option(CLI::App& command, FetchOptions& fetch);

}  // namespace figbook
