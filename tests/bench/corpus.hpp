// Articles in the forms that the bench needs: in memory, as a text file for `wc`, as JSON Lines for `figbook extract`.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/news_text.hpp"

namespace figbook::bench {

struct Corpus {
    std::string name;  // of its density or its file
    std::vector<Article> articles;
    std::size_t bytes = 0;  // of all their texts
};

Corpus make_corpus(Density density, std::size_t bytes);
// The texts of JSON Lines ("text", and "published" where it is there), called as the file is. Throws, with file and line,
// where a line has no text.
Corpus corpus_of(const std::filesystem::path& file);

// {"id": ..., "published": ..., "headline": ..., "text": ...}, a line.
void append_json_line(std::string& out, const Article& article);
// Exactly the bytes of the articles' texts, one behind the other.
void write_text(const Corpus& corpus, const std::filesystem::path& file);
void write_json_lines(const Corpus& corpus, const std::filesystem::path& file);
// The same for articles that are forgotten as they are written.
void write_json_lines(Density density, std::size_t bytes, const std::filesystem::path& file);

}  // namespace figbook::bench
