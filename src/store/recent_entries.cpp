#include "store/recent_entries.hpp"

#include <algorithm>
#include <utility>

namespace figbook {

// That of the shingle, or the free one where it belongs. There is always a free one.
std::size_t RecentEntries::slot_of(std::uint64_t shingle) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = first_slot(shingle);
    while (slots_[at].state != is_free && slots_[at].shingle != shingle) at = (at + 1) & mask;
    return at;
}

void RecentEntries::add(const ShingleEntry& entry) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[slot_of(entry.shingle())];
    if (slot.state == is_free) {
        slot.shingle = entry.shingle();
        ++used_;
    }
    if (slot.state < has_one) {
        slot.state = has_one;
        slot.only = entry;
        ++size_;
        return;
    }
    if (slot.state == has_one) {
        if (slot.only == entry) return;
        slot.state = has_list + static_cast<std::uint32_t>(lists_.size());
        lists_.push_back({slot.only});
    }
    std::vector<ShingleEntry>& list = lists_[slot.state - has_list];
    const auto at = std::lower_bound(list.begin(), list.end(), entry);
    if (at != list.end() && *at == entry) return;
    list.insert(at, entry);
    ++size_;
}

void RecentEntries::remove(std::uint64_t shingle, std::int64_t id) {
    Slot& slot = slots_[slot_of(shingle)];
    if (slot.state == has_one && slot.only.id() == id) {
        slot.state = has_none;
        --size_;
    }
    if (slot.state >= has_list)
        size_ -= std::erase_if(lists_[slot.state - has_list],
                               [&](const ShingleEntry& entry) { return entry.id() == id; });
}

void RecentEntries::find(std::uint64_t shingle, std::size_t most, std::vector<ShingleEntry>& found) const {
    const Slot& slot = slots_[slot_of(shingle)];
    if (slot.state == has_one && most > 0) found.push_back(slot.only);
    if (slot.state < has_list) return;
    const std::vector<ShingleEntry>& list = lists_[slot.state - has_list];
    const auto end = list.begin() + static_cast<std::ptrdiff_t>(std::min(most, list.size()));
    found.insert(found.end(), list.begin(), end);
}

std::size_t RecentEntries::count(std::uint64_t shingle) const {
    const Slot& slot = slots_[slot_of(shingle)];
    if (slot.state >= has_list) return lists_[slot.state - has_list].size();
    return slot.state == has_one ? 1 : 0;
}

std::vector<ShingleEntry> RecentEntries::all() const {
    std::vector<ShingleEntry> all;
    all.reserve(size_);
    for (const Slot& slot : slots_)
        if (slot.state == has_one) all.push_back(slot.only);
    for (const std::vector<ShingleEntry>& list : lists_) all.insert(all.end(), list.begin(), list.end());
    return all;
}

void RecentEntries::clear() {
    std::fill(slots_.begin(), slots_.end(), Slot());
    lists_.clear();
    used_ = 0;
    size_ = 0;
}

void RecentEntries::grow() {
    std::vector<Slot> before(2 * slots_.size());
    before.swap(slots_);
    for (const Slot& slot : before)
        if (slot.state != is_free) slots_[slot_of(slot.shingle)] = slot;
}

}  // namespace figbook
