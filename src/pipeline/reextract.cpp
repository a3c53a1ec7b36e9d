#include "pipeline/reextract.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <mutex>
#include <span>
#include <thread>
#include <utility>

#include "base/problem.hpp"
#include "check/marks.hpp"
#include "claim/extract.hpp"
#include "store/cell.hpp"
#include "track/fact_key.hpp"
#include "track/facts.hpp"

namespace figbook {
namespace {

constexpr std::int64_t lot_articles = 128;
constexpr std::size_t lot_bytes = 8U << 20U;

constexpr std::string_view next_sql = R"(
    SELECT document_id FROM article
    WHERE document_id > :after AND (:all = 1 OR extractor_version IS NOT :version)
    ORDER BY document_id LIMIT :lot)";

constexpr std::string_view article_sql = R"(
    SELECT article.headline, article.byline, publication.name, article.url, article.language, article.published,
        article.modified, article.text
    FROM article LEFT JOIN publication ON publication.publication_id = article.publication_id
    WHERE article.document_id = :id)";

constexpr std::string_view context_sql = R"(
    SELECT article.headline, article.byline, publication.name, article.url, article.language, article.published,
        article.modified
    FROM article LEFT JOIN publication ON publication.publication_id = article.publication_id
    WHERE article.document_id = :id)";

struct Work {
    std::int64_t id = 0;
    std::vector<Value> context;  // the cells of context_sql: what the claims hang on beside the text
    Article article;
    std::vector<Claim> claims;
    bool is_done = false;
};

void take_context(Article& article, const std::vector<Value>& cells) {
    article.headline = text_of(cells[0]);
    article.byline = text_of(cells[1]);
    article.publication = text_of(cells[2]);
    article.url = text_of(cells[3]);
    article.language = text_of(cells[4]);
    article.published = day_of(cells[5]);
    article.modified = day_of(cells[6]);
}

// None where the article has been deleted meanwhile.
std::optional<Work> read_article(const Database& database, std::int64_t id) {
    Table table = database.query(article_sql, {{":id", id}});
    if (table.rows.empty()) return std::nullopt;
    Work work;
    work.id = id;
    work.article.text = text_of(table.rows[0].back());
    table.rows[0].pop_back();
    work.context = std::move(table.rows[0]);
    take_context(work.article, work.context);
    return work;
}

// Extracts all of them in some threads, as many together as is best; those that are left when it is stopped are not done.
class Extraction {
 public:
    Extraction(std::vector<Work>& lot, const std::atomic<bool>* stop) : lot_(lot), stop_(stop) {
        for (const Work& work : lot) articles_.push_back(&work.article);
        for (std::size_t begin = 0; begin < lot.size(); begin += parts_.back().count)
            parts_.push_back({begin, Extractor::count_together(std::span(articles_).subspan(begin))});
    }

    void run(std::size_t threads) {
        if (threads <= 1 || parts_.size() == 1) {
            work();
        } else {
            std::vector<std::jthread> running;
            for (std::size_t i = 0; i < std::min(threads, parts_.size()); ++i)
                running.emplace_back([this] { work_guarded(); });
        }
        if (failure_) std::rethrow_exception(failure_);
    }

 private:
    void work() {
        const Extractor extract;
        for (std::size_t i = next_++; i < parts_.size(); i = next_++) {
            if (stop_ != nullptr && *stop_) return;
            const auto [begin, count] = parts_[i];
            auto claims = extract(std::span(articles_).subspan(begin, count));
            for (std::size_t k = 0; k < count; ++k) {
                Work& work = lot_[begin + k];
                work.claims = std::move(claims[k]);
                assign_facts(work.article, work.claims);
                mark_claims(work.article.text, work.claims);
                work.is_done = true;
            }
        }
    }

    void work_guarded() {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = std::current_exception();
        }
    }

    struct Part {
        std::size_t begin;  // in the lot
        std::size_t count;
    };

    std::vector<Work>& lot_;
    std::vector<const Article*> articles_;  // of the lot
    std::vector<Part> parts_;
    const std::atomic<bool>* stop_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::exception_ptr failure_;
};

class Reextraction {
 public:
    Reextraction(Database& database, const ReextractOptions& options, const ReextractListener& listener)
        : database_(database), options_(options), listener_(listener) {}

    Reextracted run() {
        while (!is_stopped()) {
            std::vector<Work> lot = next_lot();
            if (lot.empty()) return std::move(result_);
            Extraction(lot, options_.stop).run(options_.threads);
            store(lot);
        }
        result_.stopped = true;
        return std::move(result_);
    }

    std::size_t articles() const { return result_.articles; }

 private:
    bool is_stopped() const { return options_.stop != nullptr && *options_.stop; }

    // In the order of their numbers, so that each comes once, also where all are wanted. Empty behind the last one.
    std::vector<Work> next_lot() {
        std::vector<Work> lot;
        std::size_t bytes = 0;
        while (lot.empty()) {
            const std::vector<std::int64_t> numbers = next_numbers();
            if (numbers.empty()) break;
            for (std::size_t i = 0; i < numbers.size() && bytes < lot_bytes; ++i) {
                after_ = numbers[i];
                auto work = read_article(database_, after_);
                if (!work) continue;
                bytes += work->article.text.size();
                lot.push_back(*std::move(work));
            }
        }
        return lot;
    }

    std::vector<std::int64_t> next_numbers() const {
        std::vector<std::int64_t> numbers;
        for (const auto& row : database_
                                   .query(next_sql, {{":after", after_},
                                                     {":all", std::int64_t{options_.all ? 1 : 0}},
                                                     {":version", version_},
                                                     {":lot", lot_articles}})
                                   .rows)
            numbers.push_back(std::get<std::int64_t>(row[0]));
        return numbers;
    }

    // What was not done when it was stopped comes the next time.
    void store(std::vector<Work>& lot) {
        std::vector<ChangeInArticle> changes;
        Reextracted lot_result;
        database_.transaction([&] {
            for (Work& work : lot)
                if (work.is_done) store(work, lot_result, changes);
            write_facts(database_);
        });
        add(lot_result);
        for (const ChangeInArticle& change : changes) listener_.change(change);
        for (const Work& work : lot)
            if (work.is_done) listener_.article(work.article.text.size());
    }

    void store(Work& work, Reextracted& result, std::vector<ChangeInArticle>& changes) {
        refresh(work);
        const auto before = claims_in(database_, work.id);
        const auto reviews_before = matched_reviews(work.id);
        if (!database_.replace_claims(work.id, work.claims, version_)) return;
        const auto after = claims_in(database_, work.id);
        const auto different = changes_between(before, after);
        ++result.articles;
        result.changed_articles += different.empty() ? 0 : 1;
        result.figures_before += before.size();
        result.figures += after.size();
        for (const ClaimChange& change : different)
            changes.push_back({work.id, work.article.headline, change});
        compare_reviews(reviews_before, matched_reviews(work.id), result);
    }

    // Another process may have learnt the article's date meanwhile, on which its periods hang.
    void refresh(Work& work) const {
        const Table now = database_.query(context_sql, {{":id", work.id}});
        if (now.rows.empty() || now.rows[0] == work.context) return;
        take_context(work.article, now.rows[0]);
        work.claims = Extractor()(work.article);
        assign_facts(work.article, work.claims);
        mark_claims(work.article.text, work.claims);
    }

    std::vector<std::int64_t> matched_reviews(std::int64_t id) const {
        std::vector<std::int64_t> reviews;
        for (const auto& row : database_
                                   .query("SELECT review_id FROM claim_review WHERE document_id = :id "
                                          "ORDER BY review_id",
                                          {{":id", id}})
                                   .rows)
            reviews.push_back(std::get<std::int64_t>(row[0]));
        return reviews;
    }

    static void compare_reviews(const std::vector<std::int64_t>& before,
                                const std::vector<std::int64_t>& after, Reextracted& result) {
        std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                            std::back_inserter(result.reviews_lost));
        std::vector<std::int64_t> found;
        std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                            std::back_inserter(found));
        result.reviews_found += found.size();
    }

    void add(const Reextracted& lot) {
        result_.articles += lot.articles;
        result_.changed_articles += lot.changed_articles;
        result_.figures_before += lot.figures_before;
        result_.figures += lot.figures;
        result_.reviews_found += lot.reviews_found;
        result_.reviews_lost.insert(result_.reviews_lost.end(), lot.reviews_lost.begin(),
                                    lot.reviews_lost.end());
    }

    Database& database_;
    const ReextractOptions& options_;
    const ReextractListener& listener_;
    const std::string version_ = extractor_version();
    std::int64_t after_ = 0;
    Reextracted result_;
};

}  // namespace

Reextracted reextract(Database& database, const ReextractOptions& options,
                      const ReextractListener& listener) {
    Reextraction reextraction(database, options, listener);
    try {
        return reextraction.run();
    } catch (const EnvironmentError& error) {
        if (reextraction.articles() == 0) throw;
        throw EnvironmentError(fmt::format("{} ({} articles were extracted again before that and stay so)",
                                           error.what(), reextraction.articles()));
    }
}

std::uint64_t bytes_to_reextract(const Database& database, bool all) {
    const Table table = database.query(
        "SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM article "
        "WHERE :all = 1 OR extractor_version IS NOT :version",
        {{":all", std::int64_t{all ? 1 : 0}}, {":version", extractor_version()}});
    return static_cast<std::uint64_t>(std::get<std::int64_t>(table.rows.at(0).at(0)));
}

}  // namespace figbook
