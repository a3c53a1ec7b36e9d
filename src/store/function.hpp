// A function of the program that statements can call. Inside the store only; see Database::define.
#pragma once
#include <sqlite3.h>
#include <string>

#include "store/database.hpp"

namespace figbook {

void define_function(sqlite3* connection, const std::string& name, int arguments, SqlFunction function);

}  // namespace figbook
