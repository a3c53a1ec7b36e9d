#include "pipeline/pipeline.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "claim/extract.hpp"
#include "pipeline/extract_articles.hpp"
#include "track/facts.hpp"

namespace figbook {
namespace {

// Where articles are long, a transaction has fewer.
constexpr std::size_t batch_bytes = 8U << 20U;

std::size_t figures_in(const std::vector<Claim>& claims) {
    return static_cast<std::size_t>(
        std::count_if(claims.begin(), claims.end(), [](const Claim& claim) { return !claim.is_duration(); }));
}

void count(Counters& counters, PutResult result, std::size_t figures) {
    if (result == PutResult::already_there) {
        ++counters.already_there;
        return;
    }
    ++(result == PutResult::added     ? counters.loaded
       : result == PutResult::updated ? counters.updated
                                      : counters.new_versions);
    counters.figures += figures;
}

class Batch {
 public:
    Batch(Database& database, const Listener& listener, Counters& counters, std::size_t threads)
        : database_(database), listener_(listener), counters_(counters), threads_(threads) {}

    void add(ExtractedArticle extracted) {
        bytes_ += extracted.bytes();
        waiting_.push_back(std::move(extracted));
        if (waiting_.size() >= batch_articles || bytes_ >= batch_bytes) store();
    }

    // Counts and tells only after the commit: before it nothing is sure.
    void store() {
        std::vector<Stored> stored;
        database_.transaction([&] {
            for (auto& [article, claims, story] : waiting_) {
                const PutResult result = database_.put(article, claims, extracted_by_, std::move(story));
                stored.push_back({result, figures_in(claims)});
                unsorted_ += claims.size();
                claims = std::vector<Claim>();  // there is much to be done behind the last of them
            }
        });
        for (std::size_t i = 0; i < waiting_.size(); ++i) {
            count(counters_, stored[i].result, stored[i].figures);
            listener_.put(waiting_[i].article, stored[i].result, stored[i].figures);
        }
        waiting_.clear();
        bytes_ = 0;
        if (unsorted_ >= most_unsorted) sort();
    }

    // What is left to do behind the articles themselves.
    void settle() {
        write_facts_in_steps(database_, threads_);
        unsorted_ = 0;
        unjudged_ = 0;
    }

 private:
    struct Stored {
        PutResult result;
        std::size_t figures;
    };

    void sort() {
        unjudged_ += unsorted_;
        if (unjudged_ >= claims_there() / unjudged_share) return settle();
        database_.transaction([&] { database_.sort_claims(); });
        unsorted_ = 0;
    }

    // About: rows are appended.
    std::size_t claims_there() const {
        const Table last = database_.query("SELECT coalesce(max(rowid), 0) FROM claim");
        return static_cast<std::size_t>(std::get<std::int64_t>(last.rows.front().front()));
    }

    Database& database_;
    const Listener& listener_;
    Counters& counters_;
    const std::size_t threads_;
    std::vector<ExtractedArticle> waiting_;
    std::size_t bytes_ = 0;
    std::size_t unsorted_ = 0;  // claims
    std::size_t unjudged_ = 0;  // claims of which the facts are stale, sorted or not
    const std::string extracted_by_ = extractor_version();
};

}  // namespace

Counters run(const std::vector<std::string>& inputs, const ReadOptions& options, Database& database,
             const Listener& listener, std::size_t threads) {
    Counters counters;
    track_waiting(database);
    write_facts_in_steps(database, threads);  // where a load was broken off
    const std::int64_t copies_before = database.more_copies();
    if (threads > 1) database.look_for_copies_beside();
    Batch batch(database, listener, counters, threads);
    const ExtractedSink sink{
        [&](ExtractedArticle extracted) { batch.add(std::move(extracted)); },
        [&](const Rejected& rejected) {
            if (rejected.what == Rejected::What::article) ++counters.failed;
            listener.rejected(rejected);
        },
        [&](PassedOver what) {
            ++(what == PassedOver::other_record ? counters.other_records : counters.pages_without_article);
        },
        true};
    try {
        counters.stopped = !extract_articles(inputs, options, threads, sink);
        batch.store();
        batch.settle();
    } catch (const EnvironmentError& error) {
        const std::size_t stored = counters.loaded + counters.updated + counters.new_versions;
        if (stored == 0) throw;
        throw EnvironmentError(
            fmt::format("{} ({} articles were stored before that and stay)", error.what(), stored));
    }
    counters.copies =
        static_cast<std::size_t>(std::max(database.more_copies() - copies_before, std::int64_t{0}));
    return counters;
}

}  // namespace figbook
