// Keeps the Findings and the Counts of a database that others change: what an article says does not change what is found in
// another, so that after a change only the articles are read and checked that are new or stand otherwise than before, and
// the facts in conflict that they tell. All of them are checked where the rates have changed.
//
//     FindingsKeeper keeper;
//     keeper.look(database);                        // which articles and facts are to be checked
//     while (!keeper.is_done()) keeper.check_some(database);
//     keeper.findings()
//
// The first time all figures are read before any is checked, since that is done sooner and most pages need no more.
//
// A claim that somebody changes by hand, without the program, is only seen by a new keeper.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "web/findings.hpp"
#include "web/source_counts.hpp"

namespace figbook::web {

class FindingsKeeper {
 public:
    // An article may be written twice in the second that its time of loading says, with a look between the two; so those
    // that were written so short a time before a look are checked again at the next.
    explicit FindingsKeeper(std::chrono::seconds unsettled = std::chrono::seconds(2))
        : unsettled_(unsettled) {}

    void look(const Database& database);
    // A few of those; throws EnvironmentError, and goes on where it was at the next call.
    void check_some(const Database& database);
    bool is_done() const { return findings_ != nullptr && !has_changed_; }
    // How many articles are still to be checked.
    std::size_t left() const { return waiting_.size(); }

    // As it was when all was last checked; nullptr before the first time.
    std::shared_ptr<const Findings> findings() const { return findings_; }
    // The same of the figures, but for the first time, when they are there before the findings.
    std::shared_ptr<const Counts> counts() const { return counts_; }

 private:
    // All that decides over what is found in an article, but for its claims, which have the time at which they were written.
    struct Article {
        std::uint64_t mark = 0;
        bool may_change = false;  // without another mark
    };
    struct WaitingArticle {
        std::int64_t id;
        Article article;
    };
    struct KnownFact {
        bool is_known = false;  // since one of its articles has changed
        std::uint64_t mark = 0;
        std::string last_day{};
        FoundList found{};
    };
    struct SeenFact {
        std::int64_t id;
        std::uint64_t mark;
        std::string last_day;
    };

    void see_articles(const Database& database);
    void see_facts(const Database& database);
    void read_some(const Database& database);
    void check_articles_of(const Database& database, const std::vector<WaitingArticle>& articles);
    void check_facts(const Database& database);
    void make_findings();

    std::chrono::seconds unsettled_;
    std::uint64_t rates_mark_ = 0;
    std::unordered_map<std::int64_t, Article> articles_;
    std::unordered_map<std::int64_t, FoundList> found_;  // of those in which something was found
    std::map<std::int64_t, KnownFact> facts_;
    std::vector<WaitingArticle> waiting_;
    std::vector<SeenFact> waiting_facts_;
    FigureGatherer figures_;
    std::size_t read_ = 0;     // of those that wait, the first time
    bool has_changed_ = true;  // since findings_ was made
    std::shared_ptr<const Findings> findings_;
    std::shared_ptr<const Counts> counts_;
};

// All at once.
std::shared_ptr<const Findings> make_findings(const Database& database);
// Of these articles alone, and of the facts in conflict that they tell.
std::shared_ptr<const Findings> make_findings(const Database& database,
                                              const std::vector<std::int64_t>& articles);
// With what the checks say, where there are `findings`.
std::shared_ptr<const Counts> make_counts(const Database& database, const Findings* findings = nullptr);

}  // namespace figbook::web
