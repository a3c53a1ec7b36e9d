// Says of most shingles that a run does not have them, without a look into it. Inside the store only.
//
//     ShingleFilter filter(1000, 10);   // for a thousand shingles, 10 bits each
//     filter.add(shingle);
//     filter.may_have(shingle);         // true; of those that were not added, true for one in a hundred
//
// A Bloom filter whose bits for one shingle are all in the same 64 bytes, so that a look is one miss of the
// processor's cache: F. Putze, P. Sanders, J. Singler, "Cache-, Hash- and Space-Efficient Bloom Filters", 2007.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace figbook {

class ShingleFilter {
 public:
    ShingleFilter() = default;  // has nothing
    ShingleFilter(std::size_t shingles, std::size_t bits_each);
    explicit ShingleFilter(std::string bytes) : bytes_(std::move(bytes)) {}

    void add(std::uint64_t shingle);
    bool may_have(std::uint64_t shingle) const;
    void announce(std::uint64_t shingle) const;
    const std::string& bytes() const { return bytes_; }

 private:
    std::string bytes_;
};

}  // namespace figbook
