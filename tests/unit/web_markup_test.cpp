#include "support/catch.hpp"
#include "web/markup.hpp"
#include "web/parts.hpp"
#include "web/query.hpp"

using namespace figbook::web;

TEST_CASE("web: text is escaped wherever it stands", "[web]") {
    CHECK(text("<script>alert('1 & \"2\"')</script>").html() ==
          "&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;");
    CHECK(element("p", {{"title", "\"><b>"}}, {text("€5")}).html() ==
          "<p title=\"&quot;&gt;&lt;b&gt;\">€5</p>");
    CHECK(text("a\x01"
               "b\xff"
               "c")
              .html() == "a\uFFFDb\uFFFDc");
    CHECK(element("input", {{"checked", true}, {"hidden", false}, {"name", "a"}}).html() ==
          "<input checked=\"\" name=\"a\"/>");
}

TEST_CASE("web: no address but of this site or the web is a link", "[web]") {
    for (const char* bad :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x",
          "//evil.example", "/\\evil.example", "file:///etc/passwd", "vbscript:x", ""}) {
        CHECK_THROWS(element("a", {{"href", bad}}, {text("x")}));
        CHECK(outside_link(bad, "x").html() == "x");
    }
    CHECK(outside_link("HTTPS://post.example/a?b=\"c\"", "x").html() ==
          "<a href=\"HTTPS://post.example/a?b=&quot;c&quot;\" rel=\"noopener noreferrer nofollow\">x</a>");
    CHECK_THROWS(link_to("https://post.example", "x"));
    CHECK_THROWS(element("script", {}, {text("alert(1)")}));
}

TEST_CASE("web: an address says the whole view and comes back as it was", "[web]") {
    const Query query("q=%E2%82%AC50+billion&kind=money&empty=&page=2&odd=50%25%zz");
    CHECK(query.value("q") == "€50 billion");
    CHECK(query.value("odd") == "50%%zz");
    CHECK_FALSE(query.has("empty"));
    CHECK(Query(query.text().substr(1)).text() == query.text());
    CHECK(query.without("page").with("kind", "a&b=c").text() ==
          "?q=%E2%82%AC50%20billion&odd=50%25%25zz&kind=a%26b%3Dc");
    CHECK(query.number("page", 1, 1, 9) == 2);
    CHECK(query.number("none", 1, 1, 9) == 1);
    for (const char* bad : {"page=0", "page=10", "page=x", "page=1x", "page=99999999999999999999", "page=-1"})
        CHECK_THROWS_AS(Query(bad).number("page", 1, 1, 9), BadRequest);
    CHECK_THROWS_AS(Query("q=%FF"), BadRequest);
    CHECK_THROWS_AS(Query("q=a%00b"), BadRequest);
    CHECK_THROWS_AS(Query("from=2025-02-30").date("from"), BadRequest);
}
