// One spelling for the many of one address, so that an article is known again however its link was shared.
//
//     canonical_url("HTTPS://News.example:443/a/?utm_source=x&id=7#top")   // "https://news.example/a?id=7"
#pragma once
#include <string>
#include <string_view>

namespace figbook {

// Scheme and host in lower case; without who logs in, fragment, default port, the parameters that only track (utm_*,
// fbclid, gclid) and slashes at the end of the path. The rest is kept as it is, also where it is no web
// address. Spaces around it are dropped; "" stays "".
std::string canonical_url(std::string_view address);

}  // namespace figbook
