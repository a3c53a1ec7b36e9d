// Cells of a row as bytes, and the cells of such bytes: for what is read again and again as it was.
//
//     packed({std::int64_t{5}, std::string("EUR"), {}})    // 8 bytes
//     unpacked(bytes)                                      // the same three
//
// For each a byte that says what it is; behind that of a whole number 7 bits in each byte, the lowest first, with the sign in
// the first of them; a real number as 8 bytes; a text with the number of its bytes before it. In databases: never to be changed.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace figbook {

std::string packed(const std::vector<Value>& cells);
// None for bytes that are no cells.
std::optional<std::vector<Value>> unpacked(std::string_view bytes);

}  // namespace figbook
