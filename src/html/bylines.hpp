// The persons of a byline, without what else stands in one: "By", their office, the paper, its address.
//
//     names_in("By Jane Doe in Paris and John Roe, Political Editor | news@example.com")   // Jane Doe, John Roe
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace figbook::html {

std::vector<std::string> names_in(std::string_view byline);

// "Jane Doe, John Roe and Ann Lee"
std::string joined_names(const std::vector<std::string>& names);

// Adds the names that are not there yet, in whatever case they are written; 50 are enough.
void add_names(std::vector<std::string>& names, const std::vector<std::string>& more);

}  // namespace figbook::html
