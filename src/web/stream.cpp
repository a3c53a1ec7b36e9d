#include "web/stream.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>

namespace figbook::web {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t received_at_once = 16U << 10U;
constexpr ssize_t slowest_bytes_a_second = 16 << 10;

}  // namespace

bool Stream::wait_for(short events, Clock::time_point until) const {
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        if (left <= 0) return false;
        pollfd waiting{descriptor_, events, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long long>(left, 60'000)));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

bool Stream::wait_for_bytes(std::chrono::milliseconds time) const {
    return at_ < received_.size() || wait_for(POLLIN, Clock::now() + time);
}

bool Stream::is_readable() const {
    return at_ < received_.size() || wait_for(POLLIN, until_);
}

bool Stream::is_writable() const {
    return wait_for(POLLOUT, until_);
}

ssize_t Stream::read(char* bytes, size_t size) {
    if (at_ >= received_.size()) {
        std::array<char, received_at_once> block{};
        ssize_t got = -1;
        do {
            if (!wait_for(POLLIN, until_)) return -1;
            got = ::recv(descriptor_, block.data(), block.size(), MSG_DONTWAIT);
        } while (got < 0 && (errno == EAGAIN || errno == EINTR));
        if (got <= 0) return got;
        received_.assign(block.data(), static_cast<std::size_t>(got));
        at_ = 0;
    }
    const std::size_t taken = std::min(size, received_.size() - at_);
    std::copy_n(received_.data() + at_, taken, bytes);
    at_ += taken;
    return static_cast<ssize_t>(taken);
}

ssize_t Stream::write(const char* bytes, size_t size) {
    for (;;) {
        const ssize_t sent = ::send(descriptor_, bytes, size, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent >= 0) {
            // Long lists take their time; who takes less than this holds a thread no longer than for a page.
            until_ += milliseconds(sent * 1000 / slowest_bytes_a_second);
            return sent;
        }
        if (errno != EAGAIN && errno != EINTR) return -1;
        if (!wait_for(POLLOUT, until_)) return -1;
    }
}

// Nobody asks: no page depends on where it is read.
void Stream::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip.clear();
    port = 0;
}
void Stream::get_local_ip_and_port(std::string& ip, int& port) const {
    ip.clear();
    port = 0;
}

}  // namespace figbook::web
