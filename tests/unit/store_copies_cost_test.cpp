// What it costs to look for the copies of an article, among few and among many.
#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <fmt/format.h>
#include <functional>
#include <random>
#include <sqlite3.h>
#include <sys/resource.h>

#include "bench/news_text.hpp"
#include "store/connection.hpp"
#include "store/copies.hpp"
#include "store/document_id.hpp"
#include "store/migrations.hpp"
#include "store/story.hpp"
#include "support/catch.hpp"
#include "support/made_stories.hpp"
#include "support/store_samples.hpp"

using namespace figbook;

namespace {

using Texts = std::function<std::string()>;

// The bench's news, which has far fewer turns of phrase than real news and so more of them in common.
Texts news() {
    return [writer = std::make_shared<bench::NewsWriter>(bench::Density::sparse)] {
        return writer->next().text;
    };
}

// 32 sentences of 20 words that nobody will write again, but for one in eight that others have too: of a thousand
// as good as all have some, of a hundred thousand few.
class Prose {
 public:
    std::string operator()() {
        std::string text;
        for (int i = 0; i < 32; ++i) append_sentence(text, next(8) == 0 ? stock() : next(~0U));
        return text;
    }

 private:
    std::uint64_t next(std::uint64_t below) {
        state_ += 0x9e3779b97f4a7c15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return (z >> 16U) % below;
    }
    std::uint64_t stock() { return next(2) == 0 ? next(1000) : next(100'000); }
    void append_sentence(std::string& text, std::uint64_t seed) {
        for (int i = 0; i < 20; ++i) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            text += words_[(seed >> 40U) % words_.size()];
            text += i == 19 ? ".\n" : " ";
        }
    }
    static std::vector<std::string> words() {
        StoryMaker maker(8);
        std::vector<std::string> made(5000);
        for (std::string& word : made) word = maker.word();
        return made;
    }

    std::vector<std::string> words_ = words();
    std::uint64_t state_ = 1;
};

double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return 1e6 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_nsec);
}

// All but the number of articles for each of them; times in microseconds of this thread.
struct Cost {
    std::size_t articles = 0;
    double entries = 0, blocks = 0, compared = 0;
    double pages_read = 0, pages_written = 0;
    double story = 0, article = 0, copies = 0, commit = 0;
};

// Puts articles straight into the table and counts what is done to compare them. One in ten is a copy of one of
// the last hundred.
class Measured {
 public:
    Measured(const std::filesystem::path& path, Texts texts, bool with_copies = true)
        : connection_(prepared(path)),
          statements_(connection_),
          copies_(statements_),
          texts_(std::move(texts)),
          with_copies_(with_copies) {
        connection_.exec("BEGIN IMMEDIATE");
    }

    std::size_t articles() const { return number_; }

    Cost add(std::size_t articles) {
        const Copies::Effort before = copies_.effort();
        cost_ = {};
        pages(SQLITE_DBSTATUS_CACHE_MISS);
        pages(SQLITE_DBSTATUS_CACHE_WRITE);
        for (std::size_t i = 0; i < articles; ++i) {
            add(next_text());
            if (number_ % 256 == 0) commit();
        }
        commit();
        const Copies::Effort& after = copies_.effort();
        const auto each = static_cast<double>(articles);
        for (double* time : {&cost_.story, &cost_.article, &cost_.copies, &cost_.commit}) *time /= each;
        cost_.articles = articles;
        cost_.entries = static_cast<double>(after.entries - before.entries) / each;
        cost_.blocks = static_cast<double>(after.blocks - before.blocks) / each;
        cost_.compared = static_cast<double>(after.compared - before.compared) / each;
        cost_.pages_read = pages(SQLITE_DBSTATUS_CACHE_MISS) / each;
        cost_.pages_written = pages(SQLITE_DBSTATUS_CACHE_WRITE) / each;
        return cost_;
    }

 private:
    static SQLite::Database prepared(const std::filesystem::path& path) {
        upgrade_database(path);
        return open_connection(path, OpenMode::read_write);
    }
    std::string next_text() {
        if (recent_.size() >= 100 && maker_.pick(0, 9) == 0)
            return maker_.word() + " " + recent_[maker_.pick(0, recent_.size() - 1)];
        std::string text = texts_();
        if (recent_.size() < 100)
            recent_.push_back(text);
        else
            recent_[++added_ % 100] = text;
        return text;
    }
    double pages(int what) {
        int count = 0;
        int highest = 0;
        sqlite3_db_status(connection_.getHandle(), what, &count, &highest, 1);
        return count;
    }
    // As the pipeline does.
    void commit() {
        const double start = now();
        if (with_copies_) copies_.finish();
        statements_.reset();
        connection_.exec("COMMIT");
        connection_.exec("BEGIN IMMEDIATE");
        cost_.commit += now() - start;
    }
    void add(const std::string& text) {
        Article article;
        article.text = text;
        article.url = std::to_string(++number_);
        const std::int64_t id = document_id(article);
        const double start = now();
        Story story = read_story(text);
        const double read = now();
        auto& insert = statements_.ready(
            "INSERT INTO article (document_id, url, version, is_current, published, loaded_at, text) "
            "VALUES (?, ?, 1, 1, '2025-03-01', '2025-03-01', ?)");
        Binder(insert).integer(id).text(article.url).text(text);
        insert.exec();
        const double inserted = now();
        if (with_copies_) copies_.add(id, std::move(story));
        cost_.copies += now() - inserted;
        cost_.article += inserted - read;
        cost_.story += read - start;
    }

    SQLite::Database connection_;
    Statements statements_;
    Copies copies_;
    Texts texts_;
    bool with_copies_;
    StoryMaker maker_{3};
    std::vector<std::string> recent_;
    std::size_t added_ = 0;
    std::size_t number_ = 0;
    Cost cost_;
};

void show_cost(const Texts& texts, const std::vector<std::size_t>& sizes, bool with_copies) {
    const TemporaryFolder folder;
    Measured measured(folder.path() / "figbook.db", texts, with_copies);
    fmt::print(
        "{}\n articles entries blocks texts | pages: read written | microseconds: to read its story "
        "(apart), to insert it, to find copies, to commit\n",
        with_copies ? "with copies" : "without copies");
    for (const std::size_t size : sizes) {
        measured.add(size - measured.articles());
        const Cost cost = measured.add(2560);
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        fmt::print(
            "{:>9} {:7.0f} {:6.1f} {:5.2f} | {:6.1f} {:7.1f} | {:4.0f} {:4.0f} {:4.0f} {:4.0f}; {} MB of "
            "memory\n",
            size, cost.entries, cost.blocks, cost.compared, cost.pages_read, cost.pages_written, cost.story,
            cost.article, cost.copies, cost.commit, usage.ru_maxrss / 1024);
        std::fflush(stdout);
    }
}

}  // namespace

TEST_CASE("copies: what an article costs has a limit, however many there are", "[copies]") {
    const TemporaryFolder folder;
    Measured measured(folder.path() / "figbook.db", news());
    measured.add(1500);
    const Cost late = measured.add(300);
    // A text of 700 words has 58 shingles in the sample, 80 by bad luck: one entry is written of each, and at most
    // 33 are read, of those of other texts that are compared too.
    CHECK(late.entries < 80 * (Copies::most_holders + 2));
    CHECK(late.compared < 10);
}

// Hidden: build/figbook_tests "[cost]" prints what tests/README.md says of it. Takes some minutes and gigabytes.
TEST_CASE("copies: what an article costs at 1,000, 10,000 and 100,000, of the bench's news", "[.cost]") {
    show_cost(news(), {1000, 10'000, 100'000}, true);
}

TEST_CASE("copies: what an article costs up to 1,000,000, of prose", "[.cost]") {
    show_cost(Prose(), {1000, 10'000, 100'000, 300'000, 1'000'000}, true);
    show_cost(Prose(), {1000, 10'000, 100'000, 300'000}, false);
}

// The index alone: 50 shingles an article, of which ten are turns of phrase, the more of the same the more common.
TEST_CASE("copies: what the index costs up to 1,000,000 articles", "[.cost]") {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "figbook.db";
    upgrade_database(path);
    SQLite::Database connection = open_connection(path, OpenMode::read_write);
    Statements statements(connection);
    ShingleIndex index(statements, Copies::index_settings);
    std::mt19937_64 engine(4);
    const auto turn_of_phrase = [&] {
        const double even = static_cast<double>(engine() >> 11U) * 0x1p-53;
        return static_cast<std::uint64_t>(std::pow(1e7, even)) * 0x9e3779b97f4a7c15U >> 16U;
    };
    double start = now();
    ShingleIndex::Effort before{};
    connection.exec("BEGIN IMMEDIATE");
    for (std::size_t articles = 1; articles <= 1'000'000; ++articles) {
        Story story;
        for (int i = 0; i < 50; ++i) story.sampled.push_back(i < 10 ? turn_of_phrase() : engine() >> 16U);
        std::sort(story.sampled.begin(), story.sampled.end());
        story.sampled.erase(std::unique(story.sampled.begin(), story.sampled.end()), story.sampled.end());
        for (const std::uint64_t shingle : story.sampled) index.find(shingle);
        index.add(static_cast<std::int64_t>(engine() >> 1U), story);
        if (articles % 256 == 0) {
            index.finish();
            statements.reset();
            connection.exec("COMMIT");
            connection.exec("BEGIN IMMEDIATE");
        }
        constexpr std::size_t step = 50'000;
        if (articles % step != 0) continue;
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const ShingleIndex::Effort effort = index.effort();
        fmt::print(
            "{:>9} {:5.1f} blocks read, {:4.1f} written, {:.0f} microseconds with the commit; {} MB of "
            "memory\n",
            articles, static_cast<double>(effort.blocks_read - before.blocks_read) / step,
            static_cast<double>(effort.blocks_written - before.blocks_written) / step, (now() - start) / step,
            usage.ru_maxrss / 1024);
        std::fflush(stdout);
        before = effort;
        start = now();
    }
}
