// What a user types to search for, read. No text of theirs goes into a question to SQLite but words that its own
// tokenizer has cut, in quotes.
//
//     SearchQuery query = read_search(database, "(aid* OR \"defence spending\") NOT trade");
//     query.terms      // ("aid" *) OR ("defence spending") ..., for MATCH
//     query.phrases    // {aid*}, {defence, spending}: what may be marked in a text
//
// Words stand beside each other where all of them must be there. AND, OR and NOT in capitals, brackets; "..." words in
// this order, which need no closing quotation mark at the end; * behind the beginning of a word. Signs are no words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace figbook {

struct SearchPhrase {
    std::vector<std::string> words;  // as the index has them
    bool is_prefix = false;          // the last of them is the beginning of a word
};

struct SearchQuery {
    std::string terms;
    std::vector<SearchPhrase> phrases;  // without those behind NOT
};

constexpr std::size_t most_search_words = 64;
constexpr std::size_t fewest_prefix_letters = 3;  // fewer begin a tenth of all words

// Throws EnvironmentError, with the way out, for what holds no word, more than most_search_words, or an operator or
// bracket that has no place.
SearchQuery read_search(const Database& database, std::string_view typed);

}  // namespace figbook
