// Ctrl-C (SIGINT) and SIGTERM while a long command runs: the first is noted, so that it can end in order; another one
// ends the program at once.
//
//     Interruption interruption(control.stop);   // until it goes out of scope, there is one of it
//     ...
//     if (interruption.signal()) return 128 + *interruption.signal();
#pragma once
#include <array>
#include <atomic>
#include <csignal>
#include <optional>

namespace figbook {

class Interruption {
 public:
    // Sets `stop` when the signal comes.
    explicit Interruption(std::atomic<bool>& stop);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    // SIGINT or SIGTERM, where one has come.
    std::optional<int> signal() const;

 private:
    static constexpr std::array<int, 2> signals_{SIGINT, SIGTERM};
    std::array<struct sigaction, signals_.size()> before_{};
};

}  // namespace figbook
