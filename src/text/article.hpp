// An article as it was read: clean UTF-8 text and what is known of it. Readers make it, the extractor and the
// store take it. Every offset of a claim counts bytes of `text`.
#pragma once
#include <optional>
#include <string>

#include "base/calendar.hpp"

namespace figbook {

struct Article {
    std::string id;        // the input's own name for it, or where it came from; only echoed, never a key
    std::string text;      // valid UTF-8; plain text keeps its headline as the first line
    std::string headline;  // "" where unknown, like the fields below
    std::string byline;
    std::string publication;
    std::string url;
    std::string language;  // BCP 47
    std::optional<Date> published;
    std::optional<Date> modified;  // the day of its last change, where the page says that there was one
    std::string origin;            // the file as the user named it, "articles.jsonl:3" for a line of one
};

}  // namespace figbook
