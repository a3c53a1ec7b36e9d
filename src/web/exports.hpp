// Lists that are written while they are sent, each over a connection to the database of its own, so that who takes one slowly
// holds no page.
//
//     Exports exports("figbook.db");
//     const auto database = exports.take();     // given back when the last copy is gone
#pragma once
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include "store/database.hpp"

namespace figbook::web {

class Exports {
 public:
    explicit Exports(std::filesystem::path path) : path_(std::move(path)) {}

    // Throws TookTooLong where as many as may be on their way at once are.
    std::shared_ptr<Database> take();

 private:
    static constexpr int most = 4;
    static constexpr std::chrono::seconds time{600};

    std::filesystem::path path_;
    std::atomic<int> on_their_way_ = 0;
};

}  // namespace figbook::web
