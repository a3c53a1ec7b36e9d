// The connections by which pages read: a few, since each takes memory and a machine has few processors; who finds none
// free waits.
//
//     Readers readers("figbook.db", 4);
//     readers.with([&](Database& database) { ... });   // within the time that a page may take
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <mutex>
#include <vector>

#include "store/database.hpp"

namespace figbook::web {

class Readers {
 public:
    static constexpr std::chrono::seconds page_time{5};
    static constexpr std::chrono::seconds waiting_time{20};  // for a connection

    Readers(const std::filesystem::path& path, std::size_t count);

    // With each, one after the other; who wants one meanwhile waits.
    void with_each(const std::function<void(Database&)>& work);
    // Throws TookTooLong where none becomes free, or the queries have not ended, in time.
    void with(const std::function<void(Database&)>& work);

 private:
    Database take();
    void give_back(Database database);

    std::mutex mutex_;
    std::condition_variable given_back_;
    std::vector<Database> free_;
};

}  // namespace figbook::web
