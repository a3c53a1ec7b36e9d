// Addresses as pages write them: whole, relative to another, without a scheme, in capitals.
//
//     absolute_address("HTTPS://post.example/dues", "")                   // "https://post.example/dues"
//     absolute_address("../dues", "https://post.example/news/today")      // "https://post.example/dues"
#pragma once
#include <string>
#include <string_view>

namespace figbook::html {

// With http or https, in any case, and a host.
bool is_web_address(std::string_view text);

// "" where it is no address of the web, or is relative and `base` is none. "//host/path" is taken for https.
std::string absolute_address(std::string_view text, std::string_view base);

// "https://post.example/": of the paper, not of an article.
bool is_front_page(std::string_view address);

}  // namespace figbook::html
