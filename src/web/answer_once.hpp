// One answer without a socket, as `figbook serve --get` prints it. Only what that page needs is made for it: of a large
// database all checks take seconds.
//
//     answer_once("figbook.db", services, "/figures.json?kind=money", true, [](std::string_view text) { ... });   // 200
#pragma once
#include <filesystem>
#include <string>

#include "web/response.hpp"
#include "web/site.hpp"

namespace figbook::web {

// Its text goes to `write`; returns its status. Throws EnvironmentError where the database cannot be read.
int answer_once(const std::filesystem::path& database, const Services& services, const std::string& target,
                bool may_write, const Write& write);

}  // namespace figbook::web
