// The style, script and chart library of the pages: files in assets/ and one of Debian's, built into the program. Their
// addresses have a mark of their content, so that a browser may keep them for ever.
//
//     asset_address("figbook.css")   // "/assets/1f3a.../figbook.css"
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "web/response.hpp"

namespace figbook::web {

std::string asset_address(std::string_view name);
// None where there is no such file.
std::optional<Response> asset_response(std::string_view path);
// The description of the JSON answers, OpenAPI 3.
std::string_view openapi();

}  // namespace figbook::web
