#include "quantity/counted.hpp"

#include <array>

#include "base/utf8.hpp"
#include "text/endings.hpp"

namespace figbook {
namespace {

constexpr std::size_t furthest_noun = 6;  // words between a number and the noun it counts

// A word that no noun phrase runs across.
bool stops_phrase(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    const Token& token = document.tokens[i];
    if (!token.is_word() || token.starts_line()) return true;
    for (const WordClass wanted :
         {WordClass::determiner, WordClass::preposition, WordClass::conjunction, WordClass::pronoun,
          WordClass::auxiliary, WordClass::modal, WordClass::number})
        if (words.is(token.word, wanted) && !words.is(token.word, WordClass::adjective)) return true;
    return false;
}

CountedNoun hyphenated(const Document& document, const Sentence& sentence, std::size_t at) {
    const Vocabulary& words = vocabulary();
    const bool hyphen = at + 1 < sentence.end && document.is(at, "-") &&
                        !document.tokens[at].space_before() && !document.tokens[at + 1].space_before();
    if (!hyphen || !words.is(document.tokens[at + 1].word, WordClass::hyphen_noun)) return {};
    CountedNoun noun{at + 1, at + 2, at + 1, lower(document.word(at + 1)), true};
    if (noun.unit == "strong") noun.unit = "people";
    return noun;
}

}  // namespace

bool looks_plural(const Document& document, std::size_t i) {
    const Vocabulary& words = vocabulary();
    const Token& token = document.tokens[i];
    if (!token.is_word() || words.is(token.word, WordClass::not_plural)) return false;
    if (words.is(token.word, WordClass::plural)) return true;
    const std::string_view word = document.word(i);
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

CountedNoun counted_noun(const Document& document, const Sentence& sentence, std::size_t at, bool singular) {
    if (const CountedNoun joined = hyphenated(document, sentence, at)) return joined;
    const Vocabulary& words = vocabulary();
    std::size_t noun_begin = at;
    bool in_adjectives = true;
    for (std::size_t i = at; i < sentence.end && i < at + furthest_noun + 2; ++i) {
        // "full-time", "large-scale": the whole compound is an adjective.
        const bool joins = document.is(i, "-") && i > at && !document.tokens[i].space_before();
        if (joins) {
            in_adjectives = true;
            continue;
        }
        if (stops_phrase(document, i)) break;
        const bool joined_to_next =
            i + 1 < sentence.end && document.is(i + 1, "-") && !document.tokens[i + 1].space_before();
        if (words.is(document.tokens[i].word, WordClass::casualty) && i == at)
            return {i, i, i, "people", false};
        const bool plural = looks_plural(document, i) && !joined_to_next;
        const bool one = singular && !joined_to_next && !looks_adjective(document, i);
        if (!plural && !one) {
            in_adjectives = in_adjectives && looks_adjective(document, i);
            if (in_adjectives || joined_to_next) noun_begin = i + 1;
            continue;
        }
        if (joined_to_next) continue;
        std::size_t end = i + 1;
        while (plural && end < sentence.end && looks_plural(document, end) && !stops_phrase(document, end) &&
               !words.is(document.tokens[end].word, WordClass::verb) &&
               !words.is(document.tokens[end].word, WordClass::cue) &&
               !words.is(document.tokens[end].word, WordClass::casualty) &&
               !document.tokens[end].is_capitalised() && words.is(document.tokens[i].word, WordClass::plural))
            ++end;
        // "police officers", "children's homes": the noun runs to its last plural.
        if (end < sentence.end && document.tokens[end].kind == TokenKind::possessive) return {};
        noun_begin = std::min(noun_begin, i);
        if (words.is(document.tokens[end - 1].word, WordClass::not_counted)) return {};
        std::string unit = lower(document.text_of(noun_begin, end));
        return {noun_begin, end, at, std::move(unit), false};
    }
    return {};
}

}  // namespace figbook
