// Web pages: one file, one page, one article. Its text is the headline and below it the article's paragraphs, without
// what else the page shows; what is known of the article is what the page says of it. See html/page.hpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "load/reader.hpp"

namespace figbook {

// True for what begins like a page in any charset: a document type, <html>, <head>, <body> or an element of a text.
bool looks_like_html(std::string_view head);
void read_html(Input& input, const Known& known, const Sink& sink);

// A page that is at hand, as a crawl or a server gives it: `name` is what the article is called, `content_type`
// HTTP's header, `address` where it is from; "" where these are not known.
struct HtmlSource {
    std::string name;
    std::string_view content_type;
    std::string_view address;
};
void read_html_page(std::string_view bytes, const HtmlSource& source, const Sink& sink);
// The same without a word of what is wrong: none where no part of the page reads like an article.
std::optional<Article> article_on_page(std::string_view bytes, const HtmlSource& source);

// The largest pages that people read have 5 MB, most of it scripts.
constexpr std::size_t max_page_bytes = max_document_bytes;

}  // namespace figbook
