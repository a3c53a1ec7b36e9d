// Words as small numbers, and tables of phrases over them.
//
// Every word of the vocabulary gets a WordId; any other word is `unknown_word`. A PhraseTable finds the longest of
// its phrases that starts at a token, and is cheap to ask: one bit of the first word says whether any can.
//
//     Lexicon lexicon;
//     PhraseTable<int> bounds(lexicon);
//     bounds.add("at least", 1);
//     lexicon.find("least")          // its id
//
// Phrases are split as the tokenizer splits text: words, digits, single marks. Where the phrase has a space, the
// text may have a space or a hyphen ("percentage-point"); where it has none, the text must have none ("US$").
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vocabulary/word_key.hpp"

namespace figbook {

using WordId = std::uint16_t;
inline constexpr WordId unknown_word = 0;

// How a token looks to a PhraseTable; text/tokens.hpp makes them.
struct PhraseToken {
    WordId word = unknown_word;
    bool space_before = false;
};

// The character classes that phrases and texts are split by.
bool is_word_character(char32_t c);
bool is_digit_character(char32_t c);
// True where `at` is an apostrophe between two letters: "isn't", "O’Brien".
bool is_inner_apostrophe(std::string_view text, std::size_t at);
// The end of an abbreviation of single letters with full stops ("U.S.", "a.m.") that starts at `at`, 0 for none.
std::size_t dotted_abbreviation(std::string_view text, std::size_t at);
// The end of the name of a site ("Booking.com", "example.co.uk") whose full stop stands at `dot`, 0 where none has it.
std::size_t end_of_site(std::string_view text, std::size_t dot);

class Lexicon {
 public:
    Lexicon();

    // The id of a word in lower case, made on first use.
    WordId add(std::string_view word);
    // The id of a word in lower case, or unknown_word.
    WordId find(std::string_view word) const;
    // The same for a word of ASCII letters and apostrophes in whatever case.
    WordId find_letters(std::string_view word) const;
    // Behind the last word that is added: makes the table that find_key() looks into.
    void settle();
    // The same for a word that its key holds whole and that has no byte of zero, with the key's hash; of a lexicon that is
    // settled.
    WordId find_key(const WordKey& key, std::uint32_t hash) const {
        // Without branches that hang on the word, since every second word of a text is known and none foretells the next.
        const Slot& slot = slots_[slot_of(hash, factors_[hash >> shift_of_factors_])];
        const unsigned found = slot.word & (0U - (slot.tag == static_cast<std::uint16_t>(hash)));
        const WholeKey& known = whole_keys_[found];
        const unsigned other = found & (0U - (((known.head ^ key.head) | (known.tail ^ key.tail)) != 0));
        if (other != 0) [[unlikely]]
            return find_further(WordKey(key), hash);  // of a copy, so that the key itself stays in registers
        return static_cast<WordId>(found);
    }
    // The same for a single ASCII character in lower case.
    WordId find_character(char c) const { return characters_[static_cast<unsigned char>(c)]; }
    // The word of an id.
    std::string_view word(WordId id) const { return words_[id]; }
    std::size_t size() const { return words_.size(); }

 private:
    // Words whose hashes have the same high bits; where it is full, the next one has those that it has no place for.
    struct Bucket {
        std::array<WordId, 4> words{};  // filled from the first on

        bool is_full() const { return words.back() != unknown_word; }
    };
    void make_buckets(std::size_t number);
    void put(WordId id);

    // Of a settled lexicon: no two words of different hashes have the same slot. Words whose hashes have the same high bits
    // share a factor, which was chosen so that they have slots of their own. Small, so that it stays in the nearest caches.
    struct Slot {
        std::uint16_t tag = 0;  // the low half of the word's hash
        WordId word = unknown_word;
    };
    // A word of its key without its length, which the zeros behind its last byte tell: four in a line of the cache.
    struct WholeKey {
        std::uint64_t head = 0;
        std::uint64_t tail = 0;
    };
    std::uint32_t slot_of(std::uint32_t hash, std::uint32_t factor) const {
        return hash * factor >> shift_of_slots_;
    }
    bool fill_slots(std::size_t number);
    bool take_slots(const std::vector<WordId>& words, std::uint32_t factor);
    // The first of the words that fits, of those that may stand where the hash says.
    template <class Fits>
    WordId find_where(std::uint32_t hash, Fits fits) const;
    WordId find_further(const WordKey& key, std::uint32_t hash) const;

    std::deque<std::string> words_;     // by id; a deque keeps the views stable
    std::vector<WordKey> keys_;         // by id
    std::vector<WholeKey> whole_keys_;  // the same of a settled lexicon, of the words that a key holds whole
    std::vector<Bucket> buckets_;       // a power of two of them
    unsigned shift_ = 0;                // of a hash, to its bucket
    std::vector<Slot> slots_;           // as are these, and the factors
    std::vector<std::uint16_t> factors_;
    unsigned shift_of_slots_ = 0;
    unsigned shift_of_factors_ = 0;
    std::array<WordId, 256> characters_{};
};

// "at least" -> {at}, {least, space before}; "us$" -> {us}, {$, none}. Adds unknown words to the lexicon.
std::vector<PhraseToken> split_phrase(std::string_view phrase, Lexicon& lexicon);

// The longest phrase at a place: how many tokens it takes and what it means.
template <class Meaning>
struct PhraseMatch {
    std::size_t length = 0;
    const Meaning* meaning = nullptr;
    explicit operator bool() const { return meaning != nullptr; }
};

template <class Meaning>
class PhraseTable {
 public:
    explicit PhraseTable(Lexicon& lexicon) : lexicon_(&lexicon) {}

    // Adds a phrase; several meanings may share the same words, then the first added is found.
    void add(std::string_view phrase, Meaning meaning) {
        auto tokens = split_phrase(phrase, *lexicon_);
        if (tokens.empty()) return;
        const WordId first = tokens.front().word;
        if (first >= by_first_.size()) {
            by_first_.resize(first + 1);
        }
        set_bit(starts_, first);
        set_bit(ends_, tokens.back().word);
        keep_length(tokens.back().word, tokens.size());
        const WordId second = tokens.size() > 1 ? tokens[1].word : unknown_word;
        auto& entries = by_first_[first];
        auto at = entries.begin();
        while (at != entries.end() && at->tokens.size() >= tokens.size()) ++at;
        entries.insert(at, Entry{std::move(tokens), std::move(meaning), second});
    }

    bool can_start(WordId word) const { return has_bit(starts_, word); }

    // The meaning of a phrase that is this one word, nullptr for none.
    const Meaning* single(WordId word) const {
        if (!can_start(word)) return nullptr;
        const Entry& shortest = by_first_[word].back();  // the longest stand first
        return shortest.tokens.size() == 1 ? &shortest.meaning : nullptr;
    }

    // `tokens` is anything indexable whose elements have .word and .space_before().
    template <class Tokens>
    PhraseMatch<Meaning> match(const Tokens& tokens, std::size_t at, std::size_t end) const {
        if (at >= end || !can_start(tokens[at].word)) return {};  // as at most places
        return match_from(tokens, at, end);
    }

    // The longest phrase whose last token is at - 1, starting no earlier than `begin`.
    template <class Tokens>
    PhraseMatch<Meaning> match_before(const Tokens& tokens, std::size_t at, std::size_t begin) const {
        if (at <= begin || !has_bit(ends_, tokens[at - 1].word)) return {};
        return match_up_to(tokens, at, begin);
    }

 private:
    // What follows where a phrase can stand. Not inline, for many rules ask, and the less of the program they fetch the better.
    template <class Tokens>
    [[gnu::noinline]] PhraseMatch<Meaning> match_from(const Tokens& tokens, std::size_t at,
                                                      std::size_t end) const {
        const WordId next = at + 1 < end ? tokens[at + 1].word : unknown_word;
        for (const Entry& entry : by_first_[tokens[at].word]) {
            // Most longer phrases are told by their second word alone.
            if (entry.second != unknown_word && entry.second != next && next != hyphen()) continue;
            if (const std::size_t length = length_at(entry, tokens, at, end)) return {length, &entry.meaning};
        }
        return {};
    }

    template <class Tokens>
    [[gnu::noinline]] PhraseMatch<Meaning> match_up_to(const Tokens& tokens, std::size_t at,
                                                       std::size_t begin) const {
        const std::size_t reach = longest_by_last_[tokens[at - 1].word];
        const std::size_t furthest = at > begin + reach ? at - reach : begin;
        for (std::size_t start = furthest; start < at; ++start) {
            if (!can_start(tokens[start].word)) continue;
            const WordId next = start + 1 < at ? tokens[start + 1].word : unknown_word;
            for (const Entry& entry : by_first_[tokens[start].word]) {
                // Told by its second word, or that it has none, as in match_from().
                if (entry.second != next && next != hyphen()) continue;
                if (length_at(entry, tokens, start, at) == at - start) return {at - start, &entry.meaning};
            }
        }
        return {};
    }

    static constexpr std::size_t longest = 8;  // tokens of the longest phrase that match_before can see

    struct Entry {
        std::vector<PhraseToken> tokens;
        Meaning meaning;
        WordId second;  // of its words, unknown_word where it has but one
    };

    // The number of tokens that the entry takes at `at`, 0 where it does not stand there.
    template <class Tokens>
    std::size_t length_at(const Entry& entry, const Tokens& tokens, std::size_t at, std::size_t end) const {
        std::size_t i = at + 1;
        for (std::size_t k = 1; k < entry.tokens.size(); ++k, ++i) {
            if (entry.tokens[k].space_before && i + 1 < end && tokens[i].word == hyphen() &&
                !tokens[i].space_before() && !tokens[i + 1].space_before() &&
                entry.tokens[k].word != hyphen())
                ++i;
            else if (i < end && tokens[i].space_before() != entry.tokens[k].space_before)
                return 0;
            if (i >= end || tokens[i].word != entry.tokens[k].word) return 0;
        }
        return i - at;
    }

    static constexpr WordId hyphen() { return 1; }

    // How many tokens of a text the longest phrase with that last word can take, with a hyphen between all its words.
    void keep_length(WordId last, std::size_t words) {
        if (last >= longest_by_last_.size()) longest_by_last_.resize(last + 1);
        const auto taken = static_cast<std::uint8_t>(std::min(longest, 2 * words - 1));
        longest_by_last_[last] = std::max(longest_by_last_[last], taken);
    }

    // One bit for each word that there can be, so that none is asked for its place: most tokens start and end no phrase, and
    // the part of this that is used stays in the cache.
    using Bits = std::vector<std::uint64_t>;
    static constexpr std::size_t bits_of_words = std::size_t{std::numeric_limits<WordId>::max()} + 1;
    static bool has_bit(const Bits& bits, WordId word) { return (bits[word / 64] >> (word % 64) & 1) != 0; }
    static void set_bit(Bits& bits, WordId word) { bits[word / 64] |= std::uint64_t{1} << (word % 64); }

    Lexicon* lexicon_;
    std::vector<std::vector<Entry>> by_first_;
    Bits starts_ = Bits(bits_of_words / 64);
    Bits ends_ = Bits(bits_of_words / 64);
    std::vector<std::uint8_t> longest_by_last_;
};

}  // namespace figbook
