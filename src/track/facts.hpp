// The facts of a database: what articles tell of one thing, and how it stands.
//
//     write_facts(database);                            // behind each put(), before the commit
//     find_facts(database, {.words = "defence spending"}).rows
//     const Fact fact = read_fact(database, find_fact(database, "3fa9c21b04"));
//     fact.told[1].to_earlier.standing                  // Standing::update
//
// A fact is what claims with the same key (fact_key.hpp) are of. The table `fact` has those that at least two articles
// tell that are no copies; read_fact() knows those of one article too.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "track/comparison.hpp"

namespace figbook {

struct Told {
    ToldClaim claim;
    Comparison to_earlier;                 // to the gravest, or else nearest, of those before it
    std::optional<std::size_t> earlier{};  // which that is, in Fact::told; none for the first and for copies
};

struct Fact {
    FactRow row;
    std::vector<Told> told;  // by day, those without one last
    std::string matched_by;  // why they are of one fact: in_words() of their key
    std::int64_t more = 0;   // figures that were not read: a fact is judged by so many at most
};

// How many figures of a fact are read. Others are counted.
constexpr std::int64_t most_told = 500;

// Throws EnvironmentError where nothing is told of it. Figures of current versions, copies too.
Fact read_fact(const Database& database, std::int64_t fact_id);
// The same without its words and why it is one: for those the first of its articles has to be read anew.
Fact read_figures_of_fact(const Database& database, std::int64_t fact_id);

// Writes the rows of all facts that are stale; inside a transaction or in one of its own.
void write_facts(Database& database);

// Gives the claims that were stored before there were facts theirs, some articles at a time.
void track_waiting(Database& database);

// A fact as people name it: its number as 16 hexadecimal digits, of which the first 10 are enough mostly.
std::string fact_name(std::int64_t fact_id);
// The fact whose name begins so: at least 4 digits. Throws EnvironmentError where it is no name, of no fact, or of several.
std::int64_t find_fact(const Database& database, const std::string& written);

struct FactFilters {
    std::string words{};                // all of them in its key; what has no word is in none
    std::optional<std::string> kind{};  // "money", ...
    std::optional<Date> from{};         // told on this day or later
    std::optional<Date> to{};
    bool conflicts = false;  // only those in conflict
    std::optional<std::int64_t> limit{};
};

// The statement that finds them, with its parameters: the columns of the table `fact`, with `fact`, its name.
struct FactsQuery {
    std::string sql;
    Parameters parameters;
};
FactsQuery facts_query(const FactFilters& filters);

// The facts of several articles, those told last first. The columns of the table `fact`, with `fact`, its name.
Table find_facts(const Database& database, const FactFilters& filters);

// The words of a query as facts have them: "the defence spending" -> {"defense", "expenditure"}.
std::vector<std::string> fact_words(const std::string& query);

}  // namespace figbook
