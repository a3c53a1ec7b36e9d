#include "pipeline/work_line.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.hpp"

using namespace figbook;

namespace {

using Line = WorkLine<int>;

// What comes out when the numbers 0 to `count` go through, each of so many bytes, and are worked on by `work`.
template <class Work>
std::vector<int> through(Line& line, int count, std::size_t bytes, std::size_t threads, Work work) {
    std::vector<int> out;
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < threads; ++i) running.emplace_back([&] { line.work(work); });
    running.emplace_back([&] {
        while (const auto item = line.take()) out.push_back(*item);
    });
    for (int i = 0; i < count; ++i) line.put(i, bytes);
    line.close();
    for (std::jthread& thread : running) thread.join();
    return out;
}

std::vector<int> doubled(int count) {
    std::vector<int> all;
    for (int i = 0; i < count; ++i) all.push_back(2 * i);
    return all;
}

}  // namespace

TEST_CASE("work line: what comes out is in the order in which it went in", "[pipeline]") {
    const auto work = [](int& item) {
        // Some take far longer than others, so that threads overtake each other.
        if (item % 7 == 0)
            for (int i = 0; i < 20; ++i) std::this_thread::yield();
        item *= 2;
        return std::size_t{10};
    };
    for (const std::size_t threads : {1U, 2U, 8U}) {
        Line wide(1U << 20U);
        CHECK(through(wide, 5000, 10, threads, work) == doubled(5000));
        Line narrow(25);  // two go in at a time
        CHECK(through(narrow, 2000, 10, threads, work) == doubled(2000));
        Line slit(5);  // each is larger than the line
        CHECK(through(slit, 500, 10, threads, work) == doubled(500));
        Line empty(100);
        CHECK(through(empty, 0, 10, threads, work).empty());
    }
}

TEST_CASE("work line: no more goes in than there is room for", "[pipeline]") {
    Line line(100);
    std::atomic<int> in = 0;
    std::atomic<int> most = 0;
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { line.work([](int&) { return std::size_t{10}; }); });
    threads.emplace_back([&] {
        while (line.take()) {
            most = std::max<int>(most, in);
            --in;
        }
    });
    for (int i = 0; i < 3000; ++i) {
        line.put(i, 10);
        ++in;
    }
    line.close();
    threads.clear();
    // Ten fit; the one that was taken and the one that was just put are not counted yet.
    CHECK(most <= 12);
}

TEST_CASE("work line: what becomes larger by the work is waited for too", "[pipeline]") {
    Line line(100);
    std::atomic<int> done = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&] {
            line.work([&](int&) {
                ++done;
                return std::size_t{50};
            });
        });
    int taken = 0;
    int most = 0;
    threads.emplace_back([&] {
        while (line.take()) most = std::max(most, done - taken++);
    });
    for (int i = 0; i < 3000; ++i) line.put(i, 1);
    line.close();
    threads.clear();
    CHECK(taken == 3000);
    // Two that fit, two that were begun before there were so many, and the one that was just taken.
    CHECK(most <= 5);
}

TEST_CASE("work line: what the work throws comes out in the place of its item", "[pipeline]") {
    Line line(1000);
    for (int i = 0; i < 5; ++i) line.put(i, 1);
    line.close();
    std::jthread worker([&] {
        line.work([](int& item) {
            if (item == 2) throw std::runtime_error("broken at 2");
            return std::size_t{1};
        });
    });
    CHECK(line.take() == 0);
    CHECK(line.take() == 1);
    CHECK_THROWS_WITH(line.take(), "broken at 2");
    CHECK(line.take() == 3);
}

TEST_CASE("work line: to cancel ends all who wait", "[pipeline]") {
    Line line(10);
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back([&] { line.work([](int&) { return std::size_t{1}; }); });
    threads.emplace_back([&] {
        while (line.put(1, 10)) {
        }
    });
    CHECK(line.take() == 1);
    line.cancel();
    threads.clear();
    CHECK(line.take() == std::nullopt);
    CHECK_FALSE(line.put(1, 1));
}
