// The words of a text, cut and written as the full-text indexes have them: without case and accents. Inside the store
// only; see Database::words.
//
//     IndexWords cut(connection.getHandle());
//     cut("Perón: $5bn");   // peron 0..6, 5bn 9..12
//     SELECT has_words(subject, 'defence spend') ...   -- 1: a word of the subject begins so, for each of those
//
// It is SQLite's own tokenizer that cuts, so that nothing differs from what the index found.
#pragma once
#include <sqlite3.h>
#include <string_view>
#include <vector>

#include "store/database.hpp"

namespace figbook {

class IndexWords {
 public:
    // Throws SQLite::Exception where this SQLite has no full-text search.
    explicit IndexWords(sqlite3* connection);
    IndexWords(const IndexWords&) = delete;
    IndexWords& operator=(const IndexWords&) = delete;
    ~IndexWords();

    // `text` must be shorter than 2 GiB.
    std::vector<IndexWord> operator()(std::string_view text) const;
    // Whether each of the wanted words begins a word of the text; false where none is wanted.
    bool has(std::string_view text, const std::vector<IndexWord>& wanted) const;

 private:
    fts5_tokenizer methods_{};
    Fts5Tokenizer* tokenizer_ = nullptr;
};

// SQLite's full-text search. Throws SQLite::Exception where this SQLite has none.
fts5_api* full_text_interface(sqlite3* connection);

// Makes has_words(text, words) a function of the connection. NULL where the text is; 0 where `words` holds no word.
void add_has_words(sqlite3* connection);

}  // namespace figbook
