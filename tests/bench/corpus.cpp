#include "bench/corpus.hpp"

#include <fstream>
#include <stdexcept>

#include "base/json_text.hpp"

namespace figbook::bench {
namespace {

class OutputFile {
 public:
    explicit OutputFile(const std::filesystem::path& path) : path_(path), out_(path, std::ios::binary) {}
    void write(std::string_view text) { out_.write(text.data(), static_cast<std::streamsize>(text.size())); }
    void close() {
        out_.close();
        if (!out_) throw std::runtime_error("cannot write " + path_.string());
    }

 private:
    std::filesystem::path path_;
    std::ofstream out_;
};

}  // namespace

Corpus make_corpus(Density density, std::size_t bytes) {
    Corpus corpus{std::string(name_of(density)), news_articles(density, bytes), 0};
    for (const Article& article : corpus.articles) corpus.bytes += article.text.size();
    return corpus;
}

void append_json_line(std::string& out, const Article& article) {
    out += "{\"id\": ";
    append_json_string(out, article.id);
    out += ", \"published\": \"" + iso(article.published.value());
    out += "\", \"headline\": ";
    append_json_string(out, article.headline);
    out += ", \"text\": ";
    append_json_string(out, article.text);
    out += "}\n";
}

void write_text(const Corpus& corpus, const std::filesystem::path& file) {
    OutputFile out(file);
    for (const Article& article : corpus.articles) out.write(article.text);
    out.close();
}

void write_json_lines(const Corpus& corpus, const std::filesystem::path& file) {
    OutputFile out(file);
    std::string line;
    for (const Article& article : corpus.articles) {
        line.clear();
        append_json_line(line, article);
        out.write(line);
    }
    out.close();
}

void write_json_lines(Density density, std::size_t bytes, const std::filesystem::path& file) {
    NewsWriter writer(density);
    OutputFile out(file);
    std::string line;
    for (std::size_t written = 0; written < bytes;) {
        const Article article = writer.next();
        written += article.text.size();
        line.clear();
        append_json_line(line, article);
        out.write(line);
    }
    out.close();
}

}  // namespace figbook::bench
