#include "vocabulary/lexicon.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <stdexcept>

#include "base/utf8.hpp"

namespace figbook {
namespace {

// Of a 32-bit hash, to one of so many places, a power of two.
unsigned shift_to(std::size_t places) {
    constexpr unsigned bits_of_hash = 32;
    return bits_of_hash - static_cast<unsigned>(std::countr_zero(places));
}

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

namespace {

// What the name of a site ends with: no word that may stand at the beginning of a sentence whose blank was lost, as "in",
// "it" and "me" may. Of those of a country some stand behind another one: "co.uk".
constexpr auto site_endings =
    std::to_array<std::string_view>({"com",  "net", "org", "io", "fm", "tv", "co", "ai", "edu", "gov",
                                     "info", "biz", "eu",  "uk", "de", "fr", "ru", "ie", "nl",  "ca"});
constexpr auto before_country =
    std::to_array<std::string_view>({"com", "co", "org", "net", "gov", "ac", "edu"});
constexpr auto countries = std::to_array<std::string_view>(
    {"uk", "au", "nz", "za", "jp", "kr", "in", "il", "br", "cn", "hk", "sg", "mx", "tr", "ar"});

template <class Words>
bool is_among(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// The letters that stand from `at` on.
std::string_view letters_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (is_letter_byte(text, end)) ++end;
    return text.substr(at, end - at);
}

bool is_end_of_word(std::string_view text, std::size_t at) {
    return at >= text.size() ||
           !(is_word_character(decode_utf8(text, at).value) || is_digit_character(text[at]));
}

}  // namespace

std::size_t end_of_site(std::string_view text, std::size_t dot) {
    const std::string_view ending = letters_at(text, dot + 1);
    const std::size_t end = dot + 1 + ending.size();
    // "Tarnholt.Com"; but "It fell.Net profit rose"
    const bool com = ending == "Com" || ending == "COM";
    const std::string_view country = end < text.size() && text[end] == '.' ? letters_at(text, end + 1) : "";
    if ((com || is_among(before_country, ending)) && is_among(countries, country) &&
        is_end_of_word(text, end + 1 + country.size()))
        return end + 1 + country.size();
    return (com || is_among(site_endings, ending)) && is_end_of_word(text, end) ? end : 0;
}

Lexicon::Lexicon() {
    make_buckets(1024);
    words_.emplace_back("");  // unknown_word
    keys_.emplace_back();
    add("-");  // PhraseTable::hyphen() relies on this being word 1
}

WordId Lexicon::find(std::string_view word) const {
    const WordKey key = WordKey::of(word);
    if (word.size() > WordKey::whole)
        return find_where(key.hash(), [&](WordId id) { return keys_[id].is(key) && words_[id] == word; });
    if (slots_.empty()) return find_further(key, key.hash());
    const WordId found = find_key(key, key.hash());
    return keys_[found].length == word.size() ? found : unknown_word;  // zeros are no part of a known word
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
    slots_.clear();
    if (words_.size() > buckets_.size())
        make_buckets(2 * buckets_.size());
    else
        put(id);
    if (word.size() == 1) characters_[static_cast<unsigned char>(word[0])] = id;
    return id;
}

void Lexicon::put(WordId id) {
    std::size_t at = keys_[id].hash() >> shift_;
    while (buckets_[at].is_full()) at = (at + 1) % buckets_.size();
    auto& words = buckets_[at].words;
    *std::find(words.begin(), words.end(), unknown_word) = id;
}

// `number` is a power of two.
void Lexicon::make_buckets(std::size_t number) {
    buckets_.assign(number, {});
    shift_ = shift_to(number);
    for (WordId id = 1; id < words_.size(); ++id) put(id);
}

void Lexicon::settle() {
    constexpr std::size_t fewest = 1024;
    for (std::size_t number = std::max(fewest, std::bit_ceil(2 * words_.size())); !fill_slots(number);)
        number *= 2;
    whole_keys_.clear();
    for (const WordKey& key : keys_)
        whole_keys_.push_back(key.length <= WordKey::whole ? WholeKey{key.head, key.tail} : WholeKey{});
}

// False where some words find no slots of their own among so many.
bool Lexicon::fill_slots(std::size_t number) {
    constexpr std::size_t slots_a_factor = 8;
    slots_.assign(number, {});
    shift_of_slots_ = shift_to(number);
    factors_.assign(number / slots_a_factor, 1);
    shift_of_factors_ = shift_to(factors_.size());
    std::vector<std::vector<WordId>> groups(factors_.size());
    for (WordId id = 1; id < words_.size(); ++id)
        if (keys_[id].length <= WordKey::whole) groups[keys_[id].hash() >> shift_of_factors_].push_back(id);
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // The largest first, while there is most room.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return groups[one].size() > groups[other].size();
    });
    constexpr std::uint32_t largest = 0xFFFF;
    for (const std::size_t group : order) {
        std::uint32_t factor = 1;  // odd ones leave all bits of the hash in what they make of it
        while (factor <= largest && !take_slots(groups[group], factor)) factor += 2;
        if (factor > largest) return false;
        factors_[group] = static_cast<std::uint16_t>(factor);
    }
    return true;
}

// Gives the words the slots that they have by that factor; all of them, or none. Of two words with one hash the first has
// the slot, and the other is found further.
bool Lexicon::take_slots(const std::vector<WordId>& words, std::uint32_t factor) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::uint32_t hash = keys_[words[i]].hash();
        Slot& slot = slots_[slot_of(hash, factor)];
        if (slot.word == unknown_word) {
            slot = {static_cast<std::uint16_t>(hash), words[i]};
            continue;
        }
        if (keys_[slot.word].hash() == hash) continue;
        for (std::size_t taken = 0; taken < i; ++taken) {
            Slot& given = slots_[slot_of(keys_[words[taken]].hash(), factor)];
            if (given.word == words[taken]) given = {};
        }
        return false;
    }
    return true;
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
        if (letters && end < phrase.size() && phrase[end] == '.')
            if (const std::size_t site = end_of_site(phrase, end)) end = site;
        tokens.push_back({lexicon.add(lower(phrase.substr(at, end - at))), space && !tokens.empty()});
        space = false;
        at = end;
    }
    return tokens;
}

}  // namespace figbook
