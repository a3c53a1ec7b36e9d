#include "html/blocks.hpp"
#include "html/entities.hpp"
#include "html/tree.hpp"
#include "support/catch.hpp"

namespace figbook::html {
namespace {

std::string decoded(std::string_view raw, EntityPlace place = EntityPlace::text) {
    std::string text;
    append_decoded(text, raw, place);
    return text;
}

// The page's blocks, each on a line.
std::string lines_of(std::string_view page) {
    const Tree tree(page);
    const Blocks blocks = find_blocks(tree, [](NodeId) { return false; });
    std::string lines;
    for (const Block& block : blocks.list) lines += std::string(blocks.text(block)) + "\n";
    return lines;
}

std::size_t depth_of(const Tree& tree, NodeId id) {
    std::size_t depth = 0;
    for (NodeId at = tree[id].parent; at != no_node; at = tree[at].parent) ++depth;
    return depth;
}

}  // namespace

TEST_CASE("html: entities by name and number") {
    CHECK(decoded("5&nbsp;&euro; &amp; &lt;b&gt;") == "5\u00A0€ & <b>");
    CHECK(decoded("&#8364;&#x20AC;&#150;") == "€€–");  // 150 is Windows-1252's dash
    CHECK(decoded("AT&T &c. &unknown; &") == "AT&T &c. &unknown; &");
    CHECK(decoded("&pound5 &notin; &notit") == "£5 ∉ ¬it");
    CHECK(decoded("?a=1&copy=2&reg", EntityPlace::attribute) == "?a=1&copy=2®");
    CHECK(decoded("&#0;&#xD800;&#99999999999;") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("html: elements that end without an end tag") {
    CHECK(lines_of("<p>a<p>b<ul><li>c<li>d</ul>e") == "a\nb\nc\nd\ne\n");
    CHECK(lines_of("<table><tr><td>1<td>2<tr><td>3") == "1 | 2\n3\n");
    CHECK(lines_of("<dl><dt>a<dd>b<dt>c</dl>") == "a\nb\nc\n");
    CHECK(lines_of("<b><div>a</b>b</div>c") == "ab\nc\n");
    CHECK(lines_of("<div>a</span></p>b</div>c") == "ab\nc\n");
    CHECK(lines_of("<table><tr><td>a</div>b</td></tr></table>c") == "ab\nc\n");
}

TEST_CASE("html: what is text and what is not") {
    CHECK(lines_of("a < b, c > d") == "a < b, c > d\n");
    CHECK(lines_of("a<!-- <p>no</p> -->b<!-->c<!---->d<? x ?>e") == "abcde\n");
    CHECK(lines_of("<script>if (a </b) '<p>'</script>a<style>p{}</style><noscript>no</noscript>") == "a\n");
    CHECK(lines_of("<svg><title>no</title><path/></svg>a<template><p>no</template>") == "a\n");
    CHECK(lines_of("<textarea><p>no</textarea>a<title>no") == "a\n");
    CHECK(lines_of("<p title='a>b' hidden=x>a") == "a\n");
}

TEST_CASE("html: words are whole") {
    CHECK(lines_of("<p>€<b>5</b>bn, <i>Har</i>bour, sol<wbr>dier, Wed\u00ADnesday") ==
          "€5bn, Harbour, soldier, Wednesday\n");
    CHECK(lines_of("<p>5\u00A0million, 1\u00A0000 men<sup><a href=#n>2</a></sup>") ==
          "5 million, 1\u00A0000 men\n");
    CHECK(lines_of("<p>One<br>Two<br/><br>Three") == "One\nTwo\nThree\n");
    CHECK(lines_of("<p>Prices rose<br>by 2%, and<br>wages fell.<br>so they say<br>Ann Lee<br>Northby") ==
          "Prices rose by 2%, and wages fell.\nso they say\nAnn Lee\nNorthby\n");
    CHECK(lines_of("<p>one <span> two</span>\n\tthree ") == "one two three\n");
}

TEST_CASE("html: what is struck out is no text, what is put in is") {
    CHECK(lines_of("<p>It cost <s>$90 million</s> <del>$91 million</del> <STRIKE>$92 million</STRIKE> "
                   "<ins>$80 million</ins>.") == "It cost $80 million.\n");
    CHECK(lines_of("<del><p>It cost $90 million.</p></del><p>It cost $80 million.") ==
          "It cost $80 million.\n");
    CHECK(lines_of("<p>a <s>b<p>c") == "a\nc\n");
    const Tree headline("<h1>Bridge cost <del>$90</del> <ins>$80</ins> million</h1>");
    CHECK(headline.text_inside(0) == "Bridge cost $80 million");
}

TEST_CASE("html: a raised number is no digit of the number before it") {
    CHECK(lines_of("<p>10<sup>6</sup> ships, 10<SUP><b>-12</b></SUP> m, 2<sup>32</sup>, 10 <sup>9</sup>") ==
          "10⁶ ships, 10⁻¹² m, 2³², 10 ⁹\n");
    CHECK(lines_of("<p>10<sup>6.5</sup>, 17<sub>10</sub>") == "10^6.5, 17₁₀\n");
    CHECK(lines_of("<p>3<sup>1</sup>/<sub>2</sub> miles, <sup>3</sup>⁄<sub>4</sub>") == "3 1/2 miles, 3⁄4\n");
    CHECK(lines_of("<p>the 3<sup>rd</sup>, 30 km<sup>2</sup>, CO<sub>2</sub>, $4<sup>.99</sup>") ==
          "the 3rd, 30 km2, CO2, $4.99\n");
}

TEST_CASE("html: the mark of a footnote is left out") {
    CHECK(lines_of("<p>400<sup>[3]</sup> visitors, 500 <sup>4</sup> cars, 12<sup>1</sup>%, 5%<sup>2</sup>, "
                   "7<sup>*</sup>, "
                   "9<sup>1,2</sup> men<sup>(b)</sup>") == "400 visitors, 500 cars, 12%, 5%, 7, 9 men\n");
    CHECK(lines_of("<p>It rose.<sup>3</sup> 5 visitors<sup>4</sup> came”<sup>5</sup> by") ==
          "It rose. 5 visitors came” by\n");
    CHECK(lines_of("<p><sup>1</sup> Of the council.") == "Of the council.\n");
}

TEST_CASE("html: a table that lays out the page is no table") {
    CHECK(lines_of("<table><tr><td><p>a</p><table><tr><td>1<td>2</table><td>b</table>") == "a\n1 | 2\nb\n");
}

TEST_CASE("html: however deep a page is, the tree is not") {
    std::string page;
    for (int i = 0; i < 100000; ++i) page += "<div>";
    page += "<p>a</p>";
    for (int i = 0; i < 100000; ++i) page += "</div>";
    page += "<p>b</p>";
    const Tree tree(page);
    std::size_t most = 0;
    for (NodeId id = 0; id < tree.size(); ++id) most = std::max(most, depth_of(tree, id));
    CHECK(most <= deepest);
    CHECK(lines_of(page) == "a\nb\n");
}

TEST_CASE("html: attributes") {
    const Tree tree("<p ID=a class='x y' id=b data-x=1 Hidden HREF=\"?a&amp;b\"/>");
    CHECK(tree.attribute(1, Attribute::id) == "a");
    CHECK(tree.attribute(1, Attribute::class_) == "x y");
    CHECK(tree.attribute(1, Attribute::href) == "?a&b");
    CHECK(tree.has(1, Attribute::hidden));
    CHECK_FALSE(tree.has(1, Attribute::style));
}

}  // namespace figbook::html
