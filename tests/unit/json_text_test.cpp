#include "base/json_text.hpp"

#include "support/catch.hpp"

namespace figbook {
namespace {

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

}  // namespace

TEST_CASE("json text: what must be escaped is, the rest is kept") {
    CHECK(quoted("") == R"("")");
    CHECK(quoted("plain €50 😀") == "\"plain €50 😀\"");
    CHECK(quoted("say \"no\" \\ yes") == R"("say \"no\" \\ yes")");
    CHECK(quoted("a\nb\tc\rd") == R"("a\nb\tc\rd")");
    CHECK(quoted(std::string_view("\x01\x1f\x00", 3)) == R"("\u0001\u001f\u0000")");
}

}  // namespace figbook
