// Which address is which page, and what becomes of what goes wrong: the whole site as one function without a network.
//
//     const Response response = answer(Request::get("/figures.json?kind=money"), site);
//     response.status   // 200
#pragma once
#include <string_view>

#include "web/response.hpp"
#include "web/site.hpp"

namespace figbook::web {

// Throws nothing but what no page can be made of (out of memory): bad addresses, missing pages and an error of the database are
// answers.
Response answer(const Request& request, Site& site);
// The same for an address that may be none.
Response answer_get(std::string_view target, Site& site);

}  // namespace figbook::web
