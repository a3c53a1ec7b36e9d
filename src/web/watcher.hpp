// Looks after what is made beside the pages: after each change of the database the figures that are new are read and
// checked, while pages go on to show the last state.
//
//     Watcher watcher("figbook.db", [&] { answers.clear(); });
//     while (!stop) if (!watcher.step(is_due)) sleep;     // in one thread
//     watcher.state().findings                            // in any
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>

#include "web/findings_keeper.hpp"

namespace figbook::web {

class Watcher {
 public:
    struct State {
        std::shared_ptr<const Findings> findings;  // nullptr: they are not made yet
        std::shared_ptr<const Counts> counts;      // the same
        std::int64_t to_check = 0;                 // articles that are new or changed since
    };

    // `has_news` is called, in the thread of step(), where the state is another one, or the database has changed.
    Watcher(const std::filesystem::path& database, std::function<void()> has_news);

    // A look after a change of the database and at the beginning, and then some articles at a time. A look is only taken
    // where it is due. False where there was nothing to do.
    bool step(bool is_due);
    State state() const;

    // For the thread of step(): until somebody hurries, or the time is over.
    void rest(std::chrono::milliseconds most);
    // For those that have changed the database: waits until the state has it, or the time is over.
    void hurry(std::chrono::milliseconds most);

 private:
    bool step_of_what_is_there(bool is_due);
    bool has_changed();
    void take_state();
    void serve(std::uint64_t wanted);

    Database database_;
    std::function<void()> has_news_;
    std::int64_t version_ = -1;
    FindingsKeeper keeper_;
    std::uint64_t looked_for_ = 0;  // as wanted_, at the last look
    mutable std::mutex mutex_;      // of all that follows
    std::condition_variable has_come_;
    State state_;
    std::uint64_t wanted_ = 0;  // how often somebody has hurried
    std::uint64_t served_ = 0;  // the last of those that the state has
};

}  // namespace figbook::web
