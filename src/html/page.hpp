// The bytes of a web page in, the article on it out.
//
//     const Page page = read_page(bytes, {.content_type = "", .address = ""});
//     page.headline, page.body ...                     // body is "" where the page holds no article
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"

namespace figbook::html {

// What is known of a page from where it came from; "" where nothing is.
struct PageSource {
    std::string_view content_type;  // HTTP's header
    std::string_view address;       // where it was fetched from
};

struct Page {
    std::string headline;
    std::vector<std::string> authors;  // persons; where no person is named, the agency or paper that is
    std::string publication;
    std::string address;   // the one that the page calls its own
    std::string language;  // BCP 47
    std::optional<Date> published;
    std::optional<Date> modified;
    std::string body;  // a line a paragraph, without the headline
};

Page read_page(std::string_view bytes, const PageSource& source);

// The text of a piece of HTML that is an article by itself, as feeds hold it; all of it where nothing in it reads like
// the paragraphs of one. `markup` is UTF-8, plain text too.
std::string text_of_fragment(std::string_view markup, std::string_view headline = "");

}  // namespace figbook::html
