// One statement that changes nothing, and its rows. Inside the store only; see Database::query.
//
//     Table table = run_query(connection, "SELECT name FROM source WHERE kind = :kind", {{":kind",
//     "person"}});
#pragma once
#include <SQLiteCpp/Database.h>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace figbook {

Table run_query(const SQLite::Database& connection, std::string_view sql, const Parameters& parameters);

// Gives each row to `row` as it comes; returns the names of the columns.
std::vector<std::string> run_query(const SQLite::Database& connection, std::string_view sql,
                                   const Parameters& parameters,
                                   const std::function<void(const std::vector<Value>&)>& row);

}  // namespace figbook
