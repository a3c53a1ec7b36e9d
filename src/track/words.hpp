// The words of a piece of text as tracking compares them: one spelling for each, and what class each is of.
//
//     for (const TrackedWord& word : tracked_words("British defence spending")) ...
//     // {"uk", place, is_name}, {"defense"}, {"expenditure"}
//
// What the classes are and which words they have stands in schema/tracking/words.csv.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace figbook {

enum class WordKind : std::uint8_t {
    content,  // says what is measured
    filler,   // says nothing
    general,  // says nothing where another word says it: "total", "rate"
    time,     // a period's
    number,   // digits alone
};

// What the table says of a word.
struct WordTraits {
    bool is_people = false;        // of those whom the fact is not told by: "voters"
    bool is_somebody = false;      // of those that say no more than that it is people: "victims"
    bool is_ordinal = false;       // which of several: then its basis is that
    bool is_denial = false;        // "not", "denied"
    bool is_asked = false;         // "poll", "support"
    bool is_place = false;         // "germany"
    bool is_body = false;          // "government", "hospital"
    bool is_verb = false;          // "posted": what stands before it, alone and with a capital, is a name
    bool is_lasting = false;       // "population": on one day there is one of it
    bool is_vague = false;         // "deficit": alone it does not say of what
    bool is_revised = false;       // "provisional", "revised"
    bool is_of_firms = false;      // "deliveries": each firm has its own
    bool has_other_end = false;    // "trade surplus": with somebody
    bool is_job_loss = false;      // "cut", of jobs
    bool is_partial = false;       // "excluding": part of it is left out
    bool is_of_makers = false;     // "producer prices"
    bool is_of_shoppers = false;   // "consumer prices"
    bool is_elsewhere = false;     // "this stock": another sentence says which
    bool is_of_work = false;       // "pages": of one book or film, of which each has others
    bool is_the_place = false;     // "the country": another sentence may say which
    bool is_bare = false;          // "prices": alone it does not say whose
    bool is_expected = false;      // "expects": what stands behind it, nobody has told yet
    bool is_statistic = false;     // "exports": counted again with each later report
    bool is_own = false;           // "profit": each firm has another
    bool is_national = false;      // "retail": beside such a word, of a country
    bool is_now = false;           // "now": as of the day
    bool is_moving = false;        // "shares": up and down within a day
    bool is_distance = false;      // "short of": how far from another figure
    bool is_branch = false;        // "division": part of a firm
    bool is_seldom = false;        // "inflation": seldom told anew with a later report
    bool is_adding = false;        // "contributed": what one thing adds to another
    bool is_private = false;       // of private ones alone
    bool is_selling = false;       // "sold": each who does so has another figure
    bool is_exchange = false;      // "stock exchange": where something is traded
    bool is_worldwide = false;     // "globally"
    bool is_traded = false;        // "shares": without a name nobody knows whose
    bool is_many_names = false;    // "Motor", "CEO": in the names of many
    bool is_union = false;         // a place of many countries: "eu"
    bool is_benchmark = false;     // "s&p 500": what its firms report adds up report by report
    bool is_definite = false;      // "the", "its": what stands behind it is known
    bool is_pronoun = false;       // "it", "this": of what another sentence tells
    bool is_link = false;          // "was", "marked"
    bool is_deed = false;          // "bought": behind "has", it goes on
    bool is_harm = false;          // "killed", "displaced"
    bool is_span = false;          // "weeks": behind a number, how long
    bool is_month = false;         // "january"
    bool is_quarter = false;       // "quarter", "q3"
    bool is_fiscal = false;        // "fiscal": of a firm's own year
    bool is_prior = false;         // "prior": before a time that another sentence tells
    bool is_running = false;       // "marketing season": what is told of it is told so far
    bool is_within_day = false;    // "midday"
    bool is_closing = false;       // "closed": of the end of a day of trade
    bool is_sort_of_firm = false;  // "retailer": a source of that name alone is nobody
    bool is_public = false;        // "central": of a body that is one in its country
    bool leads_to_other = false;   // "with": before a name, the other end of a trade
    bool leads_part = false;       // "in", "for": what stands behind it tells of which part it is
    bool is_of_group = false;      // "black", "rural": of some people alone
    bool ends_phrase = false;      // "which", "was": what stands behind it is said by itself
};

struct TrackedWord : WordTraits {
    std::string folded;  // lower case, singular, in one spelling
    Span span;           // in the text
    WordKind kind = WordKind::content;
    bool is_name = false;   // written with a capital letter, or a place
    bool opens = false;     // the first word of the text or of a sentence in it: its capital says nothing
    bool is_known = false;  // in the table, so that its capital at the start of a sentence says nothing
    std::string_view direction{};  // of a word before a name: "from", "to"
    std::string_view event{};      // what became of them: "died" for "killed"; "" for most
    std::string_view cause{};      // by what it happened: "earthquake"; "" for most
    std::string_view basis{};      // "net", "core"; "" for most
    std::string_view group{};      // of whom it tells: "women", "black"; "" for most
    unsigned month = 0;            // 1 to 12
};

// The words of the text in their order. A phrase of the table is one word.
std::vector<TrackedWord> tracked_words(std::string_view text);

// "Germany" of "Germany's".
std::string_view without_possessive(std::string_view word);

// One word in one spelling: lower case, without 's, in the singular, "labour" as "labor", "realise" as "realize".
std::string folded_word(std::string_view word);

}  // namespace figbook
