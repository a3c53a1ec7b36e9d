// Looks for the copies of articles in a thread of its own, while their transaction goes on to be written. Inside the store only.
//
//     CopiesBeside beside(path, copies);
//     beside.add(id, published, story);   // behind the INSERT of an article; begins at once
//     beside.finish();                    // before the commit: waits for the last one, and writes what was found
//
// The thread reads by a connection of its own, which sees the database as it was when the transaction began: nobody else
// may write meanwhile. What the transaction has put into it since is what went through add(), and that is in memory; so is what
// the thread finds, until finish(). Links and entries of the index are therefore the same as without it.
#pragma once
#include <SQLiteCpp/Database.h>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "store/copies.hpp"
#include "store/statements.hpp"
#include "store/story.hpp"

namespace figbook {

class CopiesBeside {
 public:
    // The copies must be there as long as this object is.
    CopiesBeside(const std::filesystem::path& path, Copies& copies);
    CopiesBeside(const CopiesBeside&) = delete;
    CopiesBeside& operator=(const CopiesBeside&) = delete;
    ~CopiesBeside();

    // Inside a transaction. The article must be current, and the copies not be used otherwise until finish() or drop().
    void add(std::int64_t id, std::string published, Story story);
    // Throws what the thread has thrown.
    void finish();
    // The same where the transaction is undone: nothing is written.
    void drop();

 private:
    struct Waiting {
        std::int64_t id;
        std::string published;  // "" where it is not known
        Story story;
    };

    void work(const std::stop_token& stop);
    void wait_until_idle();
    void end_reading();

    Copies& copies_;
    SQLite::Database connection_;
    Statements statements_;
    bool is_reading_ = false;
    std::mutex mutex_;
    std::condition_variable_any more_;
    std::condition_variable idle_;
    std::deque<Waiting> waiting_;  // the first one is at work
    std::exception_ptr failure_;
    std::jthread thread_;  // the last member: it is joined before the others go
};

}  // namespace figbook
