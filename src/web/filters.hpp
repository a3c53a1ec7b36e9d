// The values that fields of addresses may have on several pages.
//
//     query.one_of("kind", kind_names())
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "web/query.hpp"

namespace figbook::web {

const std::vector<std::string_view>& kind_names();     // "money", ...
const std::vector<std::string_view>& verdict_names();  // of checks: "off", ...
// "usd" -> "USD"; throws BadRequest, naming the field, for what is no code.
std::string currency_of(const std::string& typed, std::string_view field);
// Throws BadRequest where the days leave none.
void refuse_reversed(const std::optional<Date>& from, const std::optional<Date>& to);

}  // namespace figbook::web
