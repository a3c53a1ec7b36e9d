#include "store/shingle_filter.hpp"

#include <algorithm>

namespace figbook {
namespace {

constexpr std::size_t block_bytes = 64;
constexpr unsigned bits_set = 5;

// They are kept in databases: these constants must never change.
struct Hash {
    std::uint64_t block, bits;
};

Hash hash_of(std::uint64_t shingle) {
    std::uint64_t mixed = (shingle + 1) * 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 32U)) * 0xbf58476d1ce4e5b9U;
    mixed ^= mixed >> 29U;
    return {mixed >> 32U, mixed * 0x94d049bb133111ebU};
}

std::size_t start_of(std::uint64_t block, std::size_t bytes) {
    return static_cast<std::size_t>((block * (bytes / block_bytes)) >> 32U) * block_bytes;
}

}  // namespace

ShingleFilter::ShingleFilter(std::size_t shingles, std::size_t bits_each)
    : bytes_(std::max<std::size_t>(1, (shingles * bits_each + 8 * block_bytes - 1) / (8 * block_bytes)) *
                 block_bytes,
             '\0') {}

void ShingleFilter::add(std::uint64_t shingle) {
    Hash hash = hash_of(shingle);
    const std::size_t start = start_of(hash.block, bytes_.size());
    for (unsigned i = 0; i < bits_set; ++i, hash.bits <<= 9U) {
        const std::uint64_t bit = hash.bits >> 55U;
        char& byte = bytes_[start + bit / 8];
        byte = static_cast<char>(static_cast<unsigned char>(byte) | (1U << (bit % 8)));
    }
}

void ShingleFilter::announce(std::uint64_t shingle) const {
    if (bytes_.size() >= block_bytes)
        __builtin_prefetch(bytes_.data() + start_of(hash_of(shingle).block, bytes_.size()));
}

bool ShingleFilter::may_have(std::uint64_t shingle) const {
    if (bytes_.size() < block_bytes) return false;
    Hash hash = hash_of(shingle);
    const std::size_t start = start_of(hash.block, bytes_.size());
    for (unsigned i = 0; i < bits_set; ++i, hash.bits <<= 9U) {
        const std::uint64_t bit = hash.bits >> 55U;
        if (((static_cast<unsigned char>(bytes_[start + bit / 8]) >> (bit % 8)) & 1U) == 0) return false;
    }
    return true;
}

}  // namespace figbook
