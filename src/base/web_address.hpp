// What may be shown and kept of a web address.
//
//     without_user("http://bob:secret@news.example/a")   // "http://news.example/a"
#pragma once
#include <string>
#include <string_view>

namespace figbook {

// The address without who logs in, and by which password: that is nobody's but the user's own. What is no address
// (no "://" behind a scheme) stays as it is.
std::string without_user(std::string_view address);

}  // namespace figbook
