// One line of the index by which copies are found: an article has a shingle. Inside the store only.
//
//     ShingleEntry entry = ShingleEntry::of(shingle, id, opening, is_long);
//     append_entry(blob, entry);
//     entry_at(blob.data(), 0) == entry
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace figbook {

struct ShingleEntry {
    std::uint64_t what = 0;  // 48 bits of the shingle, 16 of how the article begins
    std::uint64_t who = 0;   // 63 bits of its document_id, 1 for a long one

    static ShingleEntry of(std::uint64_t shingle, std::int64_t id, std::int64_t opening, bool is_long) {
        return {(shingle << 16U) | static_cast<std::uint64_t>(opening),
                (static_cast<std::uint64_t>(id) << 1U) | (is_long ? 1U : 0U)};
    }
    std::uint64_t shingle() const { return what >> 16U; }
    std::int64_t id() const { return static_cast<std::int64_t>(who >> 1U); }
    std::int64_t opening() const { return static_cast<std::int64_t>(what & 0xffffU); }
    bool is_long() const { return (who & 1U) == 1; }

    friend bool operator==(const ShingleEntry&, const ShingleEntry&) = default;
    // By shingle, then by article.
    friend bool operator<(const ShingleEntry& a, const ShingleEntry& b) {
        return a.shingle() != b.shingle() ? a.shingle() < b.shingle() : a.who < b.who;
    }
};

// As it is stored: 16 bytes, both numbers with the lowest byte first, on every machine.
constexpr std::size_t entry_bytes = 16;

inline void append_number(std::string& bytes, std::uint64_t number) {
    std::array<char, 8> written{};
    for (unsigned i = 0; i < 8; ++i) written[i] = static_cast<char>((number >> (8 * i)) & 0xffU);
    bytes.append(written.data(), written.size());
}

inline std::uint64_t number_at(const char* bytes) {
    std::uint64_t number = 0;
    for (unsigned i = 0; i < 8; ++i)
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return number;
}

inline void append_entry(std::string& bytes, const ShingleEntry& entry) {
    append_number(bytes, entry.what);
    append_number(bytes, entry.who);
}

inline ShingleEntry entry_at(std::string_view bytes, std::size_t index) {
    const char* const at = bytes.data() + index * entry_bytes;
    return {number_at(at), number_at(at + 8)};
}

inline std::size_t entries_in(std::string_view bytes) {
    return bytes.size() / entry_bytes;
}

}  // namespace figbook
