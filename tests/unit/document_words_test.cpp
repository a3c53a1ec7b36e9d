// Tokens are compared with words of the program by a hash: it must say the same as the letters do.
#include <string>
#include <vector>

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

namespace {

// The tokens of a text, each with a bar behind it.
std::string cut(const std::string& text) {
    const Document document(text);
    std::string tokens;
    for (std::size_t i = 0; i < document.token_count; ++i) tokens += std::string(document.word(i)) + '|';
    return tokens;
}

}  // namespace

TEST_CASE("tokens: the name of a site is one word, and the address of a page one mark") {
    CHECK(cut("at Booking.com.") == "at|Booking.com|.|");
    CHECK(cut("Booking.com's BBC.co.uk, x.com") == "Booking.com|'s|BBC.co.uk|,|x.com|");
    CHECK(cut("Tarnholt.Com rose") == "Tarnholt.Com|rose|");
    CHECK(cut("U24.com and www.example.org") == "U24.com|and|www.example.org|");
    CHECK(cut("See example.com/2024/07?a=1. It") == "See|example.com/2024/07?a=1|.|It|");
    const Document document("Booking.com example.com/2024");
    CHECK(document.tokens[0].is_word());
    CHECK(document.tokens[0].is_capitalised());
    CHECK_FALSE(document.tokens[1].is_word());
}

TEST_CASE("tokens: a full stop whose blank is lost makes no name") {
    CHECK(cut("It rose.The index") == "It|rose|.|The|index|");
    CHECK(cut("It fell.Net profit") == "It|fell|.|Net|profit|");
    CHECK(cut("rose.Booking.com fell") == "rose|.|Booking.com|fell|");
    CHECK(cut("It was 1.com") == "It|was|1|.|com|");
    CHECK(cut("the net.company") == "the|net|.|company|");
}

// A text is cut by windows of sixty-four bytes, and what is left at its end by a copy of it: both must say the same.
TEST_CASE("tokens: a text reads the same whether it ends there or goes on") {
    const std::string far_off = " and so on to the end of a long line of words";
    const std::vector<std::string> beginnings{
        "Rose a NATO said's fifteenlettersx sixteenlettersxx seventeenlettersx It's, U.S. ab. A. B",
        "EIGHTLET Eightlet eIGHTLET NINELETTE FIFTEENLETTERSX fifteenLettersX SIXTEENLETTERSXX x",
        "“Ça va”… café, naïve—zoë O’Brien’s the firms' $1,300.5 1'000'000 5\u200B0 £2.4bn 14th",
        "Booking.com's rose.The x.com/a/1 U24.co.uk",
        "a  b\tc\n\nd\ne.f!g?h;i:j(k)[l]{m}/n\\o#p%q&r*s+t=u_v~w`x'y\"z",
    };
    for (const std::string& whole : beginnings)
        for (std::size_t length = 1; length <= whole.size(); ++length) {
            if (length < whole.size() && (static_cast<unsigned char>(whole[length]) & 0xC0) == 0x80) continue;
            const std::string text = whole.substr(0, length);
            Tokens alone, longer;
            tokenize(text, alone);
            tokenize(text + far_off, longer);
            INFO(text);
            REQUIRE(longer.size() >= alone.size());
            for (std::size_t i = 0; i < alone.size(); ++i) {
                // What stands behind the last one may make it another: "U.S" and "U.S."
                if (alone[i].end == text.size() && longer[i].end != alone[i].end) break;
                CHECK(alone[i].start == longer[i].start);
                CHECK(alone[i].end == longer[i].end);
                CHECK(alone[i].hash == longer[i].hash);
                CHECK(alone[i].word == longer[i].word);
                CHECK(alone[i].kind == longer[i].kind);
                CHECK(alone[i].flags == longer[i].flags);
            }
        }
}

// Where a window ends must not matter: words that run over its end, blanks and marks at it, words longer than one.
TEST_CASE("tokens: a text reads the same wherever it stands") {
    const std::string text =
        "Rose a NATO said's, Booking.com U24.co.uk (fifteenlettersx) sixteenlettersxx It's U.S. ab. A. B "
        "\"x\" 1,300.5 "
        "Llanfairpwllgwyngyllgo"
        "gerychwyrndrobwllllantysiliogogogochandmore EIGHTLET eIGHTLET “Ça va”… O’Brien’s end";
    Tokens first;
    tokenize("\n" + text + " and so on", first);
    for (std::size_t moved = 1; moved <= 130; ++moved) {
        Tokens tokens;
        // Blank lines before it give it the same flags.
        tokenize(std::string(moved, ' ') + "\n" + text + " and so on", tokens);
        INFO(moved);
        REQUIRE(tokens.size() == first.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            CHECK(tokens[i].start == first[i].start + moved);
            CHECK(tokens[i].end == first[i].end + moved);
            CHECK(tokens[i].hash == first[i].hash);
            CHECK(tokens[i].word == first[i].word);
            CHECK(tokens[i].kind == first[i].kind);
            CHECK(tokens[i].flags == first[i].flags);
        }
    }
}

TEST_CASE("document: each letter of a word counts, however long it is") {
    using namespace std::string_view_literals;
    for (const std::string_view word :
         {"of"sv, "the"sv, "that"sv, "about"sv, "around"sv, "between"sv, "increase"sv, "abcdefghi"sv,
          "abcdefghijklmnop"sv, "abcdefghijklmnopq"sv}) {
        std::string written(word);
        for (std::size_t i = 0; i < word.size(); ++i) {
            INFO(word);
            written[i] = static_cast<char>(word[i] - 32);
            CHECK(Document(written).reads(0, word));
            CHECK_FALSE(Document(written).is(0, word));
            written[i] = word[i] == 'z' ? 'y' : 'z';
            CHECK_FALSE(Document(written).reads(0, word));
            written[i] = word[i];
        }
    }
}

// One is written over what the last one left.
TEST_CASE("document: what was read before says nothing of the next text") {
    const std::string text = "In March NATO spent $5 million, or 3%.";
    const Document first(text);
    { const Document other("A LONGER ONE, of 2023: euros rose; \"she has\" said so. And 7 more."); }
    const Document second(text);
    REQUIRE(second.tokens.size() == first.tokens.size());
    for (std::size_t i = 0; i < first.tokens.size(); ++i) {
        CHECK(second.tokens[i].hash == first.tokens[i].hash);
        CHECK(second.tokens[i].flags == first.tokens[i].flags);
        for (const Sign sign : {Sign::figure, Sign::saying, Sign::currency, Sign::time, Sign::capital})
            CHECK(second.signs.has(i, sign) == first.signs.has(i, sign));
    }
    CHECK(second.signs.next(Sign::capital, 0, second.tokens.size()) == 0);
}

TEST_CASE("signs: the next token with a sign is the one that a look at each finds") {
    const std::string text =
        "In March NATO spent $5 million, or 3%, a report by the bank said; Euros rose in 2023. She has said "
        "so.";
    const Document document(text + "\n\n" + text + " " + text);
    const Vocabulary& words = vocabulary();
    const auto has = [&](std::size_t i, Sign wanted) {
        const Token& token = document.tokens[i];
        switch (wanted) {
            case Sign::figure:
                return token.is_number() || token.is_all_capitals() ||
                       words.is(token.word, WordClass::figure_start);
            case Sign::saying:
                return words.is(token.word, WordClass::attribution_start);
            case Sign::currency:
                return words.is(token.word, WordClass::currency_sign);
            case Sign::time:
                return token.is_number() || words.is(token.word, WordClass::time_start);
            case Sign::capital:
                return token.is_capitalised();
        }
        return false;
    };
    for (const Sign wanted : {Sign::figure, Sign::saying, Sign::currency, Sign::time, Sign::capital}) {
        std::size_t found = 0;
        for (std::size_t end = 0; end <= document.tokens.size(); ++end)
            for (std::size_t begin = 0; begin <= end; ++begin) {
                std::size_t next = begin;
                while (next < end && !has(next, wanted)) ++next;
                CHECK(document.signs.next(wanted, begin, end) == next);
                found += next < end ? 1 : 0;
            }
        CHECK(found > 0);
    }
}

}  // namespace figbook
