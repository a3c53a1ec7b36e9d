// Reports for pages. One of a million figures takes longer than a reader waits: it is then made beside the pages, kept, and
// shown again as long as nothing changes; after a change the last one is shown while it is made anew.
//
//     ReportDesk desk("figbook.db");
//     const auto answer = desk.ask(database, report, filters);
//     if (!answer.result) ...      // it is being made; ask again in a moment
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "report/report.hpp"

namespace figbook::web {

class ReportDesk {
 public:
    static constexpr std::chrono::seconds longest{180};

    // A report that takes longer than `patience` is made beside the pages: with what is around it, the first answer then
    // comes within 50 ms.
    explicit ReportDesk(std::filesystem::path database,
                        std::chrono::milliseconds patience = std::chrono::milliseconds(35))
        : path_(std::move(database)), patience_(patience) {}
    ~ReportDesk();
    ReportDesk(const ReportDesk&) = delete;
    ReportDesk& operator=(const ReportDesk&) = delete;

    struct Answer {
        std::shared_ptr<const ReportResult> result;  // nullptr: it is being made
        bool is_old = false;  // the database has changed since, and it is being made anew
    };
    // By `database` where that is fast. Throws what run_report() throws; EnvironmentError, with its words, where that was thrown beside
    // the pages; and TookTooLong where too many others wait.
    Answer ask(Database& database, const Report& report, const Filters& filters);

    // The database is another one than before.
    void changed();

 private:
    struct Kept {
        const Report* report = nullptr;
        Filters filters{};
        std::shared_ptr<const ReportResult> result{};
        std::string problem{};
        std::uint64_t state = 0;  // in which it was made
        std::uint64_t asked = 0;  // the last time, to forget those first that nobody asks for
        bool is_waiting = false;
    };

    void want(const std::string& key, Kept& kept);
    void forget_some();
    void work();
    void make(Database& database, const std::string& key);

    std::filesystem::path path_;
    std::chrono::milliseconds patience_;
    std::mutex mutex_;  // of all that follows
    std::condition_variable has_work_;
    std::map<std::string, Kept> kept_;
    std::deque<std::string> waiting_;
    std::uint64_t state_ = 1;
    std::uint64_t clock_ = 0;
    Database* working_ = nullptr;  // by which a report is made just now
    bool is_over_ = false;
    bool has_ended_ = false;  // the worker
    std::thread worker_;      // begins with the first that takes long
};

}  // namespace figbook::web
