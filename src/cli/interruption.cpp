#include "cli/interruption.hpp"

namespace figbook {
namespace {

std::atomic<std::atomic<bool>*> stop_flag = nullptr;
std::atomic<int> noted = 0;
static_assert(std::atomic<std::atomic<bool>*>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void note_signal(int number) {
    noted = number;
    if (std::atomic<bool>* stop = stop_flag) *stop = true;
}

}  // namespace

Interruption::Interruption(std::atomic<bool>& stop) {
    noted = 0;
    stop_flag = &stop;
    struct sigaction action {};
    action.sa_handler = note_signal;
    // No SA_RESTART: what waits for a server or a pipe is to look up. SA_RESETHAND: the second one kills.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (std::size_t i = 0; i < signals_.size(); ++i) {
        ::sigaction(signals_[i], nullptr, &before_[i]);
        // Whoever runs this in the background has said that it does not want to be disturbed.
        if (before_[i].sa_handler != SIG_IGN) ::sigaction(signals_[i], &action, nullptr);
    }
}

Interruption::~Interruption() {
    for (std::size_t i = 0; i < signals_.size(); ++i) ::sigaction(signals_[i], &before_[i], nullptr);
    stop_flag = nullptr;
}

std::optional<int> Interruption::signal() const {
    if (noted == 0) return std::nullopt;
    return noted;
}

}  // namespace figbook
