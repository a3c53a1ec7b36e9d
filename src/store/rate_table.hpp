// Reads and writes the table reference_rate. Inside the store only; see Database::put_rates and rates.
//
//     write_rates(connection, rows);           // inside a transaction of the caller
//     read_rates(connection, "USD").front();   // the oldest
#pragma once
#include <SQLiteCpp/Database.h>
#include <cstddef>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace figbook {

std::size_t write_rates(SQLite::Database& connection, const std::vector<RateRow>& rows);
std::vector<RateRow> read_rates(const SQLite::Database& connection, std::string_view currency);

}  // namespace figbook
