#include "store/document_id.hpp"

#include <fmt/format.h>
#include <limits>
#include <xxhash.h>

#include "store/canonical_url.hpp"

namespace figbook {

std::int64_t document_id(const Article& article) {
    // Without an address the paper stands for it: one wire story in two papers is two articles.
    const std::string url = canonical_url(article.url);
    const std::string& address = url.empty() ? article.publication : url;
    // The byte between keeps ("ab", "c") and ("a", "bc") apart: no address holds a NUL.
    std::string content = address;
    content.push_back('\0');
    content += article.text;
    return hash_number(content);
}

std::int64_t hash_number(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    constexpr std::uint64_t positive = std::numeric_limits<std::int64_t>::max();
    const auto id = static_cast<std::int64_t>(hash.low64 & positive);
    return id == 0 ? 1 : id;
}

std::string content_hash(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace figbook
