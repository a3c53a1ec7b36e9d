// The facts of a database: what articles tell of one thing, and how it stands.
//
//     write_facts(database);                            // behind put(), once or after many of them
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
#include "track/told_claims.hpp"

namespace figbook {

struct Told {
    ToldClaim claim;
    Comparison to_earlier;                 // to the gravest, or else nearest, of those before it
    std::optional<std::size_t> earlier{};  // which that is, in Fact::told; none for the first and for copies
    std::vector<std::size_t> conflicts{};  // those before it that it is in conflict with
};

// Two figures of a fact, by their places in Fact::told; the later one is told later.
struct ToldPair {
    std::size_t earlier = 0;
    std::size_t later = 0;
    Comparison comparison;
};

// A figure that is left out since a review calls it misread.
struct WrongClaim {
    std::int64_t article_id = 0;
    std::int64_t ordinal = 0;
    std::string text;
    std::string reviewed_by;
    std::string review_note;
};

struct Fact {
    FactRow row;
    std::vector<Told> told;  // by day, those without one last
    std::string matched_by;  // why they are of one fact: in_words() of their key
    std::int64_t more = 0;   // figures that were not read: a fact is judged by so many at most
    // All that can be set against one another; none where there are more than most_paired figures, nor by
    // read_figures_of_fact().
    std::vector<ToldPair> pairs{};
    std::vector<WrongClaim> wrong{};
};

// Of how many figures each is shown beside each other.
constexpr std::size_t most_paired = 60;

// Throws EnvironmentError where nothing is told of it. Figures of current versions, copies too.
Fact read_fact(const Database& database, std::int64_t fact_id);
// The same without its words and why it is one, for which the first of its articles has to be read anew, without pairs and
// what is wrong.
Fact read_figures_of_fact(const Database& database, std::int64_t fact_id);

// The figures of a fact that may be one, as exactly as they are given, with the one told most exactly first: a figure that is
// told less exactly may be in several. Those of most figures first; copies are in none.
std::vector<std::vector<std::size_t>> agreeing(const Fact& fact);

// Sorts in the claims that wait for it (Database::sort_claims) and writes the rows of all facts that are stale; inside a
// transaction or in one of its own.
void write_facts(Database& database);
// The same in several transactions, so that others may write in between; what is not done where it is broken off is done the
// next time. For a load, which has many of them: they are judged in `threads` threads, with the same outcome for any number.
void write_facts_in_steps(Database& database, std::size_t threads);

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
    std::int64_t offset = 0;  // so many of the first are left out
};

// The statement that finds them, with its parameters: the columns of the table `fact`, with `fact`, its name, and the
// smallest and the largest value that is told of it, `least` and `most`.
struct FactsQuery {
    std::string sql;
    Parameters parameters;
};
FactsQuery facts_query(const FactFilters& filters);

// The facts of several articles, those told last first, as facts_query() has them, and how readers see some of it.
Table find_facts(const Database& database, const FactFilters& filters);

// The words of a query as facts have them: "the defence spending" -> {"defense", "expenditure"}.
std::vector<std::string> fact_words(const std::string& query);

}  // namespace figbook
