// The article's text among all that a page shows: one kind of thing that is not it, or that looks as if it were not, a
// test. All texts are invented.
#include <algorithm>
#include <string>

#include "html/body.hpp"
#include "html/tree.hpp"
#include "support/catch.hpp"

namespace figbook::html {
namespace {

const std::string first =
    "The harbour of Northby will charge ships 12% more from April on, its council said.";
const std::string second =
    "A ship of middle size will then pay €3,400 for a night, which is €364 more than now.";
const std::string third =
    "Fishing boats pay nothing for the first three days of a stay, as they did in the past.";
const std::string other =
    "A dog swam 14 miles to the lighthouse and back before lunch on Sunday, its owner said.";

std::string p(const std::string& text, const std::string& attributes = "") {
    return "<p " + attributes + ">" + text + "</p>";
}

std::string body(const std::string& page, const BodyEvidence& evidence = {}) {
    return body_of(Tree(page), evidence);
}

const std::string all = first + "\n" + second + "\n" + third;

}  // namespace

TEST_CASE("html body: what stands beside the article is left out") {
    const std::string article = "<article>" + p(first) + p(second) + p(third) + "</article>";
    for (const std::string& beside : {
             "<nav>" + p(other) + "</nav>",
             "<aside>" + p(other) + "</aside>",
             "<footer>" + p(other) + "</footer>",
             "<div class='site-sidebar'>" + p(other) + "</div>",
             "<div id=RelatedStories>" + p(other) + "</div>",
             "<section class='comments'>" + p(other) + p(other) + p(other) + p(other) + "</section>",
             "<div role=complementary>" + p(other) + "</div>",
             "<div hidden>" + p(other) + "</div>",
             "<div style='display: none'>" + p(other) + "</div>",
             "<div class=cookieNotice>" + p(other) + "</div>",
             "<form>" + p(other) + "</form>",
             "<noscript>" + p(other) + "</noscript>",
         }) {
        CAPTURE(beside);
        CHECK(body("<div>" + beside + article + "</div>") == all);
        CHECK(body("<div>" + article + beside + "</div>") == all);
    }
}

TEST_CASE("html body: a notice about cookies may be longer than the article") {
    const std::string notice =
        "<div id=onetrust-box>" + p(other) + p(other) + p(other) + p(other) + p(other) + "</div>";
    CHECK(body("<div>" + p(first) + p(second) + p(third) + notice + "</div>") == all);
    CHECK(body("<body class=cookie-accepted><div class=article-body>" + p(first) + p(second) + p(third) +
               "</div>") == all);
}

TEST_CASE("html body: the frame around an article may be called anything") {
    const std::string text = p(first) + p(second) + p(third);
    for (const std::string name :
         {"with-sidebar", "has-comments", "advert", "related", "promo-page", "widget"}) {
        CAPTURE(name);
        CHECK(body("<body class='" + name + "'>" + text) == all);
        CHECK(body("<div class='" + name + "'><h1>Dues rise</h1>" + text + "</div>" + p(other, "class=x"))
                  .find(first) == 0);
        CHECK(body("<div class='" + name + "'><div class=article-body>" + text + "</div></div>") == all);
    }
}

TEST_CASE("html body: a paywall hides paragraphs, and they are read") {
    CHECK(body("<main>" + p(first) + p(second, "class=paywall aria-hidden=true") + p(third) + "</main>") ==
          all);
}

TEST_CASE("html body: lines among the paragraphs that are none") {
    for (const std::string line :
         {"<p>Advertisement</p>", "<p>Read more: Ferry to cost £40</p>",
          "<p><a href=x>Ferry to cost £40</a></p>", "<p>Updated: 12 February 2025, 9:30</p>",
          "<div>12 February 2025 at 9:30</div>",
          "<figure><figcaption>The harbour in 2019.</figcaption></figure>",
          "<h2>Related</h2><ul><li><a href=x>a</a></ul>", "<p>Sign up for our free newsletter.</p>",
          "<ul class=share><li>Mail it</ul>"}) {
        CAPTURE(line);
        CHECK(body("<article>" + p(first) + line + p(second) + p(third) + "</article>") == all);
    }
}

TEST_CASE("html body: what is a part of the article is kept") {
    for (const std::string line :
         {"<h2>What ships pay</h2>", "<ul><li>Small ships pay €900.</ul>",
          "<p><a href=x>The council of the harbour published its figures on Wednesday, for all who "
          "want to read them</a>, on the walls of the town hall.</p>",
          "<blockquote>We have not raised them since 2017.</blockquote>",
          "<h1>A heading of the first rank</h1>", "<table><tr><td>Small</td><td>€900</td></tr></table>"}) {
        CAPTURE(line);
        const std::string found = body("<article>" + p(first) + p(second) + line + p(third) + "</article>");
        CHECK(std::count(found.begin(), found.end(), '\n') == 3);
    }
}

TEST_CASE("html body: other articles' headlines with their first lines") {
    std::string teasers;
    for (int i = 0; i < 3; ++i)
        teasers += "<div><h3><a href=x>A dog swam to the lighthouse again</a></h3>" + p(other) + "</div>";
    CHECK(body("<div><article>" + p(first) + p(second) + p(third) + "</article>" + teasers + "</div>") ==
          all);
    CHECK(body("<div>" + p(first) + p(second) + p(third) + teasers + "</div>") == all);
}

TEST_CASE("html body: the headline is not a part of it, the sentence below is") {
    const std::string lead = "Ships pay more from April: what the council of Northby decided on Wednesday.";
    const std::string head = "<header><h1>Dues rise</h1><p>" + lead + "</p></header>";
    const std::string text = "<div class=article-body>" + p(first) + p(second) + p(third) + "</div>";
    CHECK(body("<main>" + head + text + "</main>", {"Dues rise", lead, {}}) == lead + "\n" + all);
    CHECK(body("<main><h1>Dues rise</h1>" + text + "</main>", {"Dues rise", {}, {}}) == all);
    CHECK(body("<main><p>The Post</p><h1>Dues rise</h1>" + text + "</main>", {"Dues rise", {}, {}}) == all);
}

TEST_CASE("html body: words of JSON-LD show where the text stands") {
    std::string scraps;
    std::string declared;
    for (int i = 0; i < 8; ++i) {
        const std::string scrap = "Berth " + std::to_string(i) + " is let to the ferry";
        scraps += p(scrap);
        declared += scrap + ". ";
    }
    declared += declared;
    std::string menu = "<ul>";
    for (int i = 0; i < 12; ++i) menu += "<li><a href=x>Money and what it buys</a>";
    const std::string page =
        "<div><div>" + scraps + "</div>" + menu + "</ul><div>" + p(other) + p(other) + "</div></div>";
    CHECK(body(page, {{}, {}, declared}).starts_with("Berth 0 is let to the ferry\nBerth 1"));
    CHECK(body(page) == other + "\n" + other);
}

TEST_CASE("html body: a teaser gives way to the whole text in JSON-LD") {
    const std::string fourth =
        "The dues were last raised in 2019, by 3%, and fell in none of the years before.";
    const std::string whole = first + "\n\n" + second + "\n\n" + third + "\n" + fourth;
    const std::string lines = all + "\n" + fourth;
    CHECK(body("<article>" + p(first) + "</article>", {{}, {}, whole}) == lines);
    CHECK(body("<article>" + p(first) + p(second) + "</article>", {{}, {}, whole}) == lines);
    CHECK(body("<article>" + p(first) + p(second) + p(third) + "</article>", {{}, {}, whole}) == lines);
    CHECK(body("<article>" + p(first) + p(second.substr(0, 60) + "…") + "</article>", {{}, {}, whole}) ==
          lines);
    CHECK(body("<article>" + p(first) + "</article>", {{}, {}, first + " " + second}) ==
          first + " " + second);
    CHECK(body("<h1>Dues</h1>", {{}, {}, first}) == first);
    // Of another article, hardly longer, or cut itself.
    CHECK(body("<article>" + p(first) + p(second) + "</article>", {{}, {}, other + " " + third}) ==
          first + "\n" + second);
    CHECK(body("<article>" + p(first) + p(second) + "</article>",
               {{}, {}, first + "\n" + second + "\nBy A."}) == first + "\n" + second);
    CHECK(body("<article>" + p(first) + p(second) + "</article>", {{}, {}, first}) == first + "\n" + second);
}

TEST_CASE("html body: a page without an article") {
    CHECK(body("").empty());
    CHECK(body("<p>").empty());
    std::string menu = "<ul>";
    for (int i = 0; i < 40; ++i) menu += "<li><a href=x>Money and what it buys</a>";
    CHECK(body(menu + "</ul><p>All prices with VAT.</p>").empty());
    CHECK(body("<script>document.write('It rose by 5%.')</script>").empty());
}

TEST_CASE("html body: a short page that somebody wrote by hand") {
    CHECK(body("<h1>Prices</h1><p>Prices rose 2%.") == "Prices rose 2%.");
    CHECK(body("Prices rose 2%.") == "Prices rose 2%.");
}

}  // namespace figbook::html
