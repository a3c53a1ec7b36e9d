// The entries of the articles that came last, by shingle, in memory. Inside the store only.
//
//     RecentEntries recent;
//     recent.add(entry);
//     recent.find(entry.shingle(), 33, found);   // appends up to 33, sorted by article
//     recent.remove(entry.shingle(), id);
//
// A hash table with open addressing: most shingles have one article, which stands in the table itself, so that a look is
// one miss of the processor's cache. Those that have more have a list.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "store/shingle_entry.hpp"

namespace figbook {

class RecentEntries {
 public:
    // No harm where it is there already.
    void add(const ShingleEntry& entry);
    void remove(std::uint64_t shingle, std::int64_t id);
    void find(std::uint64_t shingle, std::size_t most, std::vector<ShingleEntry>& found) const;
    std::size_t count(std::uint64_t shingle) const;
    void announce(std::uint64_t shingle) const { __builtin_prefetch(&slots_[first_slot(shingle)]); }

    std::size_t size() const { return size_; }
    std::vector<ShingleEntry> all() const;
    // Keeps the memory.
    void clear();

 private:
    struct Slot {
        std::uint64_t shingle = 0;
        ShingleEntry only;  // where there is no list
        std::uint32_t state = is_free;
    };
    static constexpr std::uint32_t is_free = 0, has_none = 1, has_one = 2,
                                   has_list = 3;  // and more: which list

    std::size_t first_slot(std::uint64_t shingle) const {
        return static_cast<std::size_t>((shingle * 0x9e3779b97f4a7c15U) >> 32U) & (slots_.size() - 1);
    }
    std::size_t slot_of(std::uint64_t shingle) const;
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(1024);
    std::vector<std::vector<ShingleEntry>> lists_;
    std::size_t used_ = 0;  // slots
    std::size_t size_ = 0;  // entries
};

}  // namespace figbook
