#include "store/lonely_articles.hpp"

namespace figbook {

// That of the article, or the free one where it belongs. There is always a free one.
std::size_t LonelyArticles::place_of(std::int64_t id) const {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = first_place(id);
    while (places_[at] != nobody && places_[at] != id) at = (at + 1) & mask;
    return at;
}

void LonelyArticles::add(std::int64_t id) {
    if (is_full() && places_.size() < most_places_) grow();
    if (is_full()) return;
    std::int64_t& place = places_[place_of(id)];
    if (place == id) return;
    place = id;
    ++size_;
}

// Those behind it move up, so that each is found from its first place on.
void LonelyArticles::erase(std::int64_t id) {
    std::size_t gap = place_of(id);
    if (places_[gap] == nobody) return;
    const std::size_t mask = places_.size() - 1;
    for (std::size_t at = (gap + 1) & mask; places_[at] != nobody; at = (at + 1) & mask) {
        const std::size_t way = (at - first_place(places_[at])) & mask;
        if (way < ((at - gap) & mask)) continue;
        places_[gap] = places_[at];
        gap = at;
    }
    places_[gap] = nobody;
    --size_;
}

void LonelyArticles::grow() {
    std::vector<std::int64_t> before(2 * places_.size());
    before.swap(places_);
    for (const std::int64_t id : before)
        if (id != nobody) places_[place_of(id)] = id;
}

}  // namespace figbook
