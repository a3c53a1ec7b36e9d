// A connection whose every step has an end in time: httplib's own waits for each byte anew, so that who sends one a second
// holds a thread for ever.
//
//     Stream stream(socket);
//     stream.allow(std::chrono::seconds(10));   // for all that follows
#pragma once
#include <chrono>
#include <httplib.h>
#include <string>

namespace figbook::web {

class Stream final : public httplib::Stream {
 public:
    explicit Stream(int descriptor) : descriptor_(descriptor) {}

    void allow(std::chrono::milliseconds time) { until_ = Clock::now() + time; }
    bool is_late() const { return Clock::now() >= until_; }
    // False where the other side is gone or nothing comes in that time.
    bool wait_for_bytes(std::chrono::milliseconds time) const;

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char* bytes, size_t size) override;
    ssize_t write(const char* bytes, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return descriptor_; }

 private:
    using Clock = std::chrono::steady_clock;
    bool wait_for(short events, Clock::time_point until) const;

    int descriptor_;
    Clock::time_point until_ = Clock::now();
    // Of what was received and not yet asked for: httplib reads heads byte by byte.
    std::string received_;
    std::size_t at_ = 0;
};

}  // namespace figbook::web
