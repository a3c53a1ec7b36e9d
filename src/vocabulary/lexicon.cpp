#include "vocabulary/lexicon.hpp"

#include <array>
#include <cstring>
#include <stdexcept>

#include "base/utf8.hpp"

namespace figbook {
namespace {

bool is_letter_byte(std::string_view text, std::size_t at) {
    return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
}

}  // namespace

bool is_word_character(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == 0xB5) return true;  // the micro sign of "µm"
    return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) ||
           (c >= 0x2C00 && c < 0xD800 && !(c >= 0x3000 && c < 0x3040)) || (c >= 0xF900 && c < 0xFB00);
}

bool is_digit_character(char32_t c) {
    return c >= '0' && c <= '9';
}

bool is_inner_apostrophe(std::string_view text, std::size_t at) {
    const std::size_t bytes = text[at] == '\'' ? 1 : (text.substr(at, 3) == "’" ? 3 : 0);
    return bytes > 0 && at > 0 && is_letter_byte(text, at - 1) && is_letter_byte(text, at + bytes);
}

std::size_t dotted_abbreviation(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (is_letter_byte(text, end) && end + 1 < text.size() && text[end + 1] == '.') end += 2;
    return end - at >= 4 && !is_letter_byte(text, end) ? end : 0;
}

Lexicon::Lexicon() : slots_(1024) {
    words_.emplace_back("");  // unknown_word
    keys_.emplace_back();
    add("-");  // PhraseTable::hyphen() relies on this being word 1
}

Lexicon::Key Lexicon::key_of(std::string_view word) {
    Key key;
    key.length = word.size();
    if (word.size() >= 8) {
        std::memcpy(&key.head, word.data(), 8);
        std::memcpy(&key.tail, word.data() + word.size() - 8, 8);
    } else {
        std::memcpy(&key.head, word.data(), word.size());
    }
    return key;
}

std::uint32_t Lexicon::hash_of(const Key& key) {
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15u, other = 0xd6e8feb86659fd93u;
    std::uint64_t mixed = (key.head ^ (key.length << 56)) * odd;
    mixed ^= (mixed >> 32) ^ key.tail * other;
    mixed *= odd;
    return static_cast<std::uint32_t>(mixed >> 32);
}

WordId Lexicon::find(std::string_view word, const Key& key) const {
    const std::uint32_t hash = hash_of(key);
    const auto tag = static_cast<std::uint16_t>(hash >> 16);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.id == unknown_word) return unknown_word;
        if (slot.tag == tag && keys_[slot.id] == key && (word.size() <= whole_key || words_[slot.id] == word))
            return slot.id;
    }
}

WordId Lexicon::find_letters(std::string_view text, std::size_t length) const {
    // One bit makes capitals small, and leaves small letters and apostrophes as they are.
    constexpr std::uint64_t all_small = 0x2020202020202020u;
    if (length < 8 && text.size() >= 8) {  // nearly every word: one load, and what is behind it cut off
        const std::uint64_t used = (std::uint64_t{1} << (8 * length)) - 1;
        Key key;
        std::memcpy(&key.head, text.data(), 8);
        key.head = (key.head | all_small) & used;
        key.length = length;
        return find(text.substr(0, length), key);
    }
    std::array<char, 32> small{};
    if (length > small.size()) return unknown_word;
    for (std::size_t i = 0; i < length; ++i) small[i] = static_cast<char>(text[i] | 0x20);
    return find({small.data(), length});
}

WordId Lexicon::add(std::string_view word) {
    if (const WordId known = find(word)) return known;
    constexpr std::size_t most_words = 65535;  // what a slot can number
    if (words_.size() >= most_words) throw std::length_error("the vocabulary has more than 65,534 words");
    const auto id = static_cast<WordId>(words_.size());
    words_.emplace_back(word);
    keys_.push_back(key_of(word));
    if (words_.size() * 3 > slots_.size())
        grow();
    else
        put(id);
    if (word.size() == 1) characters_[static_cast<unsigned char>(word[0])] = id;
    return id;
}

void Lexicon::put(WordId id) {
    const std::uint32_t hash = hash_of(keys_[id]);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].id != unknown_word) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint16_t>(hash >> 16), static_cast<std::uint16_t>(id)};
}

void Lexicon::grow() {
    slots_.assign(slots_.size() * 2, {});
    for (WordId id = 1; id < words_.size(); ++id) put(id);
}

std::vector<PhraseToken> split_phrase(std::string_view phrase, Lexicon& lexicon) {
    std::vector<PhraseToken> tokens;
    bool space = false;
    for (std::size_t at = 0; at < phrase.size();) {
        const CodePoint first = decode_utf8(phrase, at);
        if (first.value == ' ') {
            space = true;
            ++at;
            continue;
        }
        std::size_t end = at + first.bytes;
        const bool letters = is_word_character(first.value);
        const auto belongs = [&](char32_t c) {
            return letters ? is_word_character(c) : is_digit_character(first.value) && is_digit_character(c);
        };
        while (end < phrase.size()) {
            const CodePoint next = decode_utf8(phrase, end);
            if (!belongs(next.value) && !is_inner_apostrophe(phrase, end)) break;
            end += next.bytes;
        }
        if (const std::size_t dotted = dotted_abbreviation(phrase, at)) end = dotted;
        tokens.push_back({lexicon.add(lower(phrase.substr(at, end - at))), space && !tokens.empty()});
        space = false;
        at = end;
    }
    return tokens;
}

}  // namespace figbook
