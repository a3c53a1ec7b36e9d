#include "text/shingles.hpp"

#include <fstream>

#include "support/catch.hpp"

using namespace figbook;

TEST_CASE("shingles: five words each, whatever stands between them", "[shingles]") {
    const auto one = shingles_of("Aid rose to fifty billion euros.");
    REQUIRE(one.size() == 2);
    CHECK(one[0] != one[1]);
    CHECK(shingles_of("AID\n\nrose, to \"fifty\" billion — euros") == one);
    CHECK(shingles_of("(aid) rose\tto fifty\u00a0billion «euros»") == one);
    CHECK(shingles_of("aid rose to fifty billion dollars")[0] == one[0]);
    CHECK(shingles_of("aid rose to fifty billion dollars")[1] != one[1]);
    CHECK(shingles_of("to rose aid fifty billion").front() != one[0]);
    CHECK(shingles_of("aid rose tofifty billion euros now").front() != one[0]);
    CHECK(shingles_of("ai drose to fifty billion").front() != one[0]);
}

TEST_CASE("shingles: case and apostrophes of every script", "[shingles]") {
    CHECK(shingles_of("it doesn't pay ÉCOLE Ώρα") == shingles_of("It doesn’t pay école ώρα"));
    CHECK(shingles_of("it doesn't pay ÉCOLE Ώρα") == shingles_of("it does\u00adnt pay\u200b école ώρα"));
    CHECK(shingles_of("a b c d e") != shingles_of("a b c d é"));
}

TEST_CASE("shingles: none of fewer than five words; odd bytes are words like others", "[shingles]") {
    CHECK(shingles_of("").empty());
    CHECK(shingles_of("...").empty());
    CHECK(shingles_of("one two three four").empty());
    CHECK(shingles_of("one two three four five").size() == 1);
    CHECK(shingles_of(std::string("\xff\xfe \xe2\x80 b c d e", 14)).size() == 2);
}

TEST_CASE("shingles: the same numbers for ever, since databases keep them", "[shingles]") {
    const auto found = shingles_of("Prices rose by 5 per cent in Malmö’s shops.");
    REQUIRE(found.size() == 5);
    for (const std::uint64_t shingle : found) CHECK(shingle < shingle_range);
    CHECK(found.front() == 0xaceadf5d4a50U);
    CHECK(found.back() == 0x830ab23fc1adU);
}

TEST_CASE("shingles: of an endless text the beginning alone", "[shingles]") {
    std::string text;
    for (std::size_t i = 0; i < 2 * shingled_words; ++i) text += std::to_string(i) + " ";
    CHECK(shingles_of(text).size() == shingled_words - shingle_words + 1);
}
