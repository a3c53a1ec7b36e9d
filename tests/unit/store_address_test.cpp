#include "store/canonical_url.hpp"
#include "store/document_id.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

TEST_CASE("canonical_url: many spellings of one address", "[store]") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"https://news.example/a", "https://news.example/a"},
        {"HTTPS://News.Example/A/b", "https://news.example/A/b"},
        {"https://news.example/a/", "https://news.example/a"},
        {"https://news.example/", "https://news.example"},
        {"https://news.example", "https://news.example"},
        {"https://news.example/a#top", "https://news.example/a"},
        {"https://news.example:443/a", "https://news.example/a"},
        {"http://news.example:80/a", "http://news.example/a"},
        {"http://news.example:443/a", "http://news.example:443/a"},
        {"https://news.example:8443/a", "https://news.example:8443/a"},
        {"https://[::1]:443/a", "https://[::1]/a"},
        {"https://Ana@News.example/a", "https://news.example/a"},
        {"http://bob:s@cret@news.example:80/@ana/a", "http://news.example/@ana/a"},
        {"https://news.example/a?utm_source=x&id=7&UTM_medium=y&fbclid=z&gclid=w",
         "https://news.example/a?id=7"},
        {"https://news.example/a/?utm_source=x", "https://news.example/a"},
        {"https://news.example/a?b=1&a=2", "https://news.example/a?b=1&a=2"},
        {"https://news.example?id=1", "https://news.example?id=1"},
        {"https://news.example/a?back=https://Other.example/",
         "https://news.example/a?back=https://Other.example/"},
        {"  https://news.example/a\n", "https://news.example/a"},
        {"archive/Box 7/Page#3", "archive/Box 7/Page"},
        {"", ""},
        {"   ", ""},
    };
    for (const auto& [address, canonical] : cases) {
        INFO(address);
        CHECK(canonical_url(address) == canonical);
        CHECK(canonical_url(canonical) == canonical);
    }
}

TEST_CASE("document_id: the same on every machine, and another for another text or address", "[store]") {
    const Article article = aid_article();
    const auto id = document_id(article);
    CHECK(id > 0);
    // A number that changed would give every article of every database a second row.
    CHECK(id == 6399952403481066875);

    Article same = article;
    same.url = "HTTPS://NEWS.example/aid/#top";
    same.headline = "Another headline";
    same.published.reset();
    CHECK(document_id(same) == id);
    Article other_text = article;
    other_text.text += " ";
    CHECK(document_id(other_text) != id);
    Article other_address = article;
    other_address.url += "2";
    CHECK(document_id(other_address) != id);
}

TEST_CASE("content_hash: XXH3-128 of nothing is the published value", "[store]") {
    CHECK(content_hash("") == "99aa06d3014798d86001c324468d497f");
}
