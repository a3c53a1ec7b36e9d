#include "load/jsonl_reader.hpp"
#include "load/plain_text_reader.hpp"
#include "support/catch.hpp"

namespace figbook {

TEST_CASE("plain text: bylines") {
    CHECK(byline_of("By Jane Doe") == "Jane Doe");
    CHECK(byline_of("BY JANE DOE and LI WEI") == "JANE DOE and LI WEI");
    CHECK(byline_of("By Ludwig van der Berg, Science Editor") == "Ludwig van der Berg, Science Editor");
    CHECK(byline_of("By Élise Dupont in Paris") == "Élise Dupont in Paris");
    CHECK(byline_of("By Henry Lau Jr.") == "Henry Lau Jr.");
}

TEST_CASE("plain text: what only begins like a byline") {
    for (const char* line : {"By Monday the price had risen", "By 2030 it will double", "By Jove, it rose.",
                             "By ", "Bye Jane", "By Friday evening", "It rose. By Jane Doe"}) {
        CAPTURE(line);
        CHECK(byline_of(line).empty());
    }
}

TEST_CASE("formats are told apart by what is inside") {
    CHECK(looks_like_jsonl("{\"text\": \"x\"}\n"));
    CHECK(looks_like_jsonl("\xEF\xBB\xBF\n {\"text\": \"x\"}"));
    CHECK(looks_like_jsonl("[\n{\"text\": \"x\"}]"));
    CHECK_FALSE(looks_like_jsonl("{sic} said the paper"));
    CHECK_FALSE(looks_like_jsonl("[Photo] A headline"));
    CHECK_FALSE(looks_like_jsonl("A headline\n{\"text\": 1}"));
    CHECK_FALSE(looks_like_jsonl(""));
    CHECK(looks_like_text("anything"));
    CHECK_FALSE(looks_like_text(std::string_view("a\0b", 3)));
}

}  // namespace figbook
