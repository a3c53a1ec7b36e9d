#include "web/watcher.hpp"

#include <utility>

#include "base/freed_memory.hpp"
#include "base/problem.hpp"
#include "store/cell.hpp"

namespace figbook::web {

Watcher::Watcher(const std::filesystem::path& database, std::function<void()> has_news)
    : database_(Database::open(database, OpenMode::read_only)), has_news_(std::move(has_news)) {}

// What has gone while it was read is looked at anew.
bool Watcher::step(bool is_due) {
    try {
        return step_of_what_is_there(is_due);
    } catch (const EnvironmentError&) {
        if (!has_changed()) throw;
        keeper_.look(database_);
        return true;
    }
}

bool Watcher::step_of_what_is_there(bool is_due) {
    std::uint64_t wanted = 0;
    {
        const std::lock_guard lock(mutex_);
        wanted = wanted_;
        is_due = is_due || wanted != served_;
    }
    if (keeper_.is_done()) {
        if (!is_due) return false;
        if (!has_changed()) {
            serve(wanted);
            return false;
        }
        keeper_.look(database_);
        looked_for_ = wanted;
    } else if (keeper_.findings() == nullptr && version_ < 0) {
        has_changed();
        keeper_.look(database_);
        looked_for_ = wanted;
    } else {
        keeper_.check_some(database_);
    }
    take_state();
    if (keeper_.is_done()) {
        serve(looked_for_);
        // All of the database was read, or what a load has written: little of that is used again.
        database_.release_memory();
        give_freed_memory_back();
    }
    return true;
}

void Watcher::take_state() {
    const std::lock_guard lock(mutex_);
    state_.to_check = static_cast<std::int64_t>(keeper_.left());
    const bool is_first_count = state_.counts == nullptr && keeper_.counts() != nullptr;
    if (is_first_count || (keeper_.is_done() && state_.findings != keeper_.findings())) {
        state_.counts = keeper_.counts();
        state_.findings = keeper_.findings();
        has_news_();
    }
}

void Watcher::serve(std::uint64_t wanted) {
    const std::lock_guard lock(mutex_);
    if (std::exchange(served_, wanted) != wanted) has_come_.notify_all();
}

void Watcher::rest(std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    has_come_.wait_for(lock, most, [&] { return wanted_ != served_; });
}

void Watcher::hurry(std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    const std::uint64_t wanted = ++wanted_;
    has_come_.notify_all();
    has_come_.wait_for(lock, most, [&] { return served_ >= wanted; });
}

// Since it was last asked.
bool Watcher::has_changed() {
    const std::int64_t now = whole_of(database_.query("PRAGMA data_version").rows.at(0).at(0));
    const bool is_other = std::exchange(version_, now) != now;
    if (is_other) has_news_();
    return is_other;
}

Watcher::State Watcher::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

}  // namespace figbook::web
