#include "load/html_reader.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "base/ascii.hpp"
#include "html/bylines.hpp"
#include "html/page.hpp"

namespace figbook {
namespace {

// The first bytes as ASCII in lower case, blanks and comments at the start left out; UTF-16 loses its NULs.
std::string beginning(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) head.remove_prefix(2);
    std::string text;
    for (const char c : head.substr(0, 4096))
        if (c != '\0') text += lower_ascii(c);
    std::size_t at = 0;
    for (;;) {
        at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
        if (text.compare(at, 4, "<!--") != 0) return text.substr(at);
        const std::size_t end = text.find("-->", at);
        if (end == std::string::npos) return {};
        at = end + 3;
    }
}

std::string text_of(const html::Page& page) {
    return page.headline.empty() ? page.body : page.headline + "\n" + page.body;
}

}  // namespace

bool looks_like_html(std::string_view head) {
    const std::string text = beginning(head);
    if (text.starts_with("<?xml"))
        return text.find("<html") != std::string::npos || text.find("<!doctype html") != std::string::npos;
    for (const std::string_view tag :
         {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<link", "<script", "<div",
          "<article", "<section", "<main", "<header", "<h1", "<h2", "<p", "<table"}) {
        if (!text.starts_with(tag)) continue;
        const char next = text.size() > tag.size() ? text[tag.size()] : '\0';
        if (std::string_view(" \t\r\n>/").find(next) != std::string_view::npos) return true;
    }
    return false;
}

void read_html(Input& input, const Known& known, const Sink& sink) {
    std::string bytes;
    if (!input.read_all(bytes, max_page_bytes)) {
        sink.rejected({input.problem(fmt::format("is a page of more than {} MiB", max_page_bytes >> 20U),
                                     "no article is so long: save its text as plain text"),
                       ""});
        return;
    }
    // A page that was cut off is read as far as it goes, as a browser does; an archive that is broken is not.
    if (input.broken()) return sink.rejected({*input.broken(), ""});
    read_html_page(
        bytes, {input.name(), input.content_type(), known.url.empty() ? input.address() : known.url}, sink);
}

void read_html_page(std::string_view bytes, const HtmlSource& source, const Sink& sink) {
    if (bytes.find_first_not_of(std::string_view(" \t\r\n\0", 5)) == std::string_view::npos)
        return sink.rejected({{"is empty", "give a page with an article", source.name, 0, {}}, ""});
    if (auto article = article_on_page(bytes, source)) return sink.article(*std::move(article));
    sink.rejected({{"is a web page without an article: no part of it reads like one",
                    "give the page of the article itself, or its text as plain text; pages that are only "
                    "filled in by a browser must be saved from one",
                    source.name,
                    0,
                    {}},
                   ""});
}

std::optional<Article> article_on_page(std::string_view bytes, const HtmlSource& source) {
    html::Page page = html::read_page(bytes, {source.content_type, source.address});
    if (page.body.empty()) return std::nullopt;
    Article article;
    article.id = article.origin = source.name;
    article.text = text_of(page);
    article.byline = html::joined_names(page.authors);
    article.headline = std::move(page.headline);
    article.publication = std::move(page.publication);
    article.url = std::move(page.address);
    article.language = std::move(page.language);
    article.published = page.published;
    article.modified = page.modified;
    return article;
}

}  // namespace figbook
