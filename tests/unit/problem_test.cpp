// How a problem is told.
#include "base/problem.hpp"

#include "support/catch.hpp"

using namespace figbook;

TEST_CASE("a problem is told with its place and the way out", "[problem]") {
    CHECK(to_string(Problem{"not valid JSON", "each line must be one object", "a.jsonl", 3, 17}) ==
          "a.jsonl:3: not valid JSON (at byte 17); each line must be one object");
    CHECK(to_string(Problem{"It broke.", "mend it", "", 0, {}}) == "It broke; mend it");
    CHECK(to_string(Problem{"It broke.", "", "", 0, {}}) == "It broke.");
}
