// Writes JSON text straight into a string, for output that must be fast.
//
//     std::string out;
//     append_json_string(out, "He said \"no\"");   // "He said \"no\"" with the quotes around and escaped
//     inside
#pragma once
#include <string>
#include <string_view>

namespace figbook {

// `text` must be valid UTF-8; it is kept as it is, only quotes, backslashes and control characters are
// escaped.
void append_json_string(std::string& out, std::string_view text);

}  // namespace figbook
