// What all checks found of one state of the database: read by every page, changed by none. web/findings_keeper.hpp makes
// it, since that takes longer than a page may.
//
//     const std::shared_ptr<const Findings> findings = keeper.findings();
//     findings->verdict_of(article_id, ordinal)   // Verdict::off; none where nothing was to check
//     findings->of("conversions")                 // the newest articles first
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/check.hpp"

namespace figbook::web {

struct Found {
    const Check* check = nullptr;
    Finding finding;
    std::vector<std::int64_t> ordinals{};  // of the finding's figures, in its article
};
// Of one article, or of one fact; shared by the states in which nothing of it has changed.
using FoundList = std::shared_ptr<const std::vector<Found>>;

FoundList found_list(const std::vector<CheckFindings>& found);

// "in conflict" in place of "off" where two texts contradict each other: which of them is wrong is not known.
std::string_view verdict_words(const Check& check, Verdict verdict);
// The same of a figure of which `found` says that verdict.
std::string_view verdict_words(const std::vector<const Found*>& found, Verdict verdict);

// The worst that these say of the figure: off before consistent before cannot_check.
std::optional<Verdict> worst_of(const std::vector<const Found*>& list, std::int64_t ordinal);

class Findings {
 public:
    // `found` is in the order in which pages show it.
    explicit Findings(std::vector<FoundList> found);

    // Of one check.
    const std::vector<const Finding*>& of(std::string_view check) const;
    std::size_t count(std::string_view check, Verdict verdict) const;
    // In whichever of the articles that it is about a finding stands.
    const std::vector<const Found*>& of_article(std::int64_t article_id) const;
    std::vector<const Found*> of_figure(std::int64_t article_id, std::int64_t ordinal) const;
    // worst_of() of its article's.
    std::optional<Verdict> verdict_of(std::int64_t article_id, std::int64_t ordinal) const;
    // The figures of which that is the worst, those of the newest articles first.
    struct Figure {
        std::int64_t article_id;
        std::int64_t ordinal;
    };
    const std::vector<Figure>& figures_of(Verdict verdict) const;

 private:
    void add_to_others();
    bool has_own(const OtherFigure& figure, const Check& check) const;
    void sort_by_verdict();

    std::vector<FoundList> found_;
    // What is found in one article of the figures of others, as if it were found there.
    std::deque<Found> of_others_{};
    std::vector<std::vector<const Finding*>> of_check_;  // as all_checks()
    std::unordered_map<std::int64_t, std::vector<const Found*>> of_article_{};
    std::unordered_map<Verdict, std::vector<Figure>> of_verdict_{};
};

// The cell of that name among the finding's details, NULL where there is none.
Value detail(const Finding& finding, std::string_view name);
// The ordinals of a finding's figures.
std::vector<std::int64_t> ordinals_of(const Finding& finding);

}  // namespace figbook::web
