// What facts are judged by is kept (the table fact_claim): whatever comes, goes or changes, each fact is written as if all of
// its figures had been read anew.
#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "claim/extract.hpp"
#include "store/database.hpp"
#include "store/document_id.hpp"
#include "support/catch.hpp"
#include "support/store_samples.hpp"
#include "track/fact_key.hpp"
#include "track/facts.hpp"

namespace figbook {
namespace {

class Newsroom {
 public:
    explicit Newsroom(unsigned seed) : random_(seed) {}

    // One thing happens: mostly another article.
    void happens() {
        database_.transaction([&] {
            const unsigned what = below(10);
            if (articles_.size() < 4 || what < 5)
                put(story());
            else if (what == 5)
                put(copy_of(any()));
            else if (what == 6)
                put(dated_anew(any()));
            else if (what == 7)
                database_.remove(document_id(any()));
            else
                review(any());
            write_facts(database_);
        });
    }

    std::vector<std::vector<Value>> facts() const {
        return database_.query("SELECT * FROM fact ORDER BY fact_id").rows;
    }
    std::int64_t kept() const {
        return std::get<std::int64_t>(database_.query("SELECT count(*) FROM fact_claim").rows[0][0]);
    }
    void judge_all_anew() {
        SQLite::Database by_hand(path_.string(), SQLite::OPEN_READWRITE);
        by_hand.exec("DELETE FROM fact_claim");
        by_hand.exec(
            "INSERT INTO stale_fact (fact_id) SELECT DISTINCT fact_id FROM claim_by_fact WHERE true "
            "ON CONFLICT DO NOTHING");
        database_.transaction([&] { write_facts(database_); });
    }

 private:
    unsigned below(unsigned end) { return std::uniform_int_distribution<unsigned>(0, end - 1)(random_); }
    Article& any() { return articles_[below(static_cast<unsigned>(articles_.size()))]; }

    Article story() {
        static const std::vector<std::string> countries{"Norway", "Chile", "Kenya"};
        Article article;
        for (unsigned sentences = 1 + below(3); sentences > 0; --sentences)
            article.text += "Inflation in " + countries[below(3)] + " rose to 4." + std::to_string(below(4)) +
                            " percent in May 2024, the bank said. ";
        // So that two stories are no copies of one another.
        static const std::vector<std::string> words{"river", "quiet",  "answer", "window", "carry", "lamp",
                                                    "north", "garden", "paper",  "listen", "stone", "bridge"};
        for (int i = 0; i < 60; ++i) article.text += (i == 0 ? "They " : " ") + words[below(12)];
        article.text += ".";
        article.publication = "paper " + std::to_string(below(3));
        // Few addresses, so that some have several versions.
        article.url = "https://paper.example/" + std::to_string(below(30));
        article.published = make_date(2024, 6, 1 + below(28));
        return article;
    }
    Article copy_of(const Article& original) {
        Article copy = original;
        copy.text += " Ends.";
        copy.url = "https://copier.example/" + std::to_string(articles_.size());
        copy.published = make_date(2024, 7, 1 + below(28));
        return copy;
    }
    Article dated_anew(Article article) {
        article.published = make_date(2024, 6, 1 + below(28));
        article.headline = "Prices, part " + std::to_string(below(4));
        return article;
    }
    void put(const Article& article) {
        std::vector<Claim> claims = extract_(article);
        assign_facts(article, claims);
        database_.put(article, claims, "1");
        articles_.push_back(article);
    }
    void review(const Article& article) {
        const std::int64_t id = document_id(article);
        if (database_.query("SELECT 1 FROM claim WHERE document_id = :id AND ordinal = 0", {{":id", id}})
                .rows.empty())
            return;
        static constexpr ReviewVerdict verdicts[] = {ReviewVerdict::confirmed, ReviewVerdict::disputed,
                                                     ReviewVerdict::wrong, ReviewVerdict::corrected};
        Review review;
        review.document_id = id;
        review.verdict = verdicts[below(4)];
        review.note = "looked at";
        review.reviewed_by = "Ann Lee";
        if (review.verdict == ReviewVerdict::corrected) review.value = decimal("4.7");
        database_.add_review(review);
    }

    std::mt19937 random_;
    TemporaryFolder folder_;
    std::filesystem::path path_ = folder_.path() / "figbook.db";
    Database database_ = Database::open(path_, OpenMode::read_write);
    Extractor extract_;
    std::vector<Article> articles_;
};

}  // namespace

TEST_CASE("facts: what is kept of their figures says the same as the figures", "[track]") {
    for (unsigned seed = 0; seed < 8; ++seed) {
        Newsroom newsroom(seed);
        for (int step = 0; step < 60; ++step) {
            CAPTURE(seed, step);
            newsroom.happens();
            const auto written = newsroom.facts();
            const std::int64_t kept = newsroom.kept();
            newsroom.judge_all_anew();
            REQUIRE(written == newsroom.facts());
            REQUIRE(newsroom.kept() >= kept);  // of what is no fact nothing is kept
        }
        CHECK(newsroom.kept() > 10);
    }
}

}  // namespace figbook
