// A function of the program that statements can call. Inside the store only; see Database::define.
#pragma once
#include <map>
#include <sqlite3.h>
#include <string>

#include "store/database.hpp"

namespace figbook {

// Those of a connection, to outlive it. One that is given again takes the place of the older: for a new one SQLite would
// prepare all statements anew.
class Functions {
 public:
    void define(sqlite3* connection, const std::string& name, int arguments, SqlFunction function);

 private:
    std::map<std::pair<std::string, int>, SqlFunction> known_;
};

}  // namespace figbook
