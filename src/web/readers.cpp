#include "web/readers.hpp"

#include <utility>

namespace figbook::web {

Readers::Readers(const std::filesystem::path& path, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) free_.push_back(Database::open(path, OpenMode::read_only));
}

Database Readers::take() {
    std::unique_lock lock(mutex_);
    if (!given_back_.wait_for(lock, waiting_time, [&] { return !free_.empty(); }))
        throw TookTooLong("there are more questions than can be answered in time");
    Database database = std::move(free_.back());
    free_.pop_back();
    return database;
}

void Readers::give_back(Database database) {
    database.set_deadline(std::nullopt);
    {
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(database));
    }
    given_back_.notify_one();
}

void Readers::with_each(const std::function<void(Database&)>& work) {
    const std::lock_guard lock(mutex_);
    for (Database& database : free_) work(database);
}

void Readers::with(const std::function<void(Database&)>& work) {
    Database database = take();
    try {
        database.set_deadline(std::chrono::steady_clock::now() + page_time);
        work(database);
    } catch (...) {
        give_back(std::move(database));
        throw;
    }
    give_back(std::move(database));
}

}  // namespace figbook::web
