// Which words of a sentence are names, and what they are to it, as far as they and the words beside them say.
// track/article_words.hpp knows besides which words are names elsewhere in the article. Inside track/ alone.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "track/words.hpp"

namespace figbook {

// "Acme's" at the start of a sentence: what can own is mostly a name there, and words that are none are in the table.
bool is_possessive(std::string_view written);

// The first name of somebody: "Donald Trump" and "Trump" are one. "MAX" is none.
bool is_given_name(const std::string& word, std::string_view written);

// The word before, without "the" and "a" between; null where there is none.
const TrackedWord* word_before(const std::vector<TrackedWord>& words, std::size_t at);

// "from china" for the name behind "from". "Exports from Norway" alone are Norwegian ones, "imports to Norway" too.
std::string with_direction(const std::vector<TrackedWord>& words, std::size_t at);

// "The Hospital Corp of America" is no place.
bool is_part_of_name(std::string_view text, const std::vector<TrackedWord>& words, std::size_t at);

// "Ohio, where the rate is 5%".
bool has_relative_clause(std::string_view behind);

// "Acme posted", "Acme Holdings posted": what opens a sentence, alone before a verb, and is no word of the table, is a name.
// Not so "exports".
bool opens_as_name(const std::vector<TrackedWord>& words, std::size_t at, std::string_view text);

// "* Losses for the quarter": a list sets marks before its sentences.
std::string_view without_bullet(std::string_view sentence);

}  // namespace figbook
