// What others tell a reading that goes on, and what it tells them; from other threads, or from a signal handler.
//
//     ReadControl control;
//     options.control = &control;
//     read_articles(inputs, options, sink);   // meanwhile, elsewhere: control.stop = true
#pragma once
#include <atomic>
#include <cstdint>

namespace figbook {

struct ReadControl {
    std::atomic<bool> stop{false};             // true: no more is read, also where a pipe is being waited for
    std::atomic<std::uint64_t> bytes_read{0};  // of files and pipes, as they stand there, packed or not
    static_assert(std::atomic<bool>::is_always_lock_free);  // or a signal handler might wait for itself
};

// Thrown by whatever reads once it was told to stop. What was read before has gone to the sink; of an article that
// was half read, nothing has.
struct Stopped {};

inline void throw_if_stopped(const ReadControl* control) {
    if (control != nullptr && control->stop) throw Stopped{};
}

}  // namespace figbook
