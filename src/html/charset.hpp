// The bytes of a page as UTF-8, whatever charset they are in and whatever the page says it is.
//
//     to_utf8("<p>\xA3" "5m", "")                     // "<p>£5m": nothing declared, so it is guessed
//     to_utf8(bytes, "text/html; charset=koi8-r")     // what the server said, where that is known
#pragma once
#include <string>
#include <string_view>

namespace figbook::html {

// In order of trust: a byte order mark; valid UTF-8, whatever is declared; `content_type` (of HTTP); the page's
// <meta>; the bytes themselves. UTF-8 with a few bytes of Windows-1252 in it is read as what it is, a mix. The
// result is valid UTF-8 without NUL; bytes that mean nothing are U+FFFD.
std::string to_utf8(std::string_view bytes, std::string_view content_type);

// "utf-8" of "text/html; charset=UTF-8" or of a page's <meta charset=UTF-8>, in lower case; "" where none is named.
std::string charset_of_content_type(std::string_view content_type);
std::string charset_of_meta(std::string_view page);

}  // namespace figbook::html
