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

Part part_of_ascii(unsigned char byte) {
    if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'))
        return Part::word;
    return byte == '\'' ? Part::inside : Part::blank;
}

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

class Shingler {
 public:
    explicit Shingler(std::string_view text) : text_(text) { found_.reserve(text.size() / 6); }

    std::vector<std::uint64_t> run() {
        for (std::size_t at = 0; at < text_.size() && words_ < shingled_words;) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            if (byte < 0x80) {
                take(part_of_ascii(byte), text_.substr(at, 1));
                ++at;
            } else {
                const CodePoint point = decode_utf8(text_, at);
                take(part_of(point.value), text_.substr(at, point.bytes));
                at += point.bytes;
            }
        }
        end_word();
        return std::move(found_);
    }

 private:
    void take(Part part, std::string_view character) {
        if (part == Part::blank) return end_word();
        if (part == Part::inside) return;
        in_word_ = true;
        const auto byte = static_cast<unsigned char>(character.front());
        if (byte < 0x80) {
            hash_ =
                with_byte(hash_, byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : byte);
            return;
        }
        for (const char each : lower(character)) hash_ = with_byte(hash_, static_cast<unsigned char>(each));
    }

    void end_word() {
        if (!in_word_) return;
        last_[words_ % shingle_words] = hash_;
        ++words_;
        hash_ = no_letters;
        in_word_ = false;
        if (words_ < shingle_words) return;
        std::uint64_t shingle = 0;
        for (std::size_t i = 0; i < shingle_words; ++i)
            shingle = mixed(shingle ^ last_[(words_ + i) % shingle_words]);
        found_.push_back(shingle % shingle_range);
    }

    std::string_view text_;
    std::vector<std::uint64_t> found_;
    std::array<std::uint64_t, shingle_words> last_{};
    std::size_t words_ = 0;
    std::uint64_t hash_ = no_letters;
    bool in_word_ = false;
};

}  // namespace

std::vector<std::uint64_t> shingles_of(std::string_view text) {
    return Shingler(text).run();
}

}  // namespace figbook
