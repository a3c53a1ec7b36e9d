// The checks of `figbook check`: each reads the database and says of every figure it can judge whether it
// holds.
//
//     for (const CheckFindings& findings : run_checks(database, every_check(), {}))
//         for (const Finding& finding : findings.list) ...
//
// A new check is a file with its functions here in folder check/, and a line in check.cpp.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.hpp"
#include "check/verdict.hpp"
#include "store/database.hpp"

namespace figbook {

// Articles published in [from, to], each end open where it is not given. With an end given, articles without
// a date are left out.
struct PublishedBetween {
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<std::string> articles{};  // these alone: their document_id as a JSON array
    std::optional<std::string>
        with_pairs{};  // of these, those whose amounts in two currencies are asked for; unset: all
};

// A figure of another article that a finding is about, too.
struct OtherFigure {
    std::int64_t article_id = 0;
    std::int64_t ordinal = 0;
};

// What a check found out about one figure, or one pair of figures.
struct Finding {
    Verdict verdict = Verdict::cannot_check;
    std::string stated;       // what the text says, in the text's words: "€50 billion ($51.9 billion)"
    std::string explanation;  // a sentence without a full stop
    std::int64_t article_id = 0;
    std::string published;  // ISO date, "" where unknown, like the other fields of the article
    std::string publication;
    std::string headline;
    std::string url;
    // What it rests on, for readers: a short label and the words behind it.
    std::vector<std::pair<std::string, std::string>> lines;
    // The check's own columns, exact, in an order that is the same for all findings of the check; null where
    // there is nothing to say.
    std::vector<std::pair<std::string, Value>> details;
    std::vector<OtherFigure> others{};

    // The places of its figures in the article, from its details.
    std::vector<std::size_t> claims() const;
};

struct StoredArticle;
struct Conflict;

// Where a check looks; null where it does not. What is read for one check is there for the others too.
struct Check {
    std::string_view name;         // on the command line: "conversions"
    std::string_view description;  // one line
    std::vector<Finding> (*of_database)(const Database& database, const PublishedBetween& when);
    void (*of_article)(const StoredArticle& article, std::vector<Finding>& findings);
    std::optional<Finding> (*of_conflict)(const Conflict& conflict);
};

struct CheckFindings {
    const Check* check = nullptr;
    std::vector<Finding> list;

    std::size_t count(Verdict verdict) const;
};

const std::vector<Check>& all_checks();
std::vector<const Check*> every_check();

// Null where there is no check of that name.
const Check* find_check(std::string_view name);

// What each of the checks finds, in their order: of its articles the newest first, then what two articles say.
std::vector<CheckFindings> run_checks(const Database& database, const std::vector<const Check*>& checks,
                                      const PublishedBetween& when);

// The two parts of that, for who keeps what was found: what is found in articles, each by itself, and what the articles
// that tell one fact say against each other.
std::vector<CheckFindings> check_articles(const Database& database, const std::vector<const Check*>& checks,
                                          const PublishedBetween& when);
std::vector<CheckFindings> check_fact(const Database& database, const std::vector<const Check*>& checks,
                                      std::int64_t fact_id);

}  // namespace figbook
