// What the extractor knows, read once from the tables in schema/vocabulary/ that are built into the program.
//
//     const Vocabulary& words = vocabulary();
//     words.lexicon.find("billion");
//     words.is(id, WordClass::modal);
//
// Adding a currency, unit, bound phrase or reporting verb is a row in one of those tables, never code.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "vocabulary/lexicon.hpp"

namespace figbook {

// Classes of words (word-classes.csv, and the classes that follow from other tables). One bit each.
enum class WordClass : std::uint8_t {
    determiner,
    preposition,
    conjunction,
    relative,
    subordinator,
    pronoun,
    copula,
    auxiliary,
    modal,
    projecting,
    modifier,
    adjective,
    verb,
    weak_noun,
    plural,
    not_plural,
    person_noun,
    casualty,
    casualty_verb,
    share_verb,
    time_unit,
    hyphen_noun,
    ratio_noun,
    comparison,
    speech_time,
    organisation_word,
    function_start,
    code_lookalike,
    age_noun,
    street_word,
    score_word,
    not_counted,
    upper_limit,
    lower_limit,
    noun_first,
    projecting_to,
    not_counted_bare,
    // from the other tables
    number,
    fraction,
    magnitude,
    month,
    weekday,
    currency,
    change_verb,
    change_noun,
    change_comparative,
    change_particle,
    cue,
    title,
    speaker_noun,
    multiple,
    abbreviation,
};

enum class NumberForm : std::uint8_t { unit, teen, ten, hundred, half, fraction, vulgar, dozen };
struct NumberWord {
    Decimal value;
    NumberForm form;
};

enum class MagnitudeUse : std::uint8_t { word, abbreviation, indian };
struct Magnitude {
    int power;
    MagnitudeUse use;
};

// A name or symbol of a currency: either this currency, or one of a group, to be decided by evidence.
struct CurrencyName {
    std::string code;     // "" for an open name
    std::string group;    // "dollar"
    bool minor = false;   // cents, pence
    bool symbol = false;  // may stand before the number
};
struct CurrencyGroup {
    std::string name;
    std::string fallback;  // the code where the article has no evidence
    bool open = false;     // more than one current currency shares its plain words
};
struct CurrencyPlace {
    std::string code;
    std::string group;
};

enum class BoundPlace : std::uint8_t { before, after };
struct BoundPhrase {
    std::string_view bound;  // the contract's name: "at_least"
};

struct Unit {
    std::string code;       // UCUM
    std::string dimension;  // "length", "time"
    std::optional<double> factor;
};

enum class ChangePart : std::uint8_t { verb, noun, comparative, particle };
enum class ChangeStrength : std::uint8_t { full, rate, jobs, moved };
struct ChangeWord {
    bool increase;
    ChangePart part;
    ChangeStrength strength;
};

struct Multiple {
    Decimal value;
    std::string_view direction;  // "increase", "decrease", "none"
};

enum class CueKind : std::uint8_t { say, tell, cite, expect, promise, find };
enum class SpeakerNoun : std::uint8_t { unnamed, document, organisation, person };

enum class TimeWordKind : std::uint8_t { month, weekday, ordinal, season };
struct TimeWord {
    TimeWordKind kind;
    int number;
};

struct Vocabulary {
    Vocabulary();
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    bool is(WordId word, WordClass wanted) const {
        return (classes[word] >> static_cast<unsigned>(wanted)) & 1u;
    }
    // The group of that name, nullptr for none.
    const CurrencyGroup* group(std::string_view name) const;
    // True for an ISO 4217 code (or a crypto-currency's usual one), in capitals.
    bool is_currency_code(std::string_view code) const;
    std::string_view currency_group_of(std::string_view code) const;

    Lexicon lexicon;
    std::vector<std::uint64_t> classes;  // by WordId
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
    PhraseTable<TimeWord> times{lexicon};
    PhraseTable<bool> names_before_numbers{lexicon};  // true: only with a capital letter

    std::vector<CurrencyGroup> groups;
    // The text of unit symbols as they must be written, since tokens compare in lower case.
    std::vector<std::pair<std::string, Unit>> symbols_as_written;
    // A hash of all tables: stored with claims, so that it is known which vocabulary made them.
    std::string hash;

 private:
    void add_class(WordClass wanted, std::string_view word);
    void load_classes();
    void load_numbers();
    void load_currencies();
    void load_bounds();
    void load_units();
    void load_changes();
    void load_speech();
    void load_time();
    void load_names();
    std::vector<std::pair<std::string, std::string>> currency_codes_;  // code, group; sorted
};

// The one vocabulary of the program, built on first use; safe to share between threads.
const Vocabulary& vocabulary();

}  // namespace figbook
