// What was found of shingles that many articles have, so that it need not be read again. Inside the store only.
//
//     ShingleCache cache(32'768);                 // for so many shingles, a power of two
//     cache.keep(shingle, entries);               // instead of another one that has the same place
//     if (const auto* known = cache.find(shingle)) ...
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "store/shingle_entry.hpp"

namespace figbook {

class ShingleCache {
 public:
    using Entries = std::vector<ShingleEntry>;

    explicit ShingleCache(std::size_t places) : places_(places) {}

    // Null where it is not known. The entries may be changed.
    Entries* find(std::uint64_t shingle) {
        Place& place = place_of(shingle);
        return place.shingle == shingle && !place.entries.empty() ? &place.entries : nullptr;
    }
    void keep(std::uint64_t shingle, const Entries& entries) {
        Place& place = place_of(shingle);
        place.shingle = shingle;
        place.entries.assign(entries.begin(), entries.end());
    }
    void drop(std::uint64_t shingle) {
        if (Entries* known = find(shingle)) known->clear();
    }
    void clear() {
        for (Place& place : places_) place.entries.clear();
    }

 private:
    struct Place {
        std::uint64_t shingle = 0;
        Entries entries;  // none: not known
    };

    Place& place_of(std::uint64_t shingle) {
        return places_[static_cast<std::size_t>((shingle * 0x9e3779b97f4a7c15U) >> 32U) &
                       (places_.size() - 1)];
    }

    std::vector<Place> places_;
};

}  // namespace figbook
