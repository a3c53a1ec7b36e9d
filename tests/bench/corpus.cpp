#include "bench/corpus.hpp"

#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/calendar.hpp"
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

Corpus corpus_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    Corpus corpus{file.stem().string(), {}, 0};
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const nlohmann::json read = nlohmann::json::parse(line, nullptr, false);
        if (!read.is_object() || !read.contains("text") || !read["text"].is_string())
            throw std::runtime_error(
                fmt::format("{}:{}: no JSON object with a \"text\"", file.string(), number));
        Article article;
        article.id = fmt::format("{}", number);
        article.text = read["text"];
        if (const auto day = read.find("published"); day != read.end() && day->is_string())
            if (const Result<Date> parsed = parse_date(day->get<std::string>().substr(0, 10)); parsed)
                article.published = *parsed;
        corpus.bytes += article.text.size();
        corpus.articles.push_back(std::move(article));
    }
    if (corpus.articles.empty()) throw std::runtime_error(file.string() + " has no articles");
    return corpus;
}

void append_json_line(std::string& out, const Article& article) {
    out += "{\"id\": ";
    append_json_string(out, article.id);
    if (article.published) out += ", \"published\": \"" + iso(*article.published) + "\"";
    out += ", \"headline\": ";
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
