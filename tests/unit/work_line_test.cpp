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

// Works on items up to `most` bytes at a time, each of which then takes `bytes_after`.
template <class Work>
void work_on(Line& line, std::size_t most, std::size_t bytes_after, Work work) {
    line.work(
        most,
        [&](const std::vector<int*>& items) {
            for (int* item : items) work(*item);
        },
        [&](int) { return bytes_after; });
}

// What comes out when the numbers 0 to `count` go through, each of so many bytes, and are worked on by `work`.
template <class Work>
std::vector<int> through(Line& line, int count, std::size_t bytes, std::size_t threads, std::size_t most,
                         Work work) {
    std::vector<int> out;
    std::vector<std::jthread> running;
    for (std::size_t i = 0; i < threads; ++i) running.emplace_back([&] { work_on(line, most, bytes, work); });
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
    };
    for (const std::size_t threads : {1U, 2U, 8U})
        for (const std::size_t most : {1U, 35U, 1U << 20U}) {  // one at a time, three, and all that are there
            Line wide(1U << 20U);
            CHECK(through(wide, 5000, 10, threads, most, work) == doubled(5000));
            Line narrow(25);  // two go in at a time
            CHECK(through(narrow, 2000, 10, threads, most, work) == doubled(2000));
            Line slit(5);  // each is larger than the line
            CHECK(through(slit, 500, 10, threads, most, work) == doubled(500));
            Line empty(100);
            CHECK(through(empty, 0, 10, threads, most, work).empty());
        }
}

TEST_CASE("work line: no more goes in than there is room for", "[pipeline]") {
    Line line(100);
    std::atomic<int> in = 0;
    std::atomic<int> most = 0;
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { work_on(line, 1, 10, [](int&) {}); });
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
    for (int i = 0; i < 2; ++i) threads.emplace_back([&] { work_on(line, 1, 50, [&](int&) { ++done; }); });
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
        work_on(line, 1, 1, [](int& item) {
            if (item == 2) throw std::runtime_error("broken at 2");
        });
    });
    CHECK(line.take() == 0);
    CHECK(line.take() == 1);
    CHECK_THROWS_WITH(line.take(), "broken at 2");
    CHECK(line.take() == 3);
}

TEST_CASE("work line: what is there is worked on together, up to so many bytes", "[pipeline]") {
    Line line(1000);
    for (const std::size_t bytes : {10U, 10U, 10U, 90U, 10U, 10U}) line.put(0, bytes);
    line.close();
    std::vector<std::size_t> together;
    line.work(
        35, [&](const std::vector<int*>& items) { together.push_back(items.size()); },
        [](int) { return std::size_t{1}; });
    CHECK(together == std::vector<std::size_t>{3, 1, 2});  // one that is larger goes alone
}

TEST_CASE("work line: what is thrown comes out in the place of all that were worked on together",
          "[pipeline]") {
    Line line(1000);
    for (int i = 0; i < 3; ++i) line.put(i, 10);
    line.close();
    std::jthread worker([&] {
        work_on(line, 20, 10, [](int& item) {
            if (item == 1) throw std::runtime_error("broken at 1");
        });
    });
    CHECK_THROWS_WITH(line.take(), "broken at 1");
    CHECK_THROWS_WITH(line.take(), "broken at 1");
    CHECK(line.take() == 2);
}

TEST_CASE("work line: who waits for room ends where others have done the rest", "[pipeline]") {
    for (int round = 0; round < 200; ++round) {
        Line line(100);
        for (int i = 0; i < 4; ++i) line.put(i, 1);
        std::atomic<bool> holds = false;
        std::atomic<bool> may_go_on = false;
        std::atomic<bool> is_full = false;
        const auto work = [&](const std::vector<int*>& items) {
            if (*items.front() != 1) return;
            holds = true;
            while (!may_go_on) std::this_thread::yield();
        };
        const auto bytes_of = [&](int item) {
            if (item == 2) is_full = true;
            return item == 0 || item == 2 ? std::size_t{60} : std::size_t{1};
        };
        std::vector<std::jthread> threads;
        threads.emplace_back([&] { line.work(1, work, bytes_of); });
        while (!holds) std::this_thread::yield();
        // This one does 2, and waits before 3: what is done is too much.
        threads.emplace_back([&] { line.work(1, work, bytes_of); });
        while (!is_full) std::this_thread::yield();
        for (int i = 0; i < 20; ++i) std::this_thread::yield();
        line.close();
        CHECK(line.take() == 0);
        may_go_on = true;  // the first one finds room for 3, which is the last
        for (int i = 1; i < 4; ++i) CHECK(line.take() == i);
        threads.clear();
        CHECK(line.take() == std::nullopt);
    }
}

TEST_CASE("work line: to cancel ends all who wait", "[pipeline]") {
    Line line(10);
    std::vector<std::jthread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back([&] { work_on(line, 1, 1, [](int&) {}); });
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
