// The checks of `figbook check`: each reads the database and says of every figure it can judge whether it
// holds.
//
//     for (const Check& check : all_checks())
//         for (const Finding& finding : check.run(database, {})) ...
//
// A new check is a file with one function here in folder check/, and a line in check.cpp.
#pragma once
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
};

struct Check {
    std::string_view name;         // on the command line: "conversions"
    std::string_view description;  // one line
    std::vector<Finding> (*run)(const Database& database, const PublishedBetween& when);
};

const std::vector<Check>& all_checks();

// Null where there is no check of that name.
const Check* find_check(std::string_view name);

}  // namespace figbook
