#include "cli/progress.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <vector>

#include "base/decimal.hpp"
#include "cli/terminal.hpp"

namespace figbook {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds redraw_every{200};
constexpr seconds rate_window{10};
// What is shorter needs no bar, and no word on how long it took.
constexpr milliseconds bar_after{400};
constexpr double told_after_seconds = 1;
constexpr std::size_t least_bar = 10;
constexpr std::size_t most_bar = 40;

std::string bytes_text(double bytes) {
    if (bytes >= 1e9) return fmt::format("{:.2f} GB", bytes / 1e9);
    if (bytes >= 1e6) return fmt::format("{:.1f} MB", bytes / 1e6);
    return fmt::format("{:.0f} KB", bytes / 1e3);
}

// "0:07", "1:02:03".
std::string clock_text(double passed) {
    const auto all = static_cast<std::uint64_t>(passed);
    if (all < 3600) return fmt::format("{}:{:02}", all / 60, all % 60);
    return fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
}

// In one piece. Standard error that was closed keeps no one from going on.
void write_raw(std::string_view first, std::string_view second = {}, std::string_view third = {}) {
    const std::string text = fmt::format("{}{}{}", first, second, third);
    std::fputs(text.c_str(), stderr);
}

// As many of the parts as fit, without those at the end that do not.
std::string fitting(const std::vector<std::string>& parts, std::size_t width) {
    std::string text;
    for (const std::string& part : parts) {
        const std::size_t gap = text.empty() ? 0 : 2;
        if (part.empty() || text.size() + gap + part.size() > width) continue;
        text.append(gap, ' ').append(part);
    }
    return text;
}

std::string bar(double share, std::size_t room) {
    if (room < least_bar + 4) return "";
    const std::size_t width = std::min(room - 4, most_bar);
    const auto full = static_cast<std::size_t>(share * static_cast<double>(width));
    return fmt::format("  [{}{}]", std::string(full, '#'), std::string(width - full, '.'));
}

}  // namespace

Progress::Progress(const ReadControl& control, Total total, std::chrono::duration<double> every)
    : control_(control), ask_total_(std::move(total)), every_(every), at_terminal_(is_terminal(stderr)) {
    if (every_.count() > 0) thread_ = std::jthread([this](const std::stop_token& stop) { show_until(stop); });
}

void Progress::end() {
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
    const std::lock_guard lock(mutex_);
    erase_bar();
}

void Progress::aside(const std::function<void()>& write) {
    const std::lock_guard lock(mutex_);
    const bool stood = drawn_ > 0;
    erase_bar();
    write();
    if (stood) draw_bar();
}

void Progress::show_until(const std::stop_token& stop) {
    const auto step = at_terminal_ ? std::chrono::duration<double>(redraw_every) : every_;
    std::unique_lock lock(mutex_);
    const auto wait = [&](std::chrono::duration<double> time) {
        wake_.wait_for(lock, stop, time, [] { return false; });
    };
    wait(at_terminal_ ? std::chrono::duration<double>(bar_after) : every_);
    if (stop.stop_requested()) return;
    // Whole folders may have to be looked through: messages must not wait for that.
    lock.unlock();
    const std::optional<std::uint64_t> total = ask_total_();
    lock.lock();
    for (total_ = total; !stop.stop_requested(); wait(step)) {
        take_sample();
        if (at_terminal_)
            draw_bar();
        else
            write_line();
    }
}

void Progress::take_sample() {
    const Clock::time_point now = Clock::now();
    if (samples_.empty()) samples_.push_back({start_, 0});
    samples_.push_back({now, control_.bytes_read});
    while (samples_.size() > 2 && samples_[1].time < now - rate_window) samples_.pop_front();
}

double Progress::bytes_a_second() const {
    const std::chrono::duration<double> passed = samples_.back().time - samples_.front().time;
    return static_cast<double>(samples_.back().bytes - samples_.front().bytes) /
           std::max(passed.count(), 1e-3);
}

double Progress::seconds() const {
    return std::chrono::duration<double>(Clock::now() - start_).count();
}

std::string Progress::amounts() const {
    const std::uint64_t articles = articles_;
    return fmt::format("{} article{}", grouped(std::to_string(articles)), articles == 1 ? "" : "s");
}

// What is left where that can be known, else what has passed.
std::string Progress::time() const {
    const std::uint64_t bytes = samples_.back().bytes;
    const double rate = bytes_a_second();
    if (!total_ || bytes > *total_ || rate <= 0) return clock_text(seconds());
    return clock_text(static_cast<double>(*total_ - bytes) / rate) + " left";
}

void Progress::draw_bar() {
    const std::size_t columns = message_width();
    const std::size_t width =
        columns > 1 ? columns - 1 : columns;  // many wrap where the last column is filled
    const std::uint64_t bytes = samples_.back().bytes;
    const std::string rate = bytes_text(bytes_a_second()) + "/s";
    std::string line;
    if (control_.stop) {
        line = fitting({"stopping", "what was read is stored", "Ctrl-C again ends at once"}, width);
    } else if (total_ && *total_ > 0) {
        const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(*total_));
        line = fitting({fmt::format("{:.0f}%", std::min(99.0, share * 100)), amounts(), time(), rate}, width);
        line += bar(share, width - line.size());
    } else {
        line = fitting({amounts(), bytes_text(static_cast<double>(bytes)), rate, time()}, width);
    }
    const std::size_t columns_now = line.size();
    if (drawn_ > line.size()) line.append(drawn_ - line.size(), ' ');
    write_raw("\r", line);
    drawn_ = columns_now;
}

void Progress::erase_bar() {
    if (drawn_ == 0) return;
    write_raw("\r", std::string(drawn_, ' '), "\r");
    drawn_ = 0;
}

void Progress::write_line() const {
    std::string line = "figbook: ";
    const std::uint64_t bytes = samples_.back().bytes;
    if (total_ && *total_ > 0)
        line += fmt::format("{:.0f}%, ",
                            std::min(99.0, static_cast<double>(bytes) / static_cast<double>(*total_) * 100));
    line += fmt::format("{}, {}, {}/s, {}\n", amounts(), bytes_text(static_cast<double>(bytes)),
                        bytes_text(bytes_a_second()), time());
    write_raw(line);
}

std::string Progress::cost() const {
    const double passed = seconds();
    if (every_.count() <= 0 || passed < told_after_seconds) return "";
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(articles_) / passed);
    return fmt::format("; {:.1f} s, {} articles/s", passed, grouped(std::to_string(rate)));
}

}  // namespace figbook
