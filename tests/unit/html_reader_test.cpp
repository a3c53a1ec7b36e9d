// A page that is at hand, as a crawl or a server gives it.
#include "load/html_reader.hpp"

#include <vector>

#include "support/catch.hpp"

namespace figbook {
namespace {

struct Read {
    std::vector<Article> articles;
    std::vector<Rejected> rejected;
};

Read read(std::string_view bytes, const HtmlSource& source) {
    Read result;
    read_html_page(bytes, source,
                   {[&](Article article) { result.articles.push_back(std::move(article)); },
                    [&](const Rejected& rejected) { result.rejected.push_back(rejected); }});
    return result;
}

}  // namespace

TEST_CASE("html reader: a page with what its server said of it") {
    const Read result = read(
        "<html lang=en><meta name=author content='Jane Doe, John Roe'>"
        "<meta property=article:published_time content=2025-02-12><meta property=article:modified_time "
        "content=2025-02-14>"
        "<h1>Dues rise</h1><p>A ship will pay \xA3"
        "5 more.</p>",
        {"crawl:7", "text/html; charset=iso-8859-1", "https://post.example/dues"});
    REQUIRE(result.articles.size() == 1);
    const Article& article = result.articles[0];
    CHECK(article.text == "Dues rise\nA ship will pay £5 more.");
    CHECK(article.headline == "Dues rise");
    CHECK(article.byline == "Jane Doe and John Roe");
    CHECK(article.url == "https://post.example/dues");
    CHECK(article.published == make_date(2025, 2, 12));
    CHECK(article.modified == make_date(2025, 2, 14));
    CHECK(article.origin == "crawl:7");
}

TEST_CASE("html reader: a page without an article names itself") {
    const Read result = read("<html><a href=x>Home</a>", {"crawl:8", "", ""});
    REQUIRE(result.rejected.size() == 1);
    CHECK(result.rejected[0].problem.file == "crawl:8");
    CHECK(read("", {"crawl:9", "", ""}).rejected[0].problem.message == "is empty");
}

TEST_CASE("html reader: what is a page") {
    for (const char* page :
         {"<!DOCTYPE HTML PUBLIC>", "\n<!-- x -->\n<html>", "<p>a", "\xEF\xBB\xBF<HTML lang=en>",
          "<?xml version=\"1.0\"?>\n<!DOCTYPE html>", "<h1\nclass=x>"})
        CHECK(looks_like_html(page));
    for (const char* other : {"", "Prices < wages", "<3 this paper", "<rss version=\"2.0\">",
                              "<?xml version=\"1.0\"?><feed>", "{\"text\": \"<html>\"}", "<price>", "<!-- x"})
        CHECK_FALSE(looks_like_html(other));
    CHECK(looks_like_html(std::string_view("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)));
}

}  // namespace figbook
