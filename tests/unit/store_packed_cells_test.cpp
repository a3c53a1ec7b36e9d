#include <limits>
#include <string>

#include "store/packed_cells.hpp"
#include "support/catch.hpp"

using namespace figbook;

TEST_CASE("packed cells: they come back as they were") {
    const std::vector<Value> cells{Value(),
                                   std::int64_t{0},
                                   std::int64_t{-1},
                                   std::int64_t{64},
                                   std::numeric_limits<std::int64_t>::max(),
                                   std::numeric_limits<std::int64_t>::min(),
                                   1.5,
                                   -0.1,
                                   std::string(),
                                   std::string("a\0b", 3),
                                   std::string(300, 'x')};
    CHECK(unpacked(packed(cells)) == cells);
    CHECK(unpacked("") == std::vector<Value>{});
    CHECK(packed({std::int64_t{-64}}).size() == 2);
}

TEST_CASE("packed cells: bytes that are none are known as such") {
    const std::string bytes = packed({std::string("euro"), std::int64_t{1000}, 2.5});
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        CAPTURE(size);
        const auto cells = unpacked(std::string_view(bytes).substr(0, size));
        CHECK((!cells || cells->size() < 3));
    }
    CHECK_FALSE(unpacked("x"));
    CHECK_FALSE(unpacked("t\x7f"));
    CHECK_FALSE(unpacked("i" + std::string(12, '\xff')));
}
