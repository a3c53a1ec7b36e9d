#include "pipeline/pipeline.hpp"

#include <fstream>
#include <stdexcept>
#include <sys/stat.h>

#include "bench/corpus.hpp"
#include "pipeline/extract_articles.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

// News, broken lines among it, and articles that come again, with and without a change.
std::string made_lines() {
    std::string lines;
    const std::vector<Article> articles = bench::news_articles(bench::Density::dense, 700'000);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        Article article = articles[i];
        article.url = "https://post.example/" + std::to_string(i % 150);
        bench::append_json_line(lines, article);
        if (i % 10 == 3) bench::append_json_line(lines, articles[i / 2]);
        if (i % 7 == 5) lines += "{\"text\": \"cut off\n";
    }
    return lines;
}

struct Folder {
    TemporaryFolder folder;
    std::string input = (folder.path() / "news.jsonl").string();

    Folder() { write(made_lines()); }
    void write(const std::string& lines) const { std::ofstream(input, std::ios::binary) << lines; }
    // A pipe into which nothing is written, and which is not closed either: who reads it waits.
    struct Endless {
        std::string name;
        std::fstream both_ends;
    };
    Endless endless() const {
        const std::string name = (folder.path() / "pipe").string();
        if (::mkfifo(name.c_str(), 0600) != 0) throw std::runtime_error("no pipe can be made");
        return {name, std::fstream(name, std::ios::in | std::ios::out)};
    }
    Database database(const std::string& name) const {
        return Database::open(folder.path() / name, OpenMode::read_write);
    }
};

// All that was told, in order.
struct Told {
    std::vector<std::string> lines;
    Listener listener{[this](const Article& article, PutResult result, std::size_t figures) {
                          lines.push_back(article.origin + " " + std::to_string(static_cast<int>(result)) +
                                          " " + std::to_string(figures));
                      },
                      [this](const Rejected& rejected) { lines.push_back(to_string(rejected.problem)); }};
};

std::string numbers_of(const Counters& counters) {
    std::string text;
    for (const std::size_t number :
         {counters.loaded, counters.already_there, counters.updated, counters.new_versions, counters.copies,
          counters.failed, counters.figures})
        text += std::to_string(number) + " ";
    return text;
}

// Every row but for the time of loading; the numbers of sources are given in the order of writing.
std::vector<std::vector<Value>> rows_of(const Database& database) {
    std::vector<std::vector<Value>> all;
    for (const char* sql :
         {"SELECT document_id, url, version, is_current, published, publication_id, headline, byline, "
          "origin, "
          "extractor_version, text FROM article ORDER BY document_id",
          "SELECT * FROM claim ORDER BY document_id, ordinal", "SELECT * FROM source ORDER BY source_id",
          "SELECT * FROM article_copy ORDER BY document_id",
          "SELECT document_id, hex(entries) FROM recent_story ORDER BY document_id"})
        for (auto& row : database.query(sql).rows) all.push_back(std::move(row));
    return all;
}

}  // namespace

TEST_CASE_METHOD(Folder, "pipeline: rows, messages and counters are the same for any number of threads",
                 "[pipeline]") {
    Told told_by_one;
    Database by_one = database("one.db");
    const Counters one = run({input}, {}, by_one, told_by_one.listener, 1);
    CHECK(one.loaded > 100);
    CHECK(one.failed > 10);
    CHECK(one.already_there + one.new_versions > 10);
    const auto rows = rows_of(by_one);
    for (const std::size_t threads : {2U, 3U, 16U}) {
        Told told;
        Database by_many = database(std::to_string(threads) + ".db");
        const Counters many = run({input}, {}, by_many, told.listener, threads);
        CHECK(numbers_of(many) == numbers_of(one));
        CHECK(told.lines == told_by_one.lines);
        CHECK(rows_of(by_many) == rows);
    }
}

TEST_CASE_METHOD(Folder, "pipeline: what the reading throws ends all threads", "[pipeline]") {
    ReadOptions options;
    options.known.url = "https://post.example/the-only-one";
    for (const std::size_t threads : {1U, 4U}) {
        Told told;
        Database into = database("url.db");
        CHECK(refusal([&] {
                  run({input}, options, into, told.listener, threads);
              }).starts_with("--url is given for more than one article"));
        CHECK(into.query("SELECT * FROM article").rows.empty());
    }
}

TEST_CASE_METHOD(Folder,
                 "pipeline: what the writing throws ends all threads, also where the input has no end",
                 "[pipeline]") {
    const ExtractedSink sink{[](const ExtractedArticle&) { throw EnvironmentError("the disk is full"); },
                             [](const Rejected&) {}};
    const Endless pipe = endless();
    CHECK_THROWS_WITH(extract_articles({input, pipe.name}, {}, 2, sink), "the disk is full");
}

TEST_CASE_METHOD(Folder, "pipeline: an error of the writing says what was stored before", "[pipeline]") {
    for (const std::size_t threads : {1U, 4U}) {
        Database into = database("full.db");
        std::size_t stored = 0;
        const Listener listener{[&](const Article&, PutResult, std::size_t) { ++stored; },
                                [&](const Rejected&) {
                                    if (stored > 0) throw EnvironmentError("the disk is full");
                                }};
        std::string lines;
        for (int i = 0; i < 600; ++i)
            lines += "{\"text\": \"Prices rose " + std::to_string(i) + "%.\"}\nnothing\n";
        write(lines);
        CHECK(refusal([&] { run({input}, {}, into, listener, threads); }) ==
              "the disk is full (256 articles were stored before that and stay)");
        CHECK(into.query("SELECT * FROM article").rows.size() == 256);
        std::filesystem::remove(folder.path() / "full.db");
    }
}

TEST_CASE_METHOD(Folder, "pipeline: stopped from outside, it stores what it has read", "[pipeline]") {
    const Endless pipe = endless();
    for (const std::size_t threads : {1U, 4U}) {
        ReadControl control;
        ReadOptions options;
        options.control = &control;
        std::size_t failed = 0;
        Told told;
        Listener listener = told.listener;
        listener.rejected = [&](const Rejected&) {
            if (++failed == 5) control.stop = true;
        };
        Database into = database(std::to_string(threads) + "stopped.db");
        const Counters counters = run({input, pipe.name}, options, into, listener, threads);
        CHECK(counters.stopped);
        CHECK(counters.loaded > 10);
        CHECK(told.lines.size() ==
              counters.loaded + counters.already_there + counters.new_versions + counters.updated);
        CHECK(into.query("SELECT * FROM article").rows.size() == counters.loaded + counters.new_versions);
    }
}
