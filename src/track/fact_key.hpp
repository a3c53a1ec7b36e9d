// What a figure is of, so that figures of many articles can be told to be of one thing: the key of its fact. Pure
// functions of an article and its claims, so that the key is the same on every machine and in any order of loading.
//
//     const std::vector<TrackedClaim> tracked = track_claims(article, claims);
//     tracked[0].key->subject      // {"defense", "expenditure"}
//     tracked[0].key->scope        // {"nato"}
//     tracked[0].key->period       // "2024-01-01/2024-12-31"
//     fact_id(*tracked[0].key)     // one number for all figures with this key
//
// Method. Two figures are of one fact where all parts of their keys are equal; a wrong fact is worse than two:
// - measure: kind, unit, denominator, and whether it is a level (also the ends of a move), a change or a share;
// - subject: the words of the subject that say something, in one spelling ("defence" is "defense"), in any order;
// - scope: the names and places of the subject; of numbers and shares of people and things, and where the subject has
//   none or nothing else, also those of the sentence, without the person who says it; else of the headline; else the
//   figure is of its own article alone;
// - predicate: where the subject alone says too little ("voters", a name), all other words of the sentence; of the dead
//   and injured and the like what became of them and by what, and then no more of the sentence;
//   of jobs that are lost it is that alone; of a list of many figures in one sentence all words count;
// - whose it is: a firm that says how much it sells, and with whom a trade is;
// - basis: "net", "core", "per head", "other" in the sentence;
// - period as it is stated; none where the figure is said to hold when its article came out. "A year ago" beside a
//   figure of a week is no year: such a figure is of its own article alone.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/claim.hpp"
#include "text/article.hpp"

namespace figbook {

// Where the names of a scope are from, the widest of them.
enum class ScopeFrom { subject, sentence, headline, article };
std::string_view name_of(ScopeFrom);

struct FactKey {
    Kind kind = Kind::number;
    std::string unit;  // of a count "": its noun is a word of the subject
    std::string per;
    Role role = Role::level;             // level, change or share
    std::vector<std::string> subject;    // sorted, each once, like the others
    std::vector<std::string> predicate;  // empty where the subject says enough
    std::vector<std::string> basis;
    std::vector<std::string> scope;
    ScopeFrom scope_from = ScopeFrom::subject;
    std::string
        period;  // "2024-01-01/2024-12-31", the words where their days are unknown, "" for its article's day
    std::string baseline;  // the same of a change

    friend bool operator==(const FactKey&, const FactKey&) = default;
};

// Why a figure is of no fact.
enum class Untracked { duration, attribute, no_subject, no_words };
// "the text does not say what it is of"
std::string_view in_words(Untracked);

struct TrackedClaim {
    std::optional<FactKey> key;
    Untracked why = Untracked::no_subject;  // where there is no key
};

// One for each claim. Of the article the text, the headline, the address and the publication are asked.
std::vector<TrackedClaim> track_claims(const Article& article, const std::vector<Claim>& claims);

// The same one by one, for who asks for some of them. Of the other claims their places and periods are enough.
class ClaimTracker {
 public:
    // Keeps references to both.
    ClaimTracker(const Article& article, const std::vector<Claim>& claims);
    ~ClaimTracker();
    ClaimTracker(const ClaimTracker&) = delete;
    ClaimTracker& operator=(const ClaimTracker&) = delete;

    TrackedClaim track(std::size_t place);

 private:
    struct Maker;
    const std::unique_ptr<Maker> maker_;
};

// 63 bits of a hash of the key, never 0.
std::int64_t fact_id(const FactKey& key);

// Sets Claim::fact of each.
void assign_facts(const Article& article, std::vector<Claim>& claims);

// "percent, change; words: defense, expenditure; names: nato (of the sentence); period: 2024-01-01/2024-12-31"
std::string in_words(const FactKey& key);

}  // namespace figbook
