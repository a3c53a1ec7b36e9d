// The number of an article, computed from what it is: the same on every machine, whatever was loaded before.
//
//     document_id(article)   // 63 bits of XXH3-128 over its canonical address and its text; never 0
//
// An article without an address is known by its publication and its text.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "text/article.hpp"

namespace figbook {

std::int64_t document_id(const Article& article);

// 63 bits of XXH3-128 of the bytes; never 0.
std::int64_t hash_number(std::string_view bytes);

// XXH3-128 of the bytes as 32 hexadecimal digits.
std::string content_hash(std::string_view bytes);

}  // namespace figbook
