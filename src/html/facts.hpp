// What a page says of its article outside the text: headline, authors, publication, dates, address, language. In this
// order of trust: JSON-LD, OpenGraph, <meta>, microdata, <time>, and what the page shows.
//
//     const PageFacts facts = facts_of(tree, "https://example.com/aid");
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "html/tree.hpp"

namespace figbook::html {

struct PageFacts {
    std::string headline;  // "" where the page does not say, like the rest
    std::vector<std::string> authors;
    std::string publication;
    std::string address;
    std::string language;
    std::optional<Date> published;
    std::optional<Date> modified;
    std::string description;
    std::string declared_body;  // the article's text, where JSON-LD has it
};

// `address`: where the page was fetched from, "" where that is not known.
PageFacts facts_of(const Tree& tree, std::string_view address);

}  // namespace figbook::html
