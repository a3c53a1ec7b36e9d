#include "quantity/counted.hpp"

#include <algorithm>
#include <array>

#include "quantity/lone_number.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t furthest_noun = 6;  // words between a number and the noun it counts

bool is_glued(const Document& document, std::size_t i) {
    return !document.tokens[i].space_before();
}

// "60,000 RESERVISTS AS IT SETS": a small word of a line in capitals, and no letters of a name; "US" always is.
bool is_in_capitals(const Document& document, std::size_t i) {
    constexpr std::size_t shortest = 4;  // letters of a word that is no abbreviation
    const auto is_word_in_capitals = [&](std::size_t k) {
        return k < document.tokens.size() && document.tokens[k].is_all_capitals() &&
               document.tokens[k].length() >= shortest;
    };
    return !document.reads(i, "us") && (is_word_in_capitals(i + 1) || (i > 0 && is_word_in_capitals(i - 1)));
}

// The "JOBS" of "CAMPUS TO BRING 900 JOBS, COUNTY SAYS": words in capitals, which are no letters of a name, on either side of its
// number.
bool is_in_line_of_capitals(const Document& document, std::size_t i) {
    constexpr std::size_t shortest = 4, furthest = 6;
    if (i < 2 || !document.tokens[i - 1].is_number()) return false;
    const auto shouts = [&](std::size_t k) {
        return document.tokens[k].is_all_capitals() && document.tokens[k].length() >= shortest;
    };
    for (std::size_t k = i - 1; k-- > 0 && k + furthest > i;)
        if (shouts(k)) return true;
    for (std::size_t k = i + 1; k < document.tokens.size() && k < i + furthest; ++k)
        if (shouts(k)) return true;
    return false;
}

// A word that no noun phrase runs across.
bool stops_phrase(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    const Token& token = document.tokens[i];
    // a sentence that goes on in the next line does so in small letters
    if (!token.is_word() || (token.starts_line() && (i == 0 || token.is_capitalised()))) return true;
    // "US troops", the "A" of "A320 jets": no pronoun and no article.
    const bool joined = i + 1 < document.tokens.size() && document.tokens[i + 1].is_number() &&
                        is_glued(document, i + 1) && token.is_capitalised();
    const bool letters = token.is_all_capitals() && !is_in_capitals(document, i);
    if (letters || joined) return false;
    static constexpr WordClasses stopping{
        WordClass::determiner, WordClass::preposition, WordClass::conjunction, WordClass::pronoun,
        WordClass::auxiliary,  WordClass::modal,       WordClass::number};
    const WordClasses& classes = words.classes[token.word];
    return classes.has_any(stopping) && !classes.has(WordClass::adjective);
}

bool is_only_verb(WordId word) {
    return vocabulary().is(word, WordClass::verb) && !vocabulary().is(word, WordClass::noun_first);
}

// A "-" between two words without spaces: "full-time".
bool is_hyphen(const Document& document, const Sentence& sentence, std::size_t i) {
    return i + 1 < sentence.end && document.is(i, "-") && is_glued(document, i) && is_glued(document, i + 1);
}

// "a 12-point lead", but not "a three-point plan".
bool is_margin(const Document& document, const Sentence& sentence, std::size_t point) {
    const std::size_t last = std::min<std::size_t>(point + 3, sentence.end);
    for (std::size_t i = point + 1; i < last; ++i) {
        const WordId word = document.tokens[i].word;
        if (vocabulary().is(word, WordClass::score_word) || vocabulary().is(word, WordClass::change_noun))
            return true;
    }
    return false;
}

// "a 120-seat parliament", "an 11 member council".
CountedNoun in_compound(const Document& document, const Sentence& sentence, std::size_t at) {
    const bool hyphen = is_hyphen(document, sentence, at);
    const std::size_t i = hyphen ? at + 1 : at;
    if (i >= sentence.end || !vocabulary().is(document.tokens[i].word, WordClass::hyphen_noun)) return {};
    if (document.reads(i, "point") && !is_margin(document, sentence, i)) return {};
    if (!hyphen) {
        const bool before_noun = i + 1 < sentence.end && !stops_phrase(document, i + 1) &&
                                 !is_only_verb(document.tokens[i + 1].word);
        if (!before_noun || document.tokens[i].is_capitalised() || looks_plural(document, i)) return {};
        // "27 member states", "two state police officers": those are counted.
        for (std::size_t k = i + 1; k < std::min<std::size_t>(i + 3, sentence.end); ++k)
            if (!stops_phrase(document, k) && looks_plural(document, k)) return {};
    }
    CountedNoun noun{i, i + 1, i, document.lower_text_of(i, i + 1), true};
    if (noun.unit == "strong") noun.unit = "people";
    return noun;
}

// "30,000 combat [and] civilian deaths", "coal- [and] gas-fired plants": joins two words before one noun. Nothing
// that may end the number's phrase stands before it.
bool joins_adjectives(const Document& document, const Sentence& sentence, std::size_t at, std::size_t i) {
    if (!document.is(i, "and") && !document.is(i, "or") && !document.is(i, "&")) return false;
    if (i == at || i > at + 3 || i + 2 >= sentence.end) return false;
    const Vocabulary& words = vocabulary();
    for (std::size_t k = at; k < i; ++k) {
        const WordId word = document.tokens[k].word;
        if (words.is(word, WordClass::modifier) || is_only_verb(word) ||
            words.is(word, WordClass::time_unit) || words.times.can_start(word))
            return false;
    }
    const std::size_t last = std::min<std::size_t>(i + 5, sentence.end);
    for (std::size_t k = i + 1; k < last && !document.is(k, ","); ++k) {
        if (document.is(k, "-")) continue;
        if (stops_phrase(document, k)) return false;
        if (k > i + 1 && looks_plural(document, k)) return true;
    }
    return false;
}

// "40 cruise[,] ballistic and hypersonic missiles", "90 air[,] sea and land-launched drones": three words before one noun.
bool lists_adjectives(const Document& document, const Sentence& sentence, std::size_t at, std::size_t i) {
    constexpr std::size_t longest = 7;
    const Vocabulary& words = vocabulary();
    const auto plain = [&](std::size_t k) {
        return document.tokens[k].is_word() && !document.tokens[k].is_capitalised() &&
               !stops_phrase(document, k) && !is_only_verb(document.tokens[k].word) &&
               !words.times.can_start(document.tokens[k].word);
    };
    if (!document.is(i, ",") || i != at + 1 || !plain(at) || looks_plural(document, at)) return false;
    bool joined = false;
    for (std::size_t k = i + 1; k < std::min<std::size_t>(i + longest, sentence.end); ++k) {
        if (document.is(k, "-") || document.is(k, ",")) continue;
        if (!joined && document.is(k, "and")) {
            joined = true;
            continue;
        }
        const bool compound = document.is(k - 1, "-");  // "land-launched"
        if (!compound && !plain(k)) return false;
        if (!compound && looks_plural(document, k)) return joined && k > i + 3;
    }
    return false;
}

// "700 United [Technologies] jobs": the plural belongs to a name.
bool is_inside_name(const Document& document, const Sentence& sentence, std::size_t at, std::size_t i) {
    // "two Los [Angeles] neighborhood groups"
    constexpr std::size_t longest = 3;
    if (i > at && document.tokens[i].is_capitalised() && document.tokens[i - 1].is_capitalised())
        for (std::size_t k = i + 1; k < std::min<std::size_t>(i + longest + 1, sentence.end); ++k) {
            if (stops_phrase(document, k) || document.tokens[k].is_capitalised() ||
                is_only_verb(document.tokens[k].word))
                break;
            if (looks_plural(document, k)) return true;
        }
    return i > at && i + 1 < sentence.end && document.tokens[i].is_capitalised() &&
           (document.tokens[i - 1].is_capitalised() || document.tokens[i - 1].is_number()) &&
           !document.tokens[i + 1].is_capitalised() && looks_plural(document, i + 1) &&
           !stops_phrase(document, i + 1);
}

}  // namespace

bool looks_plural(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    const Token& token = document.tokens[i];
    if (!token.is_word() || words.is(token.word, WordClass::not_plural)) return false;
    if (words.is(token.word, WordClass::plural)) return true;
    const std::string_view word = document.word(i);
    if (has_ending(word, "children", 2) || has_ending(word, "women", 3) || has_ending(word, "people", 3) ||
        has_ending(word, "craft", 3) || has_ending(word, "smen", 2) || has_ending(word, "rmen", 3))
        return true;  // "grandchildren", "townspeople", "spokesmen", "chairmen"
    // "HOSTAGES" of a headline; letters of a name have less, but for the "JOBS" of a line in capitals
    constexpr std::size_t shortest_in_capitals = 5;
    if (token.is_all_capitals() && word.back() == 'S' &&
        (word.size() >= shortest_in_capitals ||
         (word.size() + 1 == shortest_in_capitals && is_in_line_of_capitals(document, i))))
        return !word.ends_with("SS") && !word.ends_with("US") && !word.ends_with("IS");
    if (word.size() < 3 || word.back() != 's') return false;
    for (const std::string_view singular : {"ss", "us", "is", "'s"})
        if (has_ending(word, singular, 2)) return false;
    if (words.is(token.word, WordClass::modifier) || words.is(token.word, WordClass::auxiliary)) return false;
    return true;
}

bool looks_adjective(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    const Token& token = document.tokens[i];
    if (words.is(token.word, WordClass::adjective) || words.is(token.word, WordClass::modifier)) return true;
    if (words.is(token.word, WordClass::speaker_noun) || words.is(token.word, WordClass::organisation_word))
        return false;
    const std::string_view word = document.word(i);
    if (token.is_capitalised() && !token.is_all_capitals()) return true;  // "Ukrainian", a name
    static constexpr std::array<std::string_view, 11> endings{"ed",   "ive", "ous", "ful", "less", "able",
                                                              "ible", "ly",  "ese", "ish", "ian"};
    for (const std::string_view ending : endings)
        if (word.size() > 5 && has_ending(word, ending, 2)) return true;
    return false;
}

namespace {

// "paying", "stolen", "seasonal": what stands before a counted noun and is no part of its name, as the "police" of "police
// officers" is. Words that end so and are nouns ("hospital", "clinic") are told by their class.
bool describes(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    const WordId word = document.tokens[i].word;
    // "high court judges", "high school students"
    if (document.reads(i, "high") && i + 1 < document.token_count &&
        document.reads_any(i + 1, {"school", "court", "street"}))
        return false;
    if (looks_adjective(document, i) || words.is(word, WordClass::describing)) return true;
    if (words.is(word, WordClass::noun_like_adjective)) return false;
    const std::string_view text = document.word(i);
    return text.size() > 4 &&
           (has_ending(text, "al", 2) || has_ending(text, "ic", 2) || has_ending(text, "est", 2));
}

// One behind the plural that a plural that says which leads to: "ratings agencies", "financial services sector stocks"; 0 where
// none follows.
std::size_t end_of_led(const Document& document, const Sentence& sentence, std::size_t first) {
    constexpr std::size_t longest = 3;
    static constexpr WordClasses others{WordClass::cue, WordClass::casualty, WordClass::only_verb,
                                        WordClass::modifier};
    static constexpr WordClasses closing{WordClass::preposition, WordClass::conjunction, WordClass::copula};
    const Vocabulary& words = vocabulary();
    const std::size_t last = std::min<std::size_t>(first + 1 + longest, sentence.end);
    for (std::size_t i = first + 1; i < last; ++i) {
        const Token& token = document.tokens[i];
        if (!token.is_word() || token.is_capitalised() || stops_phrase(document, i) ||
            words.classes[token.word].has_any(others))
            return 0;
        // "three drugs tests.", not "three services needs help"
        const bool closes = i + 1 == sentence.end || !document.tokens[i + 1].is_word() ||
                            words.classes[document.tokens[i + 1].word].has_any(closing);
        if (words.is(token.word, WordClass::verb) && !(closes && looks_plural(document, i))) return 0;
        if (!looks_plural(document, i)) continue;
        const bool members = document.is(i, "staff") && i + 1 < sentence.end && document.is(i + 1, "members");
        return members ? i + 2 : i + 1;
    }
    return 0;
}

// One behind the last word of the noun whose first plural is at `first`: "police officers".
std::size_t end_of_noun(const Document& document, const Sentence& sentence, std::size_t first) {
    const Vocabulary& words = vocabulary();
    std::size_t end = first + 1;
    if (words.is(document.tokens[first].word, WordClass::plural_before_noun))
        if (const std::size_t led = end_of_led(document, sentence, first); led != 0) return led;
    if (!words.is(document.tokens[first].word, WordClass::plural)) return end;
    for (; end < sentence.end && looks_plural(document, end) && !stops_phrase(document, end); ++end) {
        const Token& token = document.tokens[end];
        if (words.is(token.word, WordClass::verb) || words.is(token.word, WordClass::cue) ||
            words.is(token.word, WordClass::casualty) || token.is_capitalised())
            break;
    }
    return end;
}

// The "3" of "8,000 Model 3 saloons", the "1" of "90,000 K-1 visas".
bool is_number_of_name(const Document& document, std::size_t at, std::size_t i) {
    if (i - at > furthest_noun || !document.tokens[i].is_number()) return false;
    if (is_type_of_plane(document, i)) return true;  // "five 787 Dreamliner jets"
    if (i == at) return false;
    // the "900" of "A330-900 jets"
    if (i > at + 2 && document.is(i - 1, "-") && is_glued(document, i) && is_glued(document, i - 1) &&
        document.tokens[i - 2].is_number() && is_number_of_name(document, at, i - 2))
        return true;
    const bool hyphen = i > at + 1 && document.is(i - 1, "-") && is_glued(document, i);
    const Token& name = document.tokens[hyphen ? i - 2 : i - 1];
    return name.is_capitalised() && !vocabulary().times.can_start(name.word) &&
           document.tokens[i].end - document.tokens[i].start <= 4;
}

// Walks from a number over the adjectives to the noun behind it.
struct NounWalk {
    const Document& document;
    const Sentence& sentence;
    std::size_t at;
    bool singular;
    std::size_t noun_begin = at;
    std::size_t compound_begin = at;  // of the last "sign-up"
    bool in_adjectives = true;
    bool listed = false;  // several adjectives stand before the noun, with a comma

    CountedNoun run() {
        if (at < sentence.end && !stops_phrase(document, at) &&
            vocabulary().is(document.tokens[at].word, WordClass::casualty) && !is_casualty_of_noun())
            return {at, at, at, "people", false};
        constexpr std::size_t digits = 3;  // "two 747s"; not "two 1990s films"
        if (at + 1 < sentence.end && document.tokens[at].is_number() && document.word(at).size() == digits &&
            document.is(at + 1, "s") && is_glued(document, at + 1))
            return {at, at + 2, at, document.lower_text_of(at, at + 2), false};
        if (is_age_group()) return {at, at + 4, at, document.lower_text_of(at, at + 4), false};
        for (std::size_t i = at; i < sentence.end && i < at + furthest_noun + 2; ++i) {
            if (ends_phrase(i)) return {};
            if (!is_behind_hyphen(i) && !is_hyphen_behind(i) && !is_behind_number(i)) compound_begin = i;
            if (is_plural_of_machine(i)) return machine(i);
            // "full-time", "coal- and gas-fired": the whole compound is an adjective.
            if (is_in_compound(i) && !is_last_noun(i)) {
                in_adjectives = true;
            } else {
                if (is_noun(i)) return noun(i);
                in_adjectives =
                    is_inside_name(document, sentence, at, i) || (in_adjectives && describes(document, i));
            }
            if (in_adjectives) noun_begin = i + 1;
        }
        return {};
    }

 private:
    // "300 over-65s"
    bool is_age_group() const {
        return document.reads_any(at, {"over", "under"}) && at + 3 < sentence.end &&
               is_hyphen(document, sentence, at + 1) && document.tokens[at + 2].is_number() &&
               document.is(at + 3, "s") && is_glued(document, at + 3);
    }
    bool is_hyphen_behind(std::size_t i) const {
        return i > at && document.is(i, "-") && is_glued(document, i);
    }
    bool is_behind_hyphen(std::size_t i) const {
        return i > at && document.is(i - 1, "-") && is_glued(document, i);
    }

    bool is_before_hyphen(std::size_t i) const {
        return i + 1 < sentence.end && document.is(i + 1, "-") && is_glued(document, i + 1);
    }

    // "4,000 dead puffins": they are counted, where "40 dead" are people.
    bool is_casualty_of_noun() const {
        // "eight injured Thai nationals", "27,000 dead Russian soldiers", "70,000 displaced Israelis"
        bool people = false;
        for (std::size_t i = at + 1; i < std::min<std::size_t>(at + 4, sentence.end); ++i) {
            const bool name = document.tokens[i].is_capitalised();
            if (stops_phrase(document, i) || is_only_verb(document.tokens[i].word) || (i == at + 1 && !name))
                break;
            if (!name && looks_plural(document, i)) return true;
            people =
                name && (has_ending(document.word(i), "ans", 3) || has_ending(document.word(i), "is", 4));
            if (!name) break;
        }
        if (people) return true;
        return at + 1 < sentence.end && vocabulary().is(document.tokens[at].word, WordClass::adjective) &&
               looks_plural(document, at + 1) && !stops_phrase(document, at + 1) &&
               !document.tokens[at + 1].is_capitalised() && !is_only_verb(document.tokens[at + 1].word);
    }

    // "120 face charges"
    bool is_faced(std::size_t i) const {
        return i == at && i + 1 < sentence.end && document.is(i, "face") &&
               vocabulary().is(document.tokens[i + 1].word, WordClass::faced);
    }

    // "62 shows in Lenz", "four sold-out shows.", but "May 4 shows a bridge"
    bool are_shows(std::size_t i) const {
        if (!document.reads(i, "shows")) return false;
        const std::size_t next = i + 1;
        return next >= sentence.end || document.tokens[next].kind == TokenKind::mark ||
               (vocabulary().is(document.tokens[next].word, WordClass::preposition) &&
                !document.reads(next, "up")) ||
               (document.reads(next, "a") && next + 1 < sentence.end &&
                vocabulary().is(document.tokens[next + 1].word, WordClass::time_unit));
    }

    bool ends_phrase(std::size_t i) {
        if (is_faced(i)) return true;
        // "44 home-made bombs" are made, and no clause ends there.
        if (!is_behind_hyphen(i) && vocabulary().is(document.tokens[i].word, WordClass::only_verb))
            return !are_shows(i);
        if (document.is(i, ",") && lists_adjectives(document, sentence, at, i)) listed = true;
        if (listed && (document.is(i, ",") || document.is(i, "and"))) return false;
        return !is_hyphen_behind(i) && !is_behind_hyphen(i) && stops_phrase(document, i) &&
               !joins_adjectives(document, sentence, at, i) && !is_number_of_name(document, at, i);
    }

    bool is_behind_number(std::size_t i) const {
        return i > at && is_glued(document, i) &&
               (document.tokens[i - 1].is_number() || document.tokens[i].is_number());
    }

    // The "s" of "F-16s" and "Boeing 737s", the "neos" of "A320neos".
    bool is_plural_of_machine(std::size_t i) const {
        if (i == at || !is_glued(document, i) || !document.tokens[i - 1].is_number()) return false;
        return document.tokens[i].is_word() && (document.is(i, "s") || looks_plural(document, i));
    }

    // With the word of its name: "f-16s", "boeing 737s"; "two 747s" have none.
    CountedNoun machine(std::size_t i) const {
        std::size_t begin = compound_begin;
        if (document.tokens[begin].is_number() && begin > at && document.tokens[begin - 1].is_word()) --begin;
        return {begin, i + 1, at, document.lower_text_of(begin, i + 1), false};
    }

    // "South Africans", "New Zealanders"
    bool is_people_of_two_words(std::size_t i) const {
        const Vocabulary& words = vocabulary();
        if (i == at || !document.tokens[i].is_capitalised() || !document.tokens[i - 1].is_capitalised())
            return false;
        return words.is(document.tokens[i - 1].word, WordClass::people_first) &&
               (words.is(document.tokens[i].word, WordClass::people_last) ||
                has_ending(document.word(i), "ans", 2));
    }

    // A part of "full-time", a joint, or the "320" and the "neo" of "A320neo".
    bool is_in_compound(std::size_t i) const {
        const bool behind_number = i > at && is_glued(document, i) && document.tokens[i - 1].is_number();
        return is_hyphen_behind(i) || is_behind_hyphen(i) || is_before_hyphen(i) || behind_number ||
               stops_phrase(document, i);
    }

    // The "workers" of "five co-workers": a plural that ends its compound.
    bool is_last_noun(std::size_t i) const {
        return !is_before_hyphen(i) && looks_plural(document, i) && !stops_phrase(document, i);
    }

    bool is_noun(std::size_t i) const {
        if (i == at && vocabulary().is(document.tokens[i].word, WordClass::casualty) && is_casualty_of_noun())
            return false;
        // "13 robotics experts": a field that says which
        if (has_ending(document.word(i), "ics", 3) && i + 1 < sentence.end &&
            !stops_phrase(document, i + 1) && looks_plural(document, i + 1) &&
            !is_only_verb(document.tokens[i + 1].word))
            return false;
        // "two detained Reuters [journalists]"
        if (i == at + 1 && document.tokens[i].is_capitalised() && i + 1 < sentence.end &&
            vocabulary().is(document.tokens[at].word, WordClass::casualty) &&
            !stops_phrase(document, i + 1) && !document.tokens[i + 1].is_capitalised() &&
            looks_plural(document, i + 1))
            return false;
        if (looks_plural(document, i)) return !is_inside_name(document, sentence, at, i);
        return singular && !looks_adjective(document, i);
    }

    // One behind "yeast virus" in "one yeast virus and": a second noun that ends the phrase.
    std::size_t end_of_singular(std::size_t i) const {
        const std::size_t second = i + 1, end = i + 2;
        if (second >= sentence.end || stops_phrase(document, second) || looks_plural(document, second) ||
            document.tokens[second].is_capitalised() || is_only_verb(document.tokens[second].word) ||
            has_ending(document.word(second), "ed", 3))
            return second;
        static constexpr WordClasses closing{WordClass::preposition, WordClass::conjunction};
        const bool closes = end >= sentence.end || document.tokens[end].kind == TokenKind::mark ||
                            vocabulary().classes[document.tokens[end].word].has_any(closing);
        return closes ? end : second;
    }

    CountedNoun noun(std::size_t i) const {
        const std::size_t end =
            looks_plural(document, i) ? end_of_noun(document, sentence, i) : end_of_singular(i);
        // "children's homes": the noun is not here.
        if (end < sentence.end && document.tokens[end].kind == TokenKind::possessive) return {};
        // "used the card on 61 occasions"
        const Token& before = document.tokens[at - 1];
        const bool so_often = document.reads(end - 1, "occasions") && before.is_number();
        // "in 581 camps", "10,000 steps", where "two camps" and "three steps" are ways to speak
        const bool so_many = vocabulary().is(document.tokens[end - 1].word, WordClass::counted_in_digits) &&
                             before.is_number() && before.end - before.start > 1;
        if (!so_often && !so_many && vocabulary().is(document.tokens[end - 1].word, WordClass::not_counted))
            return {};
        const std::size_t begin = is_people_of_two_words(i) ? i - 1
                                  : is_behind_hyphen(i)     ? compound_begin
                                                            : std::min(noun_begin, i);
        return {begin, end, at, document.lower_text_of(begin, end), false};
    }
};

// "30 “kamikaze” | drones": only how they are is quoted. `at` is the mark that opens the quotation.
CountedNoun behind_quoted_words(const Document& document, const Sentence& sentence, std::size_t at) {
    constexpr std::size_t longest = 4;
    std::size_t close = at + 1;
    while (close + 1 < sentence.end && close <= at + longest &&
           (document.tokens[close].is_word() || is_hyphen(document, sentence, close)))
        ++close;
    const bool closes = close > at + 1 && close + 1 < sentence.end &&
                        vocabulary().is(document.tokens[close].word, WordClass::quotation_mark) &&
                        !document.tokens[close].space_before() && document.tokens[close + 1].space_before() &&
                        !vocabulary().is(document.tokens[at + 1].word, WordClass::determiner);
    return closes ? NounWalk{document, sentence, close + 1, false}.run() : CountedNoun{};
}

}  // namespace

CountedNoun counted_noun(const Document& document, const Sentence& sentence, std::size_t at, bool singular) {
    if (CountedNoun joined = in_compound(document, sentence, at)) return joined;
    // "50,000 “hazardous drinkers”": words that are quoted, and nothing else
    if (at + 1 < sentence.end && vocabulary().is(document.tokens[at].word, WordClass::quotation_mark) &&
        document.tokens[at].space_before()) {
        const CountedNoun quoted = NounWalk{document, sentence, at + 1, false}.run();
        const bool closed = quoted && quoted.end < sentence.end &&
                            vocabulary().is(document.tokens[quoted.end].word, WordClass::quotation_mark);
        return closed ? quoted : behind_quoted_words(document, sentence, at);
    }
    return NounWalk{document, sentence, at, singular}.run();
}

std::size_t and_behind(const Document& document, const Sentence& sentence, std::size_t at) {
    constexpr std::size_t longest = 4;
    for (std::size_t i = at; i + 1 < sentence.end && i <= at + longest; ++i) {
        const Token& token = document.tokens[i];
        if (document.is(i, "and")) return i > at && document.tokens[i + 1].is_number() ? i : 0;
        const bool hyphen = i > at && is_hyphen(document, sentence, i);
        if (hyphen) continue;
        if (stops_phrase(document, i) || looks_plural(document, i) || is_only_verb(token.word) ||
            vocabulary().is(token.word, WordClass::time_unit) || vocabulary().times.can_start(token.word) ||
            vocabulary().is(token.word, WordClass::modifier))
            return 0;
    }
    return 0;
}

bool is_second_deed(const Document& document, const Sentence& sentence, std::size_t verb) {
    if (verb <= sentence.begin) return false;
    const std::string_view word = document.word(verb);
    if (document.reads(verb - 1, "and")) return has_ending(word, "ed", 3) || has_ending(word, "ing", 3);
    // "killed 40 fighters, | captured 12 and destroyed four tanks"
    return document.reads(verb - 1, ",") && verb + 2 < sentence.end &&
           document.reads_any(verb + 2, {"and", ","}) && has_ending(word, "ed", 3);
}

}  // namespace figbook
