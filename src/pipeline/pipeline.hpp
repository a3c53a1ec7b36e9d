// The flow in one screen: articles are read, their claims extracted, both put into the database.
//
//     const Counters counters = run({"articles/"}, options, database, {on_put, on_rejected}, 4);
//     counters.loaded   // 2
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "load/load.hpp"
#include "store/database.hpp"

namespace figbook {

// Articles that go into the database in one transaction, at most. More is faster, up to a few hundred; less keeps
// others who want to write waiting for a shorter time.
constexpr std::size_t batch_articles = 256;

// So many claims are sorted at once into the tables by which they are looked up (Database::sort_claims): with ten million claims
// each page of those tables is written for four new ones of them.
constexpr std::size_t most_unsorted = 512'000;

// The facts that they are of are judged then, once there are so many of all claims that wait for it, one in so many, and when the load
// ends. A fact is judged with all of its figures: by this it is judged a few times while they become twice as many, and not each time
// that one of them comes.
constexpr std::size_t unjudged_share = 4;

struct Counters {
    std::size_t loaded = 0;         // articles that were not there before
    std::size_t already_there = 0;  // the same text at the same address
    std::size_t updated = 0;        // the same text with a new date, other metadata, or newer rules
    std::size_t new_versions = 0;   // a changed text at an address that was there
    std::size_t copies = 0;         // by how many the copies in the database have become more
    std::size_t failed = 0;         // articles and files that could not be read
    std::size_t other_records = 0;  // of an archive, see PassedOver
    std::size_t pages_without_article = 0;
    bool stopped = false;     // from outside, before the end of the inputs
    std::size_t figures = 0;  // claims of the articles that were stored, durations left out as in reports
};

// Told of each article once it is safe in the database, and of each that could not be read; from one thread at a
// time, which may be another one than the caller's.
struct Listener {
    std::function<void(const Article&, PutResult, std::size_t figures)> put;
    std::function<void(const Rejected&)> rejected;
};

// Articles are read in the caller's thread, `threads` extract their claims, one more writes and one looks for copies; the result is the same
// for any number of them. With one thread, all is done in the caller's.
// Throws EnvironmentError when the database cannot go on (no space left): what was stored before stays, and
// the message says how much that is.
Counters run(const std::vector<std::string>& inputs, const ReadOptions& options, Database& database,
             const Listener& listener, std::size_t threads);

}  // namespace figbook
