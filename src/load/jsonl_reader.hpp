// JSON Lines: each line one article, an object with `text` and, if known, `id`, `published`, `url`,
// `headline`, `byline`, `publication` and `language`, all strings; an `id` may be a number. Other fields are
// ignored, blank lines skipped. A field beside `text` and `published` that cannot be read is left out, and told once a
// file. With names that the user gave (--map), these stand instead, at a path such as "meta.date". A line that cannot be read is one problem, and the next is read all the same.
//
//     {"id": "a1", "published": "2025-02-12", "text": "Aid rose to €50 billion."}
#pragma once
#include <string_view>

#include "load/reader.hpp"

namespace figbook {

bool looks_like_jsonl(std::string_view head);
// A file with the name of one, whose first line is broken: an object stands in another.
bool may_be_jsonl(std::string_view head, std::string_view name);
void read_jsonl(Input& input, const Known& known, const Sink& sink);

}  // namespace figbook
