// Tokens are compared with words of the program by a hash: it must say the same as the letters do.
#include "support/catch.hpp"
#include "text/document.hpp"

namespace figbook {

TEST_CASE("document: a token reads as a word whatever its case, and is one only as it is written") {
    const Document document("THAT that Internationalisation IT’S 2,000 — O'Brien’s");
    CHECK(document.reads(0, "that"));
    CHECK_FALSE(document.is(0, "that"));
    CHECK(document.is(0, "THAT"));
    CHECK(document.is(1, "that"));
    CHECK(document.reads(2, "internationalisation"));
    CHECK_FALSE(document.reads(2, "internationalization"));
    CHECK(document.reads(3, "it"));
    CHECK(document.is(5, "2,000"));
    CHECK(document.is(6, "—"));
    CHECK(document.reads(7, "o'brien"));
    CHECK_FALSE(document.reads(document.tokens.size(), "that"));
    CHECK_FALSE(document.is(document.tokens.size(), "that"));
}

TEST_CASE("document: words that share their first and last eight letters are told apart") {
    const Document document("counterproductiveness counterfeitproductiveness");
    CHECK(document.reads(0, "counterproductiveness"));
    CHECK_FALSE(document.reads(1, "counterproductiveness"));
    const Document twin("abcdefghXYijklmnop");
    CHECK_FALSE(twin.reads(0, "abcdefghvwijklmnop"));
    CHECK(twin.reads(0, "abcdefghxyijklmnop"));
}

TEST_CASE("document: a word of a list is found wherever it stands in it") {
    const Document document("Until now");
    CHECK(document.reads_any(0, {"since", "until"}));
    CHECK(document.reads_any(0, {"until", "since"}));
    CHECK_FALSE(document.reads_any(0, {"now", "then"}));
    CHECK(document.reads_any(1, {"now"}));
}

}  // namespace figbook
