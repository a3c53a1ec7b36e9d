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
// A source that the text calls "it", "she" or the like alone: no list of sources has it.
bool is_nobody(std::string_view source_kind, std::string_view source);
// Throws BadRequest where the days leave none.
void refuse_reversed(const std::optional<Date>& from, const std::optional<Date>& to);

}  // namespace figbook::web
