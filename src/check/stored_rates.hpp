// The built-in reference rates together with those imported into the database, which win.
//
//     RateBook book = rate_book(database, {"EUR", "USD"});     // imported rates of these currencies alone
//     RateBook book = rate_book_at("figbook.db", {"USD"});     // the built-in ones where there is no such file
#pragma once
#include <filesystem>
#include <set>
#include <string>

#include "rates/rates.hpp"
#include "store/database.hpp"

namespace figbook {

// No currencies: all of them.
RateBook rate_book(const Database& database, const std::set<std::string>& currencies = {});

// Throws EnvironmentError for a file that is there and is no database to read.
RateBook rate_book_at(const std::filesystem::path& path, const std::set<std::string>& currencies = {});

}  // namespace figbook
