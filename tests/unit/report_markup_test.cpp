// What must never get into a page as markup, and the addresses that may be links.
#include <stdexcept>

#include "report/markup.hpp"
#include "support/catch.hpp"

using namespace figbook;

namespace {

std::string of_text(std::string_view text) {
    return Markup().text(text).take();
}

std::string web(std::string_view text) {
    const auto address = Address::web(text);
    return address ? address->text() : "none";
}

}  // namespace

TEST_CASE("markup: text is escaped, in elements and in attributes") {
    CHECK(of_text("<script>alert(\"1\" & '2')</script>") ==
          "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
    Markup markup;
    markup.element("p", {{"title", "\"><img>"}}, [&] { markup.element("b", "<i>"); });
    CHECK(markup.written() == "<p title=\"&quot;&gt;&lt;img&gt;\"><b>&lt;i&gt;</b></p>");
}

TEST_CASE("markup: what HTML and XML cannot write becomes a replacement character") {
    using namespace std::string_literals;
    CHECK(of_text("a\0b"s) == "a\uFFFDb");
    CHECK(of_text("\x1b[2J") == "\uFFFD[2J");
    CHECK(of_text("\xff\xfe") == "\uFFFD\uFFFD");
    CHECK(of_text("\u0085\uFFFE") == "\uFFFD\uFFFD");
    CHECK(of_text("a\r\nb\rc\r") == "a\nb\nc\n");
    CHECK(of_text("tab\tline\n€ 𝟙 \u202E") == "tab\tline\n€ 𝟙 \uFFFD");
}

TEST_CASE("markup: attributes that are true, false, numbers and addresses") {
    Markup markup;
    markup.empty("input", {{"checked", true}, {"disabled", false}, {"size", 20}});
    markup.empty("circle", {{"r", 2.50}, {"cx", -0.001}, {"cy", 10.0}});
    markup.element("a", {{"href", *Address::web("https://a.example/?b=1&c=2")}}, "x");
    CHECK(markup.written() ==
          "<input checked=\"\" size=\"20\"/><circle r=\"2.5\" cx=\"0\" cy=\"10\"/>"
          "<a href=\"https://a.example/?b=1&amp;c=2\">x</a>");
}

TEST_CASE("markup: elements of parts are written by the same rules") {
    Markup inside;
    inside.text("<b>");
    Markup markup;
    markup.whole("a", {{"href", "/a?b=1&c"}, {"title", "\"><img>"}}, {&inside, &inside});
    markup.whole("input", {{"name", "<"}}, {});
    CHECK(markup.written() ==
          "<a href=\"/a?b=1&amp;c\" title=\"&quot;&gt;&lt;img&gt;\">&lt;b&gt;&lt;b&gt;</a><input "
          "name=\"&lt;\"/>");
    CHECK_THROWS_AS(Markup().whole("a", {{"href", "javascript:x()"}}, {}), std::logic_error);
    CHECK_THROWS_AS(Markup().whole("form", {{"action", "//evil.example"}}, {}), std::logic_error);
    CHECK_THROWS_AS(Markup().whole("script", {}, {&inside}), std::logic_error);
}

TEST_CASE("markup: data cannot end its element, code that would is refused") {
    Markup markup;
    markup.json_data("rows", R"(["</script><!--&"])");
    CHECK(markup.written() ==
          R"(<script type="application/json" id="rows">["\u003c/script\u003e\u003c!--\u0026"]</script>)");
    CHECK_THROWS_AS(Markup().script({"x = '</script>'", ""}), std::logic_error);
    CHECK_THROWS_AS(Markup().style({"<!--", ""}), std::logic_error);
}

TEST_CASE("markup: a policy names code by its hash") {
    CHECK(policy_source({"x = 1", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}) ==
          "'sha256-ASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8='");
}

TEST_CASE("addresses: the web's, without who logs in") {
    CHECK(web("https://post.example/a?b=1#c") == "https://post.example/a?b=1#c");
    CHECK(web("HTTP://post.example") == "HTTP://post.example");
    CHECK(web("https://ann:secret@post.example/a") == "https://post.example/a");
    for (const char* refused : {"javascript:alert(1)",
                                " javascript:alert(1)",
                                "JaVaScRiPt://post.example/%0aalert(1)",
                                "data:text/html,<script>",
                                "file:///etc/passwd",
                                "//post.example/a",
                                "/a",
                                "",
                                "https://",
                                "https:///a",
                                "https://?a",
                                "ftp://post.example/a",
                                "https://post.example/a b",
                                "https://post.example/\n",
                                "https:\\\\post.example",
                                "https://post.example\\@other.example",
                                "java\nscript:alert(1)",
                                "vbscript:x",
                                "http:post.example",
                                "https://ann@"})
        CHECK(web(refused) == "none");
}

TEST_CASE("addresses: our own, each piece encoded") {
    CHECK(Address::own("/article/").segment("1/../2?x").text() == "/article/1%2F..%2F2%3Fx");
    CHECK(Address::own("/search").parameter("q", "a & b").parameter("in", "€").text() ==
          "/search?q=a%20%26%20b&in=%E2%82%AC");
    CHECK(Address::own("#").segment("figure \"1\"").text() == "#figure%20%221%22");
}
