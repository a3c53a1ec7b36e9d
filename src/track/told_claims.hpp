// The figures that articles tell of a fact, read from the database.
//
//     read_told(database, fact_id)            // with their sentences, by day, those without one last
//
//     const ToldToJudge told = told_to_judge(database, fact_id);    // without their sentences
//     for (const auto& row : told.unkept) database.put_fact_claim(row);    // the next time they are read from one place
//
// A figure stands in `claim`, its article and source each in a table of its own, all of them at places all over the file. What
// facts are judged by is that of their figures again and again, while few of them are new. So of the facts in `fact` it is
// kept in the table `fact_claim`, a row for each figure, those of a fact side by side. Triggers see to it that what has changed is
// not there (schema.sql); told_to_judge() reads anew what is not.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "track/told_claim.hpp"

namespace figbook {

// How many figures of a fact are read. Others are counted.
constexpr std::int64_t most_told = 500;

// The claims of current articles with their reviews: "FROM claim_by_fact AS told ...".
const std::string& claims_told();

// Of those that no review calls misread, the first by article.
std::vector<ToldClaim> read_told(const Database& database, std::int64_t fact_id);

struct ToldToJudge {
    std::vector<ToldClaim>
        claims;  // without sentence, address and who reviewed them; of copies, 0 is the original
    std::vector<FactClaimRow> unkept;  // what was not in fact_claim
};
ToldToJudge told_to_judge(const Database& database, std::int64_t fact_id);

}  // namespace figbook
