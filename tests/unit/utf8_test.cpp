#include "base/utf8.hpp"

#include "support/catch.hpp"

namespace figbook {

TEST_CASE("utf8: the first byte that is wrong") {
    CHECK_FALSE(first_invalid_utf8("plain, €50 and 😀").has_value());
    CHECK(first_invalid_utf8("caf\xE9") == 3);
    CHECK(first_invalid_utf8("\xE2\x82") == 0);           // cut short
    CHECK(first_invalid_utf8("a\xC0\xAF") == 1);          // overlong
    CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1);      // a surrogate
    CHECK(first_invalid_utf8("a\xF4\x90\x80\x80") == 1);  // beyond U+10FFFF
}

TEST_CASE("utf8: decode") {
    CHECK(decode_utf8("€", 0).value == U'€');
    CHECK(decode_utf8("€", 0).bytes == 3);
    CHECK(decode_utf8("\xFFz", 0).value == 0xFFFD);
    CHECK(decode_utf8("\xFFz", 0).bytes == 1);
}

TEST_CASE("utf8: lower case") {
    CHECK(lower("ÉCOLE Straße ΑΒΓ") == "école straße αβγ");
}

TEST_CASE("utf8: width and cutting") {
    CHECK(display_width("€50") == 3);
    CHECK(display_width("日本") == 4);
    CHECK(display_width("e\u0301") == 1);
    CHECK(cut_to_width("short", 5) == "short");
    CHECK(cut_to_width("much longer", 5) == "much…");
    CHECK(display_width(cut_to_width("日本日本", 4)) <= 4);
}

}  // namespace figbook

TEST_CASE("printable text cannot steer a terminal", "[utf8]") {
    CHECK(figbook::printable("Zürich, €5") == "Zürich, €5");
    CHECK(figbook::printable("a\x1b[31m\n\x7f") == "a\\u001b[31m\\u000a\\u007f");
    CHECK(figbook::printable("\xc2\x9b"
                             "31m \x9b") == "\\u009b31m \\x9b");
    CHECK(figbook::printable("\u202e05\u202c \u2069") == "\\u202e05\\u202c \\u2069");
    CHECK(figbook::printable("a\tb\r\nc\rd\x1b", figbook::Breaks::kept) == "a\tb\r\nc\\u000dd\\u001b");
}

TEST_CASE("utf8: a text is cut at a word, and never within a character") {
    CHECK(figbook::cut_text("one two three", 20) == "one two three");
    CHECK(figbook::cut_text("one two three", 8) == "one two…");
    CHECK(figbook::cut_text("€€€€", 4) == "€…");
    CHECK(figbook::cut_text("can win. Then", 9) == "can win…");
}
