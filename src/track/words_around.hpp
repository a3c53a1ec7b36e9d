// What the words around a figure say of it, where it is set against another of its fact: a claim in, flags and names out.
//
//     read_words_around(told, told.sentence).deny    // "was not 5 percent": true
#pragma once
#include <string>
#include <vector>

#include "track/told_claim.hpp"

namespace figbook {

// How the words of its time count it: "the third quarter", "July to September".
enum class CountedTime { otherwise, quarters, months };

// What the words of a figure's sentence and subject say of it. Some of one of them alone.
struct WordsAround {
    bool deny = false;           // that it is so
    bool ask = false;            // people: of a poll
    bool revise = false;         // it
    bool add_up = false;         // the sentence: of a sum so far
    bool part = false;           // the sentence: that something is left out or taken in
    bool points = false;         // the sentence: of something that another one names
    bool makers = false;         // the sentence or its headline: of prices that makers ask
    bool shoppers = false;       // or of those that shoppers pay
    bool bare = false;           // the subject: too little, as "prices" alone
    bool last = false;           // the subject: on one day there is one of it, as of a key rate
    bool expected = false;       // before the figure: nobody has told it yet
    bool now = false;            // before the figure: it is of the day
    bool all_private = false;    // the sentence: of private ones alone
    bool distance = false;       // right behind the figure: how far it is from another one
    bool other_month = false;    // the subject: of a month that is not the figure's
    bool branch = false;         // the sentence: of a part of a firm
    bool seldom = false;         // the sentence: of what is seldom told anew
    bool adds = false;           // before the figure: what one thing adds to another
    bool looks_back = false;     // before the figure: "had risen", of a time before another one
    bool moving = false;         // the subject: goes up and down within a day
    bool statistic = false;      // the subject: is counted again with each later report
    bool named = false;          // the subject: something, and whose it is
    bool since = false;          // before the figure of a change: from when it is measured
    bool world = false;          // the sentence: of all the world
    bool so_far = false;         // before the figure: "has bought", up to the day on which it is told
    bool unowned = false;        // the subject: shares of a firm that it does not name
    bool toll = false;           // the sentence: of those that some event has killed or hurt
    bool one_of = false;         // right behind the figure: "of the", so that it is a part
    bool benchmark = false;      // the subject: of all firms of an index
    bool own = false;            // the subject, or the source: each firm has another
    bool closing = false;        // the sentence: of the end of a day of trade
    bool within_day = false;     // the sentence: of an hour of the day
    bool as_of = false;          // the sentence: counted as of a day
    bool months_joined = false;  // the sentence: "January/March", of several
    bool open_from = false;      // what something came from, of a time that may be where it came to
    bool from_extreme =
        false;  // behind the figure of a change: "from its 52-week low", up to the day of the article
    std::vector<std::string> branches{};  // the sentence: "handset" of "the handset division"
    std::string first_of{};               // "four" of "the first four": of so many of them
    bool of_a_firm = false;               // the sentence: a firm that it may not name, "the retailer"
    bool two_times = false;               // behind the figure: two years, so that it is a sum of two things
    bool aside = false;                   // before the figure: a clause that is added to the subject's
    bool prior = false;                   // its time: before another one, "the prior year"
    bool fiscal = false;                  // its time: of the firm's own year
    CountedTime counted_time = CountedTime::otherwise;
    std::vector<std::string> words{};    // of the sentence, those that say something, sorted
    std::vector<std::string> lengths{};  // "nine months": of the spans that the sentence names
    std::vector<std::string> places{};   // countries of the sentence, where the subject names none
    std::vector<std::string>
        told_places{};  // countries of the headline and the sentence, whatever they are there
    std::vector<std::string> own_places{};  // countries of the subject
    std::vector<std::string> groups{};      // "women", "black": of whom the sentence tells, sorted
    std::vector<std::vector<std::string>>
        parts{};                       // what the words behind the figure say that it is for, or in
    std::vector<std::string> names{};  // whose it may be: of the sentence, the headline and the source
    std::string sentence{};            // itself
};

WordsAround read_words_around(const ToldClaim& told, std::string sentence);

}  // namespace figbook
