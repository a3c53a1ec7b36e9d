// Which articles have a shingle: what copies are found by. Inside the store only.
//
//     ShingleIndex index(statements);
//     index.add(id, story);                 // inside a transaction
//     index.find(shingle);                  // the articles that have it, of many those with the smallest numbers
//     index.finish();                       // before each commit
//     index.forget();                       // behind everything that was undone
//
// An article has some 50 shingles in the sample, as random numbers. In a table with a row for each, every row would be in
// a page of its own, to be read and written. So each article is one row of `recent_story` first, and all of those are
// in memory too. When they have `recent_entries`, they go into runs (shingle_runs.hpp), sorted, a page full at once, and
// runs are merged bit by bit: of each transaction as much as keeps up with what it adds.
//
// What is in memory is only ever a copy of what is in the tables. So it is right whatever happens to the process, and
// whatever other processes write: it is read again when the database was changed by another.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/recent_entries.hpp"
#include "store/shingle_cache.hpp"
#include "store/shingle_entry.hpp"
#include "store/shingle_runs.hpp"
#include "store/statements.hpp"
#include "store/story.hpp"

namespace figbook {

struct IndexSettings {
    // So many articles are found at most.
    std::size_t found = 33;
    // About 2,000 articles; some ten megabytes in memory.
    std::size_t recent_entries = 100'000;
    // Shingles that several have; some ten megabytes too. A power of two.
    std::size_t cached_shingles = 32'768;
    RunSettings runs = {};
};

class ShingleIndex {
 public:
    // So far.
    struct Effort {
        std::size_t found = 0;           // entries
        std::size_t blocks_read = 0;     // of runs
        std::size_t blocks_written = 0;  // of runs
    };

    ShingleIndex(Statements& statements, IndexSettings settings)
        : statements_(statements),
          settings_(settings),
          runs_(statements, settings.runs),
          cache_(settings.cached_shingles) {}

    // To be called first in each transaction; other calls within it find nothing more to do. True where something may
    // have changed that this object did not change.
    bool refresh();
    // No harm where it is there already.
    void add(std::int64_t id, const Story& story);
    // The story must be as it was added; no harm where it is not there.
    void remove(std::int64_t id, const Story& story);
    // Each article once, by number. Holds until the next call of anything.
    const std::vector<ShingleEntry>& find(std::uint64_t shingle);
    // That it will be asked for soon: it comes from memory while others are asked for, instead of each being waited for.
    void announce(std::uint64_t shingle) const {
        recent_.announce(shingle);
        runs_.announce(shingle);
    }
    // True where it is known without a look-up that not two articles have it.
    bool has_one_at_most(std::uint64_t shingle);

    // From then on runs are read by another connection, which sees what was there when the transaction began, and what is added is
    // kept in memory: nothing may be removed.
    void keep_back(Statements& reader);
    // Until this.
    void write_kept();

    void finish();
    void forget();

    Effort effort() const { return {found_total_, runs_.effort().read, runs_.effort().written}; }

 private:
    struct Row {
        std::int64_t number;
        std::int64_t document_id;
        std::string entries;
    };

    void insert(const Row& row);
    void find_in_runs(std::uint64_t shingle);
    void cut(std::vector<ShingleEntry>& entries) const;
    void read_recent();
    void forget_recent();
    void flush();

    Statements& statements_;
    IndexSettings settings_;
    ShingleRuns runs_;
    ShingleCache cache_;  // of what is in the runs
    RecentEntries recent_;
    std::unordered_map<std::int64_t, std::int64_t> recent_rows_;  // document_id -> recent_story_id
    std::int64_t next_row_ = 1;
    std::int64_t may_merge_ = 0;  // so many entries; less than 0 where a merge took more
    bool keeps_back_ = false;
    std::vector<Row> kept_;
    bool is_fresh_ = false;          // whether it was looked for changes in this transaction
    std::int64_t data_version_ = 0;  // SQLite's; 0 where nothing is known
    std::vector<ShingleEntry> found_;
    std::size_t found_total_ = 0;
};

}  // namespace figbook
