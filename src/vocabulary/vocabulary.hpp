// What the extractor knows, read once from the tables in schema/vocabulary/ that are built into the program.
//
//     const Vocabulary& words = vocabulary();
//     words.lexicon.find("billion");
//     words.is(id, WordClass::modal);
//
// Adding a currency, unit, bound phrase or reporting verb is a row in one of those tables, never code.
#pragma once
#include <atomic>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "vocabulary/lexicon.hpp"
#include "vocabulary/word_class.hpp"

namespace figbook {

enum class NumberForm : std::uint8_t { unit, teen, ten, hundred, half, fraction, vulgar, dozen };
struct NumberWord {
    Decimal value;
    NumberForm form;
};

struct Magnitude {
    int power;
    bool abbreviation;  // "bn", "m": only where something shows that it is no other word
};

// A name or symbol of a currency: either this currency, or one of a group, to be decided by evidence.
struct CurrencyName {
    std::string_view code;   // "" for an open name
    std::string_view group;  // "dollar"
    bool minor = false;      // cents, pence
    bool symbol = false;     // may stand before the number
    int minor_digits = 2;    // how many digits the minor unit is behind the point: 3 for fils
};
struct CurrencyGroup {
    std::string name;
    std::string fallback;           // the code where the article has no evidence
    bool open = false;              // more than one current currency shares its plain words
    std::vector<std::string> also;  // groups whose evidence decides for it: "kr" for krone and krona
};
// A capital letter before an amount: "R500".
struct CurrencyLetter {
    char letter;
    std::vector<CurrencyName> currencies;
    bool form_is_enough;  // an amount with the form of money proves it
};
struct CurrencyPlace {
    std::string_view code;
    std::string_view group;
};

enum class BoundPlace : std::uint8_t { before, after };
struct BoundPhrase {
    std::string_view bound;  // the contract's name: "at_least"
};

struct Unit {
    std::string code;       // UCUM
    std::string dimension;  // "length", "time"
    std::optional<double> factor;
    int power = 0;  // of a magnitude inside the unit: 9 for "bcf"
};

enum class ChangeStrength : std::uint8_t { full, rate, jobs, moved };
struct ChangeWord {
    bool increase;
    ChangeStrength strength;
};

// always: "doubled"; bare: "double", where it is no adjective; compared: "twice", where a comparison follows.
enum class MultipleForm : std::uint8_t { always, bare, compared };
struct Multiple {
    Decimal value;
    std::string_view direction;  // "increase", "decrease", "none"
    MultipleForm form;
};

enum class CueKind : std::uint8_t { say, tell, cite, expect, promise, find, view };
enum class SpeakerNoun : std::uint8_t { unnamed, document, organisation, person };

// By which a person may be meant; any where the name does not tell.
enum class Pronoun : std::uint8_t { any, he, she };

enum class TimeWordKind : std::uint8_t { month, weekday, ordinal, season };
struct TimeWord {
    TimeWordKind kind;
    int number;
};

// A word before a number that makes it a name. any: unless it counts something ("flight 815"); verb: the same of a word
// that may be a verb ("train 12 nurses"); capital: only with a
// capital letter ("Route 66"); label: whatever follows ("grade 9 pupils").
enum class NumberedName : std::uint8_t { any, verb, capital, label };

struct Vocabulary {
    Vocabulary();
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    bool is(WordId word, WordClass wanted) const { return classes[word].has(wanted); }
    // The group of that name, nullptr for none.
    const CurrencyGroup* group(std::string_view name) const;
    // The currency of an ISO 4217 code (or a crypto-currency's usual one) in capitals, nullptr where it is none.
    const CurrencyName* currency_of(std::string_view code) const;
    // The currencies of a capital letter before an amount, nullptr where it has none.
    const CurrencyLetter* letter_of(std::string_view written) const;

    Lexicon lexicon;
    std::vector<WordClasses> classes;  // by WordId
    PhraseTable<NumberWord> numbers{lexicon};
    PhraseTable<Magnitude> magnitudes{lexicon};
    PhraseTable<CurrencyName> currencies{lexicon};
    PhraseTable<CurrencyPlace> places{lexicon};
    PhraseTable<BoundPhrase> bounds_before{lexicon};
    PhraseTable<BoundPhrase> bounds_after{lexicon};
    PhraseTable<std::string> percents{lexicon};  // "%", "pp", "bp"
    PhraseTable<Unit> units{lexicon};
    PhraseTable<Unit> unit_symbols{lexicon};  // only in their own case: ask exact_case
    PhraseTable<std::string> per{lexicon};
    PhraseTable<ChangeWord> change_verbs{lexicon};
    PhraseTable<ChangeWord> change_nouns{lexicon};
    PhraseTable<ChangeWord> change_comparatives{lexicon};
    PhraseTable<ChangeWord> change_particles{lexicon};
    PhraseTable<Multiple> multiples{lexicon};
    PhraseTable<CueKind> cues{lexicon};
    PhraseTable<SpeakerNoun> speaker_nouns{lexicon};
    PhraseTable<int> titles{lexicon};
    std::map<std::string, std::string, std::less<>> titles_in_full;  // in lower case: "sen.": "senator"
    std::map<std::string, Pronoun, std::less<>> given_names;  // in lower case, and no words of the lexicon
    std::set<std::string, std::less<>> known_bodies;          // the same
    // True where a name of these may begin with the word of that hash: few do, and it is asked of each name.
    bool may_open_known_body(std::uint32_t word) const {
        return openers_of_bodies_.test(word % openers_of_bodies_.size());
    }
    PhraseTable<TimeWord> times{lexicon};
    PhraseTable<NumberedName> names_before_numbers{lexicon};

    std::vector<CurrencyGroup> groups;
    std::vector<CurrencyLetter> letters;
    // The unit of a symbol in this very case, nullptr for none: tokens compare in lower case.
    const Unit* unit_written_as(std::string_view symbol) const;
    // Each unit under its code, in the order of the letters.
    std::map<std::string, Unit, std::less<>> units_by_code;
    // The text of unit symbols as they must be written, sorted.
    std::vector<std::pair<std::string, Unit>> symbols_as_written;
    // A hash of all tables: stored with claims, so that it is known which vocabulary made them.
    std::string hash;

 private:
    std::bitset<4096> openers_of_bodies_;  // by the hash of their first word
    void add_class(WordClass wanted, std::string_view word);
    void load_classes();
    void load_numbers();
    void load_currencies();
    void load_currency_letters();
    void add_currency(const std::string& phrase, const CurrencyName& name);
    std::string_view kept(const std::string& word);
    void load_bounds();
    void load_units();
    void load_changes();
    void load_speech();
    void load_time();
    void add_known_body(std::string name);
    void load_names();
    void mark_figure_words();
    std::vector<CurrencyName> coded_;                // by code
    std::set<std::string, std::less<>> kept_words_;  // what the views of other members point to
};

// The one vocabulary of the program, built on first use; safe to share between threads.
const Vocabulary& built_in_vocabulary();
inline std::atomic<const Vocabulary*> vocabulary_at_hand{nullptr};  // once it is built
inline const Vocabulary& vocabulary() {
    // Little code, since every rule asks for it.
    const Vocabulary* const at_hand = vocabulary_at_hand.load(std::memory_order_acquire);
    return at_hand ? *at_hand : built_in_vocabulary();
}

}  // namespace figbook
