// The noun that a number counts: "15,000 new [police officers]", "17 [people] dead", "a 120-[seat] parliament".
#pragma once
#include <cstddef>
#include <string_view>

#include "text/document.hpp"

namespace figbook {

struct CountedNoun {
    std::size_t begin = 0;  // the noun with what belongs to it, behind the adjectives
    std::size_t end = 0;
    std::size_t phrase_begin = 0;  // with the adjectives
    std::string_view unit;         // lower case: "police officers"; "people" for "12 dead"
    bool hyphenated = false;
    explicit operator bool() const { return !unit.empty(); }
};

// The noun that stands behind a number whose last token is `at` - 1. `singular` also takes one thing ("1 person").
CountedNoun counted_noun(const Document& document, const Sentence& sentence, std::size_t at, bool singular);

// The "and" behind "400 part-time" in "400 part-time and 300 full-time staff", 0 for none: the noun stands behind the
// second number. `at` is behind the first.
std::size_t and_behind(const Document& document, const Sentence& sentence, std::size_t at);

// True for a word that looks like a plural noun: by the vocabulary, else by its ending.
bool looks_plural(const Document& document, std::size_t token);

// True for a word that looks like an adjective or a participle before a noun.
bool looks_adjective(const Document& document, std::size_t token);

// "shot 12 villagers and | abducted | 40", "killing 12 and | hurting | nine": another deed by its ending, with "and" before it.
bool is_second_deed(const Document& document, const Sentence& sentence, std::size_t verb);

}  // namespace figbook
