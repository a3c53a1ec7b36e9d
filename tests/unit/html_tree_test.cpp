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
