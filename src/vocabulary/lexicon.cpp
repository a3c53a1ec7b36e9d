#include "vocabulary/lexicon.hpp"

#include <algorithm>
#include <array>
#include <bit>
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

Lexicon::Lexicon() {
    make_buckets(1024);
    words_.emplace_back("");  // unknown_word
    keys_.emplace_back();
    add("-");  // PhraseTable::hyphen() relies on this being word 1
}

WordId Lexicon::find(std::string_view word) const {
    const WordKey key = WordKey::of(word);
    if (word.size() <= WordKey::whole) return find_key(key, key.hash());
    return find_where(key.hash(), [&](WordId id) { return keys_[id].is(key) && words_[id] == word; });
}

template <class Fits>
WordId Lexicon::find_where(std::uint32_t hash, Fits fits) const {
    for (std::size_t at = hash >> shift_;; at = (at + 1) % buckets_.size()) {
        for (const WordId id : buckets_[at].words)
            if (id != unknown_word && fits(id)) return id;
        if (!buckets_[at].is_full()) return unknown_word;
    }
}

WordId Lexicon::find_further(const WordKey& key, std::uint32_t hash) const {
    return find_where(hash, [&](WordId id) { return keys_[id].is(key); });
}

WordId Lexicon::find_letters(std::string_view word) const {
    // One bit makes capitals small, and leaves small letters and apostrophes as they are.
    constexpr char small_bit = 0x20;
    std::array<char, 32> small{};
    if (word.size() > small.size()) return unknown_word;
    std::transform(word.begin(), word.end(), small.begin(),
                   [](char c) { return static_cast<char>(c | small_bit); });
    return find({small.data(), word.size()});
}

WordId Lexicon::add(std::string_view word) {
    if (const WordId known = find(word)) return known;
    constexpr std::size_t most_words = 65535;  // what a WordId can number
    if (words_.size() >= most_words) throw std::length_error("the vocabulary has more than 65,534 words");
    const auto id = static_cast<WordId>(words_.size());
    words_.emplace_back(word);
    keys_.push_back(WordKey::of(word));
    if (words_.size() > buckets_.size())
        make_buckets(2 * buckets_.size());
    else
        put(id);
    if (word.size() == 1) characters_[static_cast<unsigned char>(word[0])] = id;
    return id;
}

void Lexicon::put(WordId id) {
    const std::uint32_t hash = keys_[id].hash();
    std::size_t at = hash >> shift_;
    while (buckets_[at].is_full()) at = (at + 1) % buckets_.size();
    Bucket& bucket = buckets_[at];
    const auto free = std::find(bucket.words.begin(), bucket.words.end(), unknown_word);
    bucket.tags[static_cast<std::size_t>(free - bucket.words.begin())] = static_cast<std::uint16_t>(hash);
    *free = id;
}

// `number` is a power of two.
void Lexicon::make_buckets(std::size_t number) {
    constexpr unsigned bits_of_hash = 32;
    buckets_.assign(number, {});
    shift_ = bits_of_hash - static_cast<unsigned>(std::countr_zero(number));
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
