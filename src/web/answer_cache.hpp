// Answers of the last moment, so that many who look at one page at once cost one answer, also while a load changes the
// database under it. What is in an answer may be a second old.
//
//     if (const auto answer = cache.find("/figures")) return *answer;
//     cache.put("/figures", response);
#pragma once
#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "web/response.hpp"

namespace figbook::web {

class AnswerCache {
 public:
    static constexpr std::chrono::seconds life{1};
    static constexpr std::size_t most_bytes = 32U << 20U;

    // nullptr where there is none, or it is too old.
    std::shared_ptr<const Response> find(const std::string& target);
    void put(const std::string& target, const Response& response);
    // After what was asked for has changed something.
    void clear();

 private:
    using Clock = std::chrono::steady_clock;
    struct Kept {
        std::shared_ptr<const Response> response;
        Clock::time_point until;
    };
    void drop_old();

    std::mutex mutex_;
    std::map<std::string, Kept> kept_;
    std::size_t bytes_ = 0;
};

}  // namespace figbook::web
