#include "check/check.hpp"

#include <algorithm>
#include <sstream>

#include "check/checks.hpp"
#include "check/conflicts.hpp"
#include "check/stored_article.hpp"

namespace figbook {
namespace {

// Whether one of the checks looks there.
template <class Function>
bool any(const std::vector<const Check*>& checks, Function Check::*function) {
    return std::any_of(checks.begin(), checks.end(),
                       [&](const Check* check) { return check->*function != nullptr; });
}

void add(const Conflict& conflict, std::vector<CheckFindings>& all) {
    for (CheckFindings& findings : all) {
        if (findings.check->of_conflict == nullptr) continue;
        if (auto finding = findings.check->of_conflict(conflict))
            findings.list.push_back(std::move(*finding));
    }
}

}  // namespace

std::size_t CheckFindings::count(Verdict verdict) const {
    return static_cast<std::size_t>(std::count_if(
        list.begin(), list.end(), [&](const Finding& finding) { return finding.verdict == verdict; }));
}

std::vector<std::size_t> Finding::claims() const {
    std::vector<std::size_t> places;
    for (const auto& [name, value] : details) {
        if (name != "claims") continue;
        std::istringstream numbers(std::get<std::string>(value));
        for (std::size_t place = 0; numbers >> place;) places.push_back(place);
    }
    return places;
}

const std::vector<Check>& all_checks() {
    static const std::vector<Check> checks{
        {"conversions", "amounts given in two currencies, against the reference rate of the day",
         check_conversions, nullptr, nullptr},
        {"units", "measures given in two units, against the exact factor", nullptr, check_units, nullptr},
        {"change", "rises and falls, against the figures that they go from and to", nullptr, check_changes,
         nullptr},
        {"shares", "parts and shares, against the whole that they are of", nullptr, check_shares, nullptr},
        {"scale", "one figure given twice, in one article or in two, a thousand times apart", nullptr,
         check_scale, check_scale},
        {"contradictions", "figures of one thing, in two articles, that cannot both be right", nullptr,
         nullptr, check_contradiction},
    };
    return checks;
}

std::vector<const Check*> every_check() {
    std::vector<const Check*> checks;
    for (const Check& check : all_checks()) checks.push_back(&check);
    return checks;
}

const Check* find_check(std::string_view name) {
    const auto& checks = all_checks();
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.name == name; });
    return found == checks.end() ? nullptr : &*found;
}

std::vector<CheckFindings> check_articles(const Database& database, const std::vector<const Check*>& checks,
                                          const PublishedBetween& when) {
    std::vector<CheckFindings> all;
    for (const Check* check : checks) {
        all.push_back({check, {}});
        if (check->of_database != nullptr) all.back().list = check->of_database(database, when);
    }
    if (any(checks, &Check::of_article))
        for_each_article(database, when, [&](const StoredArticle& article) {
            for (CheckFindings& findings : all)
                if (findings.check->of_article != nullptr) findings.check->of_article(article, findings.list);
        });
    return all;
}

std::vector<CheckFindings> check_fact(const Database& database, const std::vector<const Check*>& checks,
                                      std::int64_t fact_id) {
    std::vector<CheckFindings> all;
    for (const Check* check : checks) all.push_back({check, {}});
    for_each_conflict_of(database, fact_id, [&](const Conflict& conflict) { add(conflict, all); });
    return all;
}

std::vector<CheckFindings> run_checks(const Database& database, const std::vector<const Check*>& checks,
                                      const PublishedBetween& when) {
    std::vector<CheckFindings> all = check_articles(database, checks, when);
    if (any(checks, &Check::of_conflict))
        for_each_conflict(database, when, [&](const Conflict& conflict) { add(conflict, all); });
    return all;
}

}  // namespace figbook
