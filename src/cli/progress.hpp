// How far a load is, on standard error while it goes on. At a terminal a bar that is drawn anew a few times a second
// and is gone in the end; elsewhere a line every few seconds.
//
//     Progress progress(control, [] { return total_bytes(inputs, options); }, std::chrono::seconds(5));
//     progress.count();                                        // an article, from any thread
//     progress.aside([&] { write_problem(rejected.problem); });   // with no bar in the way
//     progress.end();                                          // before anything else is written
#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "load/read_control.hpp"

namespace figbook {

class Progress {
 public:
    using Clock = std::chrono::steady_clock;
    // How many bytes there are to be read; none where that is not known. Asked once, in a thread of its own.
    using Total = std::function<std::optional<std::uint64_t>()>;

    // `every`: between two lines where standard error is no terminal; 0 shows nothing, at a terminal neither.
    Progress(const ReadControl& control, Total total, std::chrono::duration<double> every);
    ~Progress() { end(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void count() { ++articles_; }
    void aside(const std::function<void()>& write);
    void end();

    // "; 12.3 s, 8,130 articles/s", to be added to a summary; "" where it was short, or nothing is to be shown.
    std::string cost() const;

 private:
    void show_until(const std::stop_token& stop);
    void draw_bar();
    void erase_bar();
    void write_line() const;
    void take_sample();
    double bytes_a_second() const;
    double seconds() const;
    std::string amounts() const;
    std::string time() const;

    struct Sample {
        Clock::time_point time;
        std::uint64_t bytes;
    };

    const ReadControl& control_;
    const Total ask_total_;
    const std::chrono::duration<double> every_;
    const bool at_terminal_;
    const Clock::time_point start_ = Clock::now();
    std::atomic<std::uint64_t> articles_ = 0;

    std::mutex mutex_;  // whoever writes to standard error has it
    std::condition_variable_any wake_;
    std::optional<std::uint64_t> total_;
    std::deque<Sample> samples_;  // of the last seconds, for the rate
    std::size_t drawn_ = 0;       // columns of the bar that stands there
    std::jthread thread_;
};

}  // namespace figbook
