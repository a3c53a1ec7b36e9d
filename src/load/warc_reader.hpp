// Web archives (WARC 0.17 to 1.1), as crawls of the news are kept: each answer that is a web page is one article. Its
// address is the page's own or else the archive's, its charset may be told by the server; a day of publication behind
// the day it was fetched is none. Other records and pages without an article are left out and counted; a record that
// is broken is one problem, and the next is looked for. Memory holds one record at a time.
#pragma once
#include <string_view>

#include "load/reader.hpp"

namespace figbook {

bool looks_like_warc(std::string_view head);
void read_warc(Input& input, const Known& known, const Sink& sink);

}  // namespace figbook
