// One statement that changes nothing, and its rows. Inside the store only; see Database::query.
//
//     Table table = run_query(connection, "SELECT name FROM source WHERE kind = :kind", {{":kind",
//     "person"}});
#pragma once
#include <SQLiteCpp/Database.h>
#include <string_view>

#include "store/database.hpp"

namespace figbook {

Table run_query(const SQLite::Database& connection, std::string_view sql, const Parameters& parameters);

}  // namespace figbook
