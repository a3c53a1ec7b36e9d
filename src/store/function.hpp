// A function of the program that statements can call. Inside the store only; see Database::define.
#pragma once
#include <map>
#include <sqlite3.h>
#include <string>
#include <utility>
#include <vector>

#include "store/database.hpp"

namespace figbook {

// Those of a connection, to outlive it. One that is given again takes the place of the older: for a new one SQLite would
// prepare all statements anew.
class Functions {
 public:
    void define(sqlite3* connection, const std::string& name, int arguments, SqlFunction function);

 private:
    struct Known {
        SqlFunction function;
        std::vector<Value>
            cells;  // that it is given; their room is used again, so it must not ask for itself
    };

    static void call(sqlite3_context* context, int count, sqlite3_value** arguments);

    std::map<std::pair<std::string, int>, Known> known_;
};

}  // namespace figbook
