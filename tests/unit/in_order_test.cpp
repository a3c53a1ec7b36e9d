#include "base/in_order.hpp"

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "support/catch.hpp"

using namespace figbook;

TEST_CASE("in order: results are used in their order, whatever the number of threads") {
    for (const std::size_t threads : {1U, 2U, 7U})
        for (const std::size_t most_ahead : {1U, 3U, 64U}) {
            std::vector<std::size_t> used;
            make_in_order<std::size_t>(
                500, threads, most_ahead, [](std::size_t, std::size_t i) { return i; },
                [&](std::size_t i) { used.push_back(i); });
            std::vector<std::size_t> all(500);
            std::iota(all.begin(), all.end(), 0);
            CHECK(used == all);
        }
    make_in_order<int>(
        0, 2, 4, [](std::size_t, std::size_t) { return 1; }, [](int) { FAIL(); });
}

TEST_CASE("in order: nobody runs further ahead than allowed") {
    std::atomic<std::size_t> used = 0;
    std::atomic<bool> too_far = false;
    make_in_order<std::size_t>(
        300, 3, 8,
        [&](std::size_t, std::size_t i) {
            // What is used counts a moment after its place is free.
            if (i > used + 8) too_far = true;
            return i;
        },
        [&](std::size_t) { ++used; });
    CHECK(!too_far);
}

TEST_CASE("in order: what goes wrong ends all, behind what was used before") {
    const auto make = [](std::size_t, std::size_t i) {
        if (i == 20) throw std::runtime_error("made wrong");
        return i;
    };
    std::vector<std::size_t> used;
    CHECK_THROWS_WITH(make_in_order<std::size_t>(100, 3, 4, make, [&](std::size_t i) { used.push_back(i); }),
                      "made wrong");
    CHECK(used.size() == 20);
    CHECK_THROWS_WITH(make_in_order<std::size_t>(100, 3, 4, make,
                                                 [](std::size_t i) {
                                                     if (i == 10) throw std::runtime_error("used wrong");
                                                 }),
                      "used wrong");
}
