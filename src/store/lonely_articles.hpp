// The articles of which it is known that no other one has enough in common with them to be compared. Inside the store only;
// copies.cpp says how that is known, and what for.
//
//     LonelyArticles lonely(1 << 20);
//     lonely.add(id);
//     lonely.erase(id);
//     lonely.contains(id)   // false
//
// A set with open addressing, 8 bytes a place: a load has most of its articles in it. It takes no more where it has no room, which
// costs time and nothing else.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace figbook {

class LonelyArticles {
 public:
    // A power of two, of which three quarters are used.
    explicit LonelyArticles(std::size_t most_places) : most_places_(most_places) {}

    void add(std::int64_t id);
    void erase(std::int64_t id);
    bool contains(std::int64_t id) const { return places_[place_of(id)] == id; }
    std::size_t size() const { return size_; }
    // Keeps the memory.
    void clear() {
        std::fill(places_.begin(), places_.end(), nobody);
        size_ = 0;
    }

 private:
    static constexpr std::int64_t nobody = 0;

    std::size_t first_place(std::int64_t id) const {
        return static_cast<std::size_t>((static_cast<std::uint64_t>(id) * 0x9e3779b97f4a7c15U) >> 32U) &
               (places_.size() - 1);
    }
    std::size_t place_of(std::int64_t id) const;
    bool is_full() const { return 4 * (size_ + 1) > 3 * places_.size(); }
    void grow();

    std::size_t most_places_;
    std::vector<std::int64_t> places_ = std::vector<std::int64_t>(64);
    std::size_t size_ = 0;
};

}  // namespace figbook
