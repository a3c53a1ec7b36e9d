// Rows of the database as JSON: exact decimals stay strings, and so do the numbers of articles, which have up to 19
// digits, more than JavaScript's numbers.
//
//     json["figures"] = rows_json(table);
#pragma once
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace figbook::web {

using Json = nlohmann::ordered_json;

// null for "".
Json words_json(const std::string& words);
Json cell_json(std::string_view column, const Value& value);
Json rows_json(const Table& table);
// RFC 4180, safe for spreadsheets.
std::string rows_csv(const Table& table);
// The same of all rows of a statement, in pieces.
void write_rows_csv(const Database& database, const std::string& sql, const Parameters& parameters,
                    const std::function<void(std::string_view)>& write);
std::string dumped(const Json& json);
// Numbers of articles as statements take them.
std::string json_array(const std::vector<std::int64_t>& numbers);
// The columns that start with "is_" and such are 0 or 1 in the database and true or false here.
bool is_truth(std::string_view column);

}  // namespace figbook::web
