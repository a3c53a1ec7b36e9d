// Which runs of words a text holds: to ask how much of a block stands in another text.
//
//     const Shingles known("Aid rose by 5% to a record, the ministry said.");
//     known.share_of("Aid rose by 5% to a record")    // 1.0
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace figbook::html {

class Shingles {
 public:
    Shingles() = default;
    explicit Shingles(std::string_view text);

    bool empty() const { return known_.empty(); }
    // How much of the other text's runs of words are in this one, 0 to 1.
    double share_of(std::string_view text) const;

 private:
    std::unordered_set<std::uint64_t> known_;
};

}  // namespace figbook::html
