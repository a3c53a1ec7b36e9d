#include "text/shingles.hpp"

#include <array>
#include <string>

#include "base/utf8.hpp"

namespace figbook {
namespace {

enum class Part : std::uint8_t { word, inside, blank };

// `inside` does not end a word and is no part of it: one paper's "don't" is the other's "don’t" or "dont".
Part part_of(char32_t character) {
    switch (character) {
        case U'’':
        case U'‘':
        case U'\u00ad':  // soft hyphen
        case U'\u200b':  // zero-width space, non-joiner, joiner
        case U'\u200c':
        case U'\u200d':
        case U'\ufeff':
            return Part::inside;
        case U'\u00a0':
        case U'«':
        case U'»':
        case U'·':
        case U'\u3000':
            return Part::blank;
        default:
            return character >= 0x2000 && character <= 0x206f ? Part::blank : Part::word;
    }
}

// Of each byte what is hashed for it, a small letter or digit, or one of these.
constexpr char ends_word = 0;
constexpr char inside_word = 1;
constexpr char not_ascii = 2;
constexpr std::array<char, 256> folded_bytes = [] {
    std::array<char, 256> folded{};
    for (char digit = '0'; digit <= '9'; ++digit) folded[static_cast<std::size_t>(digit)] = digit;
    for (char small = 'a'; small <= 'z'; ++small) {
        folded[static_cast<std::size_t>(small)] = small;
        folded[static_cast<std::size_t>(small - 'a' + 'A')] = small;
    }
    folded['\''] = inside_word;
    for (std::size_t byte = 0x80; byte < folded.size(); ++byte) folded[byte] = not_ascii;
    return folded;
}();

// The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result hangs on every bit of `value`.
std::uint64_t mixed(std::uint64_t value) {
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

// FNV-1a, byte by byte.
constexpr std::uint64_t no_letters = 0xcbf29ce484222325U;
std::uint64_t with_byte(std::uint64_t hash, unsigned char byte) {
    return (hash ^ byte) * 0x100000001b3U;
}

// The hashes of the words, in order.
class WordHashes {
 public:
    explicit WordHashes(std::string_view text) : text_(text) { found_.reserve(text.size() / 6 + 1); }

    std::vector<std::uint64_t> run() {
        for (std::size_t at = 0; at < text_.size() && found_.size() < shingled_words;) {
            at = take_letters(at);
            if (at == text_.size()) break;
            const char next = folded_bytes[static_cast<unsigned char>(text_[at])];
            if (next == not_ascii) {
                const CodePoint point = decode_utf8(text_, at);
                take(part_of(point.value), text_.substr(at, point.bytes));
                at += point.bytes;
                continue;
            }
            if (next == ends_word) end_word();
            ++at;
        }
        end_word();
        return std::move(found_);
    }

 private:
    // Those of ASCII that follow each other, as nearly all do; returns where they end.
    std::size_t take_letters(std::size_t at) {
        const std::string_view text = text_;
        const std::size_t start = at;
        std::uint64_t hash = hash_;
        for (; at < text.size(); ++at) {
            const char folded = folded_bytes[static_cast<unsigned char>(text[at])];
            if (folded <= not_ascii) break;
            hash = with_byte(hash, static_cast<unsigned char>(folded));
        }
        hash_ = hash;
        in_word_ = in_word_ || at > start;
        return at;
    }
    void take(Part part, std::string_view character) {
        if (part == Part::blank) return end_word();
        if (part == Part::inside) return;
        in_word_ = true;
        for (const char each : lower(character)) hash_ = with_byte(hash_, static_cast<unsigned char>(each));
    }
    void end_word() {
        if (!in_word_) return;
        found_.push_back(hash_);
        hash_ = no_letters;
        in_word_ = false;
    }

    std::string_view text_;
    std::vector<std::uint64_t> found_;
    std::uint64_t hash_ = no_letters;
    bool in_word_ = false;
};

}  // namespace

// Each in place of its first word. In a loop of its own: no shingle waits for the one before it, as words wait for their letters.
std::vector<std::uint64_t> shingles_of(std::string_view text) {
    std::vector<std::uint64_t> hashes = WordHashes(text).run();
    if (hashes.size() < shingle_words) return {};
    const std::size_t shingles = hashes.size() - shingle_words + 1;
    for (std::size_t at = 0; at < shingles; ++at) {
        std::uint64_t shingle = 0;
        for (std::size_t word = at; word < at + shingle_words; ++word)
            shingle = mixed(shingle ^ hashes[word]);
        hashes[at] = shingle % shingle_range;
    }
    hashes.resize(shingles);
    return hashes;
}

}  // namespace figbook
