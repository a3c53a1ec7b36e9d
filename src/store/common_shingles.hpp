// Shingles that are known to be common and to stay so, whatever comes: what spares most of the look-ups where articles
// share turns of phrase. Inside the store only; copies.hpp says what common means.
//
//     CommonShingles common(65'536);          // for so many, a power of two
//     common.keep(shingle, last);             // the articles that decide it have numbers up to `last`
//     common.is_common_for(shingle, id);      // true: one of a larger number changes nothing
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace figbook {

class CommonShingles {
 public:
    explicit CommonShingles(std::size_t places) : places_(places) {}

    // Instead of another one that has the same place.
    void keep(std::uint64_t shingle, std::int64_t last) { place_of(shingle) = {shingle, last}; }
    bool is_common(std::uint64_t shingle) const {
        const Place& place = place_of(shingle);
        return place.last > 0 && place.shingle == shingle;
    }
    bool is_common_for(std::uint64_t shingle, std::int64_t id) const {
        return is_common(shingle) && id > place_of(shingle).last;
    }
    void drop(std::uint64_t shingle) {
        if (is_common(shingle)) place_of(shingle).last = 0;
    }
    void clear() { std::fill(places_.begin(), places_.end(), Place()); }

 private:
    struct Place {
        std::uint64_t shingle = 0;
        std::int64_t last = 0;  // 0: not known
    };

    std::size_t index_of(std::uint64_t shingle) const {
        return static_cast<std::size_t>((shingle * 0x9e3779b97f4a7c15U) >> 32U) & (places_.size() - 1);
    }
    Place& place_of(std::uint64_t shingle) { return places_[index_of(shingle)]; }
    const Place& place_of(std::uint64_t shingle) const { return places_[index_of(shingle)]; }

    std::vector<Place> places_;
};

}  // namespace figbook
