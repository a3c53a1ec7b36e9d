// Feeds, as files: RSS 0.9 to 2.0 and Atom. Each item is one article: its headline, the longest text that it has of itself
// (content:encoded, content, summary, description) read as a piece of a page, link, days, authors, and the feed's title
// as the publication. Items before the place where the XML is broken are read.
#pragma once
#include <string_view>

#include "load/reader.hpp"

namespace figbook {

bool looks_like_feed(std::string_view head);
void read_feed(Input& input, const Known& known, const Sink& sink);

}  // namespace figbook
