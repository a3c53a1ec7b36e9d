// A database that is there, to be written to: for commands that have nothing to do with a new one.
//
//     Database database = open_existing("figbook.db");
#pragma once
#include <string>

#include "store/database.hpp"

namespace figbook {

// Upgrades an older one. Throws EnvironmentError where there is no file or nothing in it, instead of making one.
Database open_existing(const std::string& path);

}  // namespace figbook
