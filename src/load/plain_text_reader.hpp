// Plain text: one file, one article, valid UTF-8. Its first line is the headline and stays in the text, so
// that offsets point into what the file says; a line such as "By Jane Doe" below it becomes the byline.
#pragma once
#include <string_view>

#include "load/reader.hpp"
#include "text/document.hpp"  // byline_of, which says what a byline is

namespace figbook {

// True for anything without a NUL byte.
bool looks_like_text(std::string_view head);
void read_plain_text(Input& input, const Known& known, const Sink& sink);
// The same of a text that is at hand; `name` is what messages call it.
void read_text(std::string_view raw, const std::string& name, const Known& known, const Sink& sink);

}  // namespace figbook
