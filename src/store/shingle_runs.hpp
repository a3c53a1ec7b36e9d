// The large part of the index by which copies are found: sorted runs of entries, cut into blocks. Inside the store only;
// shingle_index.hpp has the small part and says how both work together.
//
//     ShingleRuns runs(statements, {});
//     runs.read_list();                      // which there are; what is in them is read when it is asked for
//     runs.write(entries);                   // one more run in each bucket that has some of them
//     runs.find(shingle, 33, found);         // appends up to 33 entries of each run, sorted by article
//     runs.merge(100'000);                   // about so many entries are written to make fewer runs
//
// A log-structured merge tree (P. O'Neil, E. Cheng, D. Gawlick, E. O'Neil, 1996): entries are only ever written in
// order, a page full at once. Each shingle belongs to one of `buckets`, and each bucket has its own runs, of which each is
// at least `run_ratio` times as large as all smaller ones together; where one is not, it is merged with those. So there
// are few: of n times as many entries as one write has, log n / log(run_ratio + 1) at most, which is 4 for two million
// articles. An entry is written again (run_ratio + 1) times that often, a few hundred at a page. No merge moves more
// than one bucket.
//
// Beside its blocks each run keeps a filter, which says of most shingles that it does not have them, a second one of those
// that several articles in it have, and the first shingle of each block: one block is read for what is there, and mostly none
// for what is not. That one article alone has a shingle, as of most shingles, is known without reading any.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/shingle_entry.hpp"
#include "store/shingle_filter.hpp"
#include "store/statements.hpp"

namespace figbook {

struct RunSettings {
    // As many as fill a page of 4 KiB.
    std::size_t block_entries = 252;
    // Filters are kept in memory up to this. From about 300,000 articles on those of
    // large runs get fewer bits for each shingle, and blocks are read in vain more often. A run whose filter has no room
    // is read without one.
    std::size_t filter_bytes = std::size_t{30} << 20U;
};

class ShingleRuns {
 public:
    static constexpr std::size_t buckets = 128;
    static constexpr std::size_t run_ratio = 4;

    // Of the tables, so far.
    struct Effort {
        std::size_t read = 0;     // blocks
        std::size_t written = 0;  // blocks
    };

    ShingleRuns(Statements& statements, RunSettings settings)
        : statements_(statements), reader_(&statements), settings_(settings) {}

    // What is known of runs that are still there is kept: no run ever changes but for entries that go.
    void read_list();
    void forget();

    // For find() and at_most(); by the writer itself for all else.
    void read_by(Statements& reader) { reader_ = &reader; }

    void find(std::uint64_t shingle, std::size_t most, std::vector<ShingleEntry>& found);
    // How many articles may have it, without a look into a block: 0, 1, or 2 for more or where that is not known.
    std::size_t at_most(std::uint64_t shingle);
    void announce(std::uint64_t shingle) const;
    void erase(std::uint64_t shingle, std::int64_t id);
    void write(std::vector<ShingleEntry> entries);
    // Stops behind the merge that passes the limit; returns how many entries were written.
    std::size_t merge(std::size_t most_entries);

    const Effort& effort() const { return effort_; }

 private:
    struct Run {
        std::int64_t number = 0;
        std::int64_t first_block = 0;
        std::size_t entries = 0;  // when it was written
        bool is_loaded = false;   // what follows
        bool has_filter = false;
        bool has_shared = false;  // runs of older databases have none
        ShingleFilter filter;
        ShingleFilter shared;
        std::vector<std::uint64_t> firsts;  // the smallest shingle of each block when it was written
    };
    using Bucket = std::vector<Run>;
    class Writer;
    class Reader;

    std::size_t bits_of_large_filters() const;
    void load(Run& run);
    void keep_filter(Run& run, ShingleFilter filter);
    void keep_shared(Run& run, ShingleFilter shared);
    void drop(const Run& run);
    std::size_t merge_bucket(std::size_t bucket);
    std::size_t merge_runs(std::size_t bucket, std::size_t first);
    std::string_view read_block(std::int64_t block);
    void write_block(std::int64_t block, std::string_view entries);

    Statements& statements_;
    Statements* reader_;
    RunSettings settings_;
    std::array<Bucket, buckets> buckets_;
    std::int64_t next_run_ = 1;
    std::int64_t next_block_ = 1;
    std::size_t next_merged_ = 0;  // the bucket that has its turn
    std::size_t filter_bytes_ = 0;
    Effort effort_;
};

}  // namespace figbook
