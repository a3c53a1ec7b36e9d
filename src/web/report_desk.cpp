#include "web/report_desk.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <utility>

#include "base/problem.hpp"
#include "web/readers.hpp"

namespace figbook::web {
namespace {

constexpr std::size_t most_kept = 64;
constexpr std::size_t most_waiting = 16;

using Clock = std::chrono::steady_clock;

std::string key_of(const Report& report, const Filters& filters) {
    return fmt::format("{}\n{}\n{}", report.name, filters.in, in_words(filters));
}

// None where that takes longer than a page may look.
std::shared_ptr<const ReportResult> run_at_once(Database& database, const Report& report,
                                                const Filters& filters, std::chrono::milliseconds patience) {
    database.set_deadline(Clock::now() + patience);
    std::shared_ptr<const ReportResult> result;
    try {
        result = std::make_shared<const ReportResult>(run_report(database, report, filters));
    } catch (const TookTooLong&) {
    }
    database.set_deadline(Clock::now() + Readers::page_time);
    return result;
}

}  // namespace

ReportDesk::~ReportDesk() {
    {
        std::unique_lock lock(mutex_);
        is_over_ = true;
        has_work_.notify_all();
        // Again and again: a statement that begins just then is not broken off.
        while (worker_.joinable() && !has_ended_) {
            if (working_ != nullptr) working_->interrupt();
            has_work_.wait_for(lock, std::chrono::milliseconds(10));
        }
    }
    if (worker_.joinable()) worker_.join();
}

ReportDesk::Answer ReportDesk::ask(Database& database, const Report& report, const Filters& filters) {
    const std::string key = key_of(report, filters);
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = kept_.find(key); known != kept_.end()) {
            Kept& kept = known->second;
            kept.asked = ++clock_;
            const bool is_old = kept.state != state_;
            if (is_old && !kept.is_waiting) want(key, kept);
            if (!is_old && !kept.problem.empty()) throw EnvironmentError(kept.problem);
            return {kept.result, is_old};
        }
    }
    if (auto result = run_at_once(database, report, filters, patience_)) return {std::move(result)};
    const std::lock_guard lock(mutex_);
    Kept& kept = kept_[key];
    if (kept.report == nullptr) {
        kept.report = &report;
        kept.filters = filters;
        kept.asked = ++clock_;
        want(key, kept);
        forget_some();
    }
    return {};
}

void ReportDesk::want(const std::string& key, Kept& kept) {
    if (waiting_.size() >= most_waiting) {
        if (kept.result == nullptr) kept_.erase(key);
        throw TookTooLong("too many reports are being made; ask again in a moment");
    }
    // First of all: where no thread is to be had, nothing is said to be waiting for it.
    if (!worker_.joinable()) worker_ = std::thread([this] { work(); });
    kept.is_waiting = true;
    waiting_.push_back(key);
    has_work_.notify_one();
}

void ReportDesk::forget_some() {
    while (kept_.size() > most_kept) {
        auto oldest = kept_.end();
        for (auto one = kept_.begin(); one != kept_.end(); ++one)
            if (!one->second.is_waiting &&
                (oldest == kept_.end() || one->second.asked < oldest->second.asked))
                oldest = one;
        if (oldest == kept_.end()) return;
        kept_.erase(oldest);
    }
}

void ReportDesk::changed() {
    const std::lock_guard lock(mutex_);
    ++state_;
}

void ReportDesk::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        has_work_.wait(lock, [&] { return is_over_ || !waiting_.empty(); });
        if (is_over_) break;
        const std::string key = waiting_.front();
        waiting_.pop_front();
        lock.unlock();
        std::string problem;
        try {
            // Open for the time of a report alone: what SQLite keeps of it goes with it.
            Database database = Database::open(path_, OpenMode::read_only);
            make(database, key);
        } catch (const std::exception& error) {
            // Whatever it is: outside of the thread it would end the server.
            problem = error.what();
        }
        lock.lock();
        Kept& kept = kept_.at(key);
        kept.is_waiting = false;
        if (problem.empty() || is_over_) continue;
        kept.state = state_;
        kept.problem = std::move(problem);
    }
    has_ended_ = true;
    has_work_.notify_all();
}

void ReportDesk::make(Database& database, const std::string& key) {
    const Report* report = nullptr;
    Filters filters;
    std::uint64_t state = 0;
    {
        const std::lock_guard lock(mutex_);
        if (is_over_) return;
        const Kept& kept = kept_.at(key);
        report = kept.report;
        filters = kept.filters;
        state = state_;
        working_ = &database;
    }
    database.set_deadline(Clock::now() + longest);
    std::shared_ptr<const ReportResult> result;
    const auto no_longer = [&] {
        const std::lock_guard lock(mutex_);
        working_ = nullptr;
    };
    try {
        result = std::make_shared<const ReportResult>(run_report(database, *report, filters));
    } catch (...) {
        no_longer();
        throw;
    }
    no_longer();
    const std::lock_guard lock(mutex_);
    Kept& kept = kept_.at(key);
    kept.result = std::move(result);
    kept.problem.clear();
    kept.state = state;
}

}  // namespace figbook::web
