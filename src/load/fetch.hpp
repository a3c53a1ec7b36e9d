// What stands at an address of the web. Only http and https, also behind redirections; within limits of time, size and
// redirections; and from the internet alone: an address of this machine or its network is refused when it is connected
// to, so that no name and no redirection leads there, unless the user allows it.
//
//     Result<Input::Fetched> page = fetch("https://post.example/a", {});
#pragma once
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "load/input.hpp"

namespace figbook {

struct FetchOptions {
    std::chrono::seconds time{60};   // in all, for one address
    std::size_t bytes = 64U << 20U;  // unpacked
    long redirects = 5;
    bool allow_private = false;  // then the environment's proxy is used too
};

// "https://...", "ftp://...": no name of a file.
bool is_web_name(std::string_view name);

// The problem names the address, and says what the server answered or why it could not be reached.
// Throws Stopped where the control says so.
Result<Input::Fetched> fetch(const std::string& address, const FetchOptions& options,
                             const ReadControl* control = nullptr);

}  // namespace figbook
