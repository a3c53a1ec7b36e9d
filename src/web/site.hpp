// What the pages have at hand: a connection to read by, what the checks found, and the ways to what this folder may not
// see, which the command line gives: loading articles and explaining how a figure was understood.
//
//     Site site{database, findings, services, {}};
//     answer(Request::get("/figures"), site)
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "text/article.hpp"
#include "web/figure_list.hpp"
#include "web/report_desk.hpp"
#include "web/source_counts.hpp"

namespace figbook::web {

// How a figure got one of its fields.
struct Reason {
    std::string field;  // "unit"
    std::string value;  // "EUR"
    std::string how;    // `the currency "€" before it`
};

// Of one figure, found again by the bytes that it takes in the text.
struct Reasons {
    std::size_t start = 0;
    std::size_t end = 0;
    std::vector<Reason> reasons;
};

struct LoadRequest {
    enum class What { text, address, file };
    What what = What::text;
    std::string content;  // the text, the address or the file's bytes
    std::string name;     // of the file
    std::string headline;
    std::string publication;
    std::string url;
    std::string published;  // ISO date or ""
};

struct LoadAnswer {
    std::string summary;  // "loaded 1 article with 12 figures"
    std::vector<std::string> problems;
    std::size_t stored = 0;             // articles that are new or changed
    std::vector<std::string> articles;  // their addresses, or headlines where they have none
};

struct ReviewRequest {
    std::int64_t article_id = 0;
    std::int64_t ordinal = 0;
    std::string verdict;   // "confirmed", ...
    std::string value;     // that is right, as somebody types it: "51.9 billion"; "": no other
    std::string high{};    // the upper end that is right; "none": it is no range
    std::string unit{};    // that is right: "EUR"; "none": a bare number
    std::string source{};  // that is right; "none": the paper says it itself
    std::string note{};
    std::string by{};
    bool is_sure = false;  // that a value far from what was read is right
};

struct Services {
    std::function<std::vector<Reasons>(const Article&)> explain{};
    // Throws BadRequest for what cannot be taken.
    std::function<LoadAnswer(const LoadRequest&)> load{};
    // The same.
    std::function<void(const ReviewRequest&)> review{};
};

struct Site {
    Database& database;
    std::shared_ptr<const Findings> findings;  // nullptr: they are not made yet
    const Services& services;
    std::string token;  // what a form that writes must send; "" where nothing may be written
    bool has_login = false;
    std::string database_name{};
    std::int64_t to_check = 0;               // articles that are new or changed since the findings were made
    std::shared_ptr<const Counts> counts{};  // nullptr: they are not made yet
    FindingsOf findings_of{};                // where there are no findings: those of a few articles
    ReportDesk* reports = nullptr;           // nullptr: reports are made at once
    std::string logout_token{};  // what the form to log out must send, also where nothing may be written
};

}  // namespace figbook::web
