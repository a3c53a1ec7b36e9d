// What a page says of its article, in each of the ways to say it. All pages and people are invented.
#include <string>

#include "html/bylines.hpp"
#include "html/charset.hpp"
#include "html/loose_json.hpp"
#include "html/page.hpp"
#include "html/page_dates.hpp"
#include "html/stray_lines.hpp"
#include "support/catch.hpp"

namespace figbook::html {
namespace {

const std::string article =
    "<h1>Dues rise</h1><p>The harbour of Northby will charge ships more from April on.</p>";

Page page_of(const std::string& head, const std::string& body = article) {
    return read_page("<html><head>" + head + "</head><body>" + body + "</body></html>", {});
}

std::string day(const std::optional<Date>& date) {
    return date ? iso(*date) : "none";
}

std::string linked(const std::string& json) {
    return "<script type='application/ld+json'>" + json + "</script>";
}

std::string day_of(std::string_view text, bool month_first = false) {
    return day(day_in(text, month_first));
}

}  // namespace

TEST_CASE("html: JSON-LD in its forms") {
    const std::string fields =
        "\"@type\":\"NewsArticle\",\"headline\":\"Dues "
        "rise\",\"datePublished\":\"2025-02-12T23:30:00+01:00\","
        "\"dateModified\":\"2025-02-14\",\"author\":{\"@type\":\"Person\",\"name\":\"Jane Doe\"},"
        "\"publisher\":{\"name\":\"The Post\"},\"inLanguage\":\"en-GB\"";
    const std::vector<std::string> forms{
        "{" + fields + "}",
        "[{\"@type\":\"BreadcrumbList\"},{" + fields + "}]",
        "{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{" + fields + "}]}",
        "{\"@type\":\"WebPage\",\"mainEntity\":{" + fields + "}}",
        "<![CDATA[ {" + fields + ",}; ]]>",
        "<!-- \n{" + fields + "};\n-->",
        "/* ours */ {\n" + fields + ",\n \"description\":\"two\nlines\tand \"marks\"\"}",
        "{" + fields + ", \"keywords\": [\"a\",, ], \"articleBody\": \"cut he",
    };
    for (const std::string& form : forms) {
        CAPTURE(form);
        const Page page = page_of(linked(form));
        CHECK(page.headline == "Dues rise");
        CHECK(day(page.published) == "2025-02-12");
        CHECK(day(page.modified) == "2025-02-14");
        CHECK(page.authors == std::vector<std::string>{"Jane Doe"});
        CHECK(page.publication == "The Post");
        CHECK(page.language == "en-GB");
    }
}

TEST_CASE("html: of several articles in JSON-LD the page's own is taken") {
    const Page page = page_of(
        linked("[{\"@type\":\"Article\",\"headline\":\"Ferry sunk\",\"datePublished\":\"2024-01-01\"},"
               "{\"@type\":[\"Article\",\"NewsArticle\"],\"headline\":\"Dues "
               "rise\",\"datePublished\":\"2025-02-12\","
               "\"author\":[\"Jane Doe\",{\"name\":[\"John Roe\"]}]},"
               "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"Article\",\"headline\":\"Dues "
               "rise\"}]}]"));
    CHECK(day(page.published) == "2025-02-12");
    CHECK(page.authors == std::vector<std::string>{"Jane Doe", "John Roe"});
}

TEST_CASE("html: OpenGraph and other meta elements") {
    const Page page = page_of(
        "<title>Dues rise - The Post</title><meta property=og:title content='Dues rise | The Post'>"
        "<meta property=og:site_name content='The Post'><meta property=og:locale content=en_US>"
        "<meta property=og:url content='https://post.example/dues'>"
        "<meta property=article:published_time content='2025-02-12T08:00:00Z'>"
        "<meta property=article:modified_time content='2025-02-13'>"
        "<meta property=article:author content='https://face.example/jane'>"
        "<meta name=author content='By Jane Doe, Political Editor'>");
    CHECK(page.headline == "Dues rise");
    CHECK(page.publication == "The Post");
    CHECK(page.language == "en-US");
    CHECK(page.address == "https://post.example/dues");
    CHECK(day(page.published) == "2025-02-12");
    CHECK(day(page.modified) == "2025-02-13");
    CHECK(page.authors == std::vector<std::string>{"Jane Doe"});
}

TEST_CASE("html: the address that a page calls its own, in its forms") {
    const std::string dues = "https://post.example/news/dues";
    const std::string og = "<meta property=og:url content='https://post.example/news/today'>";
    for (const std::string& head : {
             std::string("<link rel=canonical href='HTTPS://post.example/news/dues'>"),
             std::string("<link rel='shortlink Canonical' href='//post.example/news/dues'>"),
             std::string("<meta property=og:url content='//post.example/news/dues'>"),
             "<link rel=canonical href='/news/dues'>" + og,
             "<link rel=canonical href=dues>" + og,
             "<link rel=canonical href='../x/.././news/dues'>" + og,
             "<link rel=canonical href=dues><base href='/news/'>" + og,
             std::string("<base href='https://post.example/news/'><link rel=canonical href=dues>"),
             "<link rel=canonical href='https://post.example/news/dues'>" + og,
         }) {
        CAPTURE(head);
        CHECK(page_of(head).address == dues);
    }
    CHECK(page_of("<link rel=canonical href='?id=7'>" + og).address ==
          "https://post.example/news/today?id=7");
    for (const std::string href :
         {"javascript:void(0)", "#top", "https://", "http:///dues", "mailto:a@post.example"}) {
        CAPTURE(href);
        CHECK(page_of("<link rel=canonical href='" + href + "'>").address.empty());
        CHECK(page_of("<link rel=canonical href='" + href + "'>" + og).address ==
              "https://post.example/news/today");
    }
    CHECK(
        read_page("<link rel=canonical href=dues>" + article, {"", "https://post.example/news/x"}).address ==
        dues);
}

TEST_CASE("html: the address in JSON-LD") {
    const std::string dues = "https://post.example/news/dues";
    const auto address_of = [](const std::string& fields, const std::string& more = "") {
        return page_of(linked("[{\"@type\":\"NewsArticle\",\"headline\":\"Dues rise\"," + fields + "}]") +
                       more)
            .address;
    };
    CHECK(address_of("\"url\":\"" + dues + "\"") == dues);
    CHECK(address_of("\"url\":\"https://post.example/\",\"mainEntityOfPage\":\"" + dues + "\"") == dues);
    CHECK(address_of("\"mainEntityOfPage\":{\"@type\":\"WebPage\",\"@id\":\"" + dues + "\"}") == dues);
    CHECK(address_of("\"mainEntityOfPage\":true,\"@id\":\"" + dues + "\"") == dues);
    CHECK(address_of("\"url\":\"/news/dues\"", "<base href='https://post.example/'>") == dues);
    CHECK(address_of("\"@id\":\"#article\"", "<base href='https://post.example/'>").empty());
    CHECK(address_of("\"url\":\"" + dues + "\"", "<meta property=og:url content='https://post.example/x'>") ==
          "https://post.example/x");
    CHECK(read_page(linked("{\"@type\":\"Article\",\"url\":\"" + dues + "\"}") + article,
                    {"", "https://mirror.example/x"})
              .address == dues);
    // Of other articles that the page lists.
    CHECK(page_of(linked("[{\"@type\":\"Article\",\"headline\":\"Ferry sunk\",\"url\":\"" + dues +
                         "\"},{\"@type\":\"Article\",\"headline\":\"Mast lost\",\"url\":\"" + dues + "\"}]"))
              .address.empty());
}

TEST_CASE("html: tags within a text in JSON-LD") {
    const Page page =
        page_of(linked("{\"@type\":\"Article\",\"headline\":\"Dues <i>rise</i> by <s>5%</s> 4%\","
                       "\"articleBody\":\"<p>Dues rose by <b>12</b>%.</p><p>Of 10<sup>6</sup> ships "
                       "400<sup>[3]</sup> paid <del>$90</del> $80.</p>\\nSo 2 < 3.\"}"),
                "<p>x");
    CHECK(page.headline == "Dues rise by 4%");
    CHECK(page.body == "Dues rose by 12%.\nOf 10⁶ ships 400 paid $80.\nSo 2 < 3.");
}

TEST_CASE("html: struck words and raised numbers in a headline") {
    const std::string text = "<p>The harbour of Northby will charge ships more from April on.</p>";
    const Page page =
        page_of("", "<h1>Dues rise by <s>5%</s> 4% to 10<sup>6</sup> a year<sup>[1]</sup></h1>" + text);
    CHECK(page.headline == "Dues rise by 4% to 10⁶ a year");
    CHECK(page.body == "The harbour of Northby will charge ships more from April on.");
}

TEST_CASE("html: microdata, time elements, the byline and the address") {
    const Page micro =
        page_of("", article +
                        "<div itemscope><span itemprop=author itemscope><a itemprop=name>Jane Doe</a>"
                        "</span><meta itemprop=datePublished content=2025-02-12>"
                        "<time itemprop=dateModified datetime='2025-02-13T10:00'>x</time></div>");
    CHECK(micro.authors == std::vector<std::string>{"Jane Doe"});
    CHECK(day(micro.published) == "2025-02-12");
    CHECK(day(micro.modified) == "2025-02-13");
    const Page shown =
        page_of("", article + "<p class=byline>By Jane Doe and John Roe</p><time>12 February 2025</time>");
    CHECK(shown.authors == std::vector<std::string>{"Jane Doe", "John Roe"});
    CHECK(day(shown.published) == "2025-02-12");
    CHECK(day(page_of("<link rel=canonical href='https://post.example/2025/02/12/dues'>").published) ==
          "2025-02-12");
    CHECK(page_of("<link rel=canonical href='/dues'>").address.empty());
    CHECK(read_page(article, {"", "https://post.example/x"}).address == "https://post.example/x");
}

TEST_CASE("html: JSON-LD goes before OpenGraph, that before meta, that before microdata and time") {
    const std::string body = article + "<time itemprop=datePublished datetime=2025-01-04>x</time>";
    const std::string meta = "<meta name=date content=2025-01-03>";
    const std::string graph = "<meta property=article:published_time content=2025-01-02>";
    const std::string json = linked("{\"@type\":\"Article\",\"datePublished\":\"2025-01-01\"}");
    CHECK(day(page_of(meta + graph + json, body).published) == "2025-01-01");
    CHECK(day(page_of(meta + graph, body).published) == "2025-01-02");
    CHECK(day(page_of(meta, body).published) == "2025-01-03");
    CHECK(day(page_of("", body).published) == "2025-01-04");
}

TEST_CASE("html: the headline that the page shows goes before one that was cut or is for search engines") {
    CHECK(page_of(linked("{\"@type\":\"Article\",\"headline\":\"Dues\"}"), article).headline == "Dues rise");
    CHECK(page_of(linked("{\"@type\":\"Article\",\"headline\":\"What ships pay now\"}")).headline ==
          "What ships pay now");
}

TEST_CASE("html: the text where only JSON-LD has it") {
    const std::string sentence =
        "The harbour of Northby will charge ships more from April on, its council said. ";
    std::string body;
    for (int i = 0; i < 6; ++i) body += sentence;
    const Page page = page_of(linked("{\"@type\":\"Article\",\"articleBody\":\"" + body + "\"}"),
                              "<p>Subscribe to read on.</p>");
    CHECK(page.body == body.substr(0, body.size() - 1));
}

TEST_CASE("html: languages") {
    const std::string said = linked("{\"@type\":\"Article\",\"inLanguage\":\"English\"}");
    CHECK(page_of(said + "<meta property=og:locale content=en_GB>").language == "en-GB");
    CHECK(read_page("<html lang=eng>" + article, {}).language.empty());
    CHECK(read_page("<html lang=de>" + article, {}).language == "de");
}

TEST_CASE("html: bylines") {
    using Names = std::vector<std::string>;
    CHECK(names_in("By Jane Doe") == Names{"Jane Doe"});
    CHECK(names_in("BY JANE DOE & JOHN ROE") == Names{"JANE DOE", "JOHN ROE"});
    CHECK(names_in("Jane Doe, John Roe and Ann Lee") == Names{"Jane Doe", "John Roe", "Ann Lee"});
    CHECK(names_in("Jane Doe, Political Editor | desk@post.example") == Names{"Jane Doe"});
    CHECK(names_in("Written by Jane Doe for The Post") == Names{"Jane Doe"});
    CHECK(names_in("Jane Doe/Wire in Paris") == Names{"Jane Doe"});
    CHECK(names_in("John Roe Jr.") == Names{"John Roe Jr."});
    CHECK(names_in("Jane Doe (Wire) and John Roe") == Names{"Jane Doe", "John Roe"});
    CHECK(names_in("admin").empty());
    CHECK(names_in("news@post.example").empty());
    CHECK(names_in("https://post.example/jane").empty());
    CHECK(joined_names({"Jane Doe", "John Roe", "Ann Lee"}) == "Jane Doe, John Roe and Ann Lee");
}

TEST_CASE("html: days as pages write them") {
    CHECK(day_of("2025-02-12T08:30:00Z") == "2025-02-12");
    CHECK(day_of("Wed, 12 Feb 2025 08:30:00 GMT") == "2025-02-12");
    CHECK(day_of("Published: Feb. 12, 2025 at 9:30 a.m.") == "2025-02-12");
    CHECK(day_of("12th of February 2025") == "2025-02-12");
    CHECK(day_of("12. Februar 2025, 09:30 Uhr") == "2025-02-12");
    CHECK(day_of("12 de febrero de 2025") == "2025-02-12");
    CHECK(day_of("12.02.2025") == "2025-02-12");
    CHECK(day_of("2025/2/12") == "2025-02-12");
    CHECK(day_of("03/02/2025") == "2025-02-03");
    CHECK(day_of("03/02/2025", true) == "2025-03-02");
    CHECK(day_of("02/13/2025") == "2025-02-13");
    CHECK(day_of("20250212") == "2025-02-12");
    CHECK(day_of("1739349000") == "2025-02-12");
    CHECK(day_of("1739349000000") == "2025-02-12");
    for (const char* text :
         {"", "yesterday", "30 February 2025", "12 ships of 2025 tons", "0001-01-01", "9:30"})
        CHECK(day_of(text) == "none");
    CHECK(day(day_in_address("https://post.example/news/2025/02/12/dues")) == "2025-02-12");
    CHECK(day(day_in_address("https://post.example/2025/dues-12")) == "none");
}

TEST_CASE("html: charsets") {
    CHECK(to_utf8("<p>caf\xC3\xA9", "text/html; charset=latin1") ==
          "<p>café");  // it is UTF-8, whatever is said
    CHECK(to_utf8("\xD0\xC2", "text/html; charset=KOI8-R") == "пб");
    CHECK(to_utf8("<meta charset=windows-1251>\xEF\xE1", "") == "<meta charset=windows-1251>пб");
    CHECK(to_utf8("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>\xA3", "")
              .ends_with("Ł"));
    CHECK(to_utf8("<meta charset=nonsense>caf\xE9", "").ends_with("café"));
    CHECK(to_utf8(std::string_view("\xFF\xFE<\0p\0>\0\xAC\x20", 10), "") == "<p>€");
    CHECK(to_utf8(std::string_view("<\0p\0>\0a\0b\0c\0d\0", 14), "") == "<p>abcd");
    CHECK(to_utf8("£5 and \xA3"
                  "6",
                  "") == "£5 and £6");
    CHECK(to_utf8("\xEF\xBB\xBF<p>", "") == "<p>");
    CHECK(charset_of_meta("<!-- <meta -->\n<META  CHARSET = 'UTF-8' >") == "utf-8");
}

TEST_CASE("html: JSON that is none") {
    CHECK(repaired_json("var x = {\"a\": 1,};") == "{\"a\":1}");
    CHECK(repaired_json("{\"a\": \"say \"no\" to it\"}") == "{\"a\":\"say \\\"no\\\" to it\"}");
    CHECK(repaired_json("{\"a\": \"x\\'y\\q\", // why\n\"b\": [1,,2") == "{\"a\":\"x'yq\",\"b\":[1,2]}");
    CHECK(repaired_json("{\"a\":") == "{\"a\":null}");
    CHECK(repaired_json("no json").empty());
}

TEST_CASE("html: stray lines") {
    CHECK(stray_line("Advertisement") == StrayLine::alone);
    CHECK(stray_line("Sign up for our weekly newsletter") == StrayLine::alone);
    CHECK(stray_line("READ MORE: Ferry to cost £40") == StrayLine::alone);
    CHECK(stray_line("Related stories") == StrayLine::section);
    CHECK(stray_line("Shares fell by 5% after the sign was up.") == StrayLine::none);
    CHECK(stray_line("Relatedness is a measure of kinship.") == StrayLine::none);
}

}  // namespace figbook::html
