// What all checks found, made once for a state of the database and then read by every page: the checks look at every
// article, which takes longer than a page may.
//
//     const auto findings = std::make_shared<const Findings>(make_findings(database));
//     findings->verdict_of(article_id, ordinal)   // "off", "" where nothing was to check
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/check.hpp"

namespace figbook::web {

// Who figures are from: a name and what it is, with the title and organisation that are given most often.
struct CountedSource {
    std::string name;
    std::string kind;
    std::string title;
    std::string organisation;
    std::int64_t figures = 0;
};

struct Findings {
    std::int64_t figures = 0;              // in the view figures: each story once, without durations
    std::vector<CountedSource> sources{};  // of those figures, those with most first
    std::vector<CheckFindings> checks;
    // Of each figure that was checked the worst: off before consistent before cannot_check.
    std::map<std::pair<std::int64_t, std::int64_t>, Verdict> verdicts;

    const CheckFindings& of(std::string_view check) const;
    // Of the figure, with the name of its check.
    std::vector<std::pair<std::string_view, const Finding*>> of_figure(std::int64_t article_id,
                                                                       std::int64_t ordinal) const;
    std::vector<std::pair<std::string_view, const Finding*>> of_article(std::int64_t article_id) const;
};

Findings make_findings(const Database& database);

// The ordinals of a finding's figures.
std::vector<std::int64_t> ordinals_of(const Finding& finding);
// The cell of that name among the finding's details, NULL where there is none.
Value detail(const Finding& finding, std::string_view name);

}  // namespace figbook::web
