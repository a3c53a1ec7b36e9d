// The tables by which claims are looked up: claim_by_size, claim_by_source, claim_by_fact; article_rows. Inside the store only.
//
//     ClaimLookups lookups(statements);
//     lookups.set_rows(id);   // right behind the INSERT of an article's first claim
//     lookups.add(id);    // behind the INSERT of an article's claims
//     lookups.sort();     // some time later
//
// Each of them is larger than what SQLite keeps in memory, and the claims of an article go to places all over them. Written at
// once, each claim reads and writes three pages. So articles wait in `unsorted`, and the claims of all of them
// are written in the order of each table: with as many claims as a table has pages, each page once.
//
// When claims go or change, triggers see to it.
#pragma once
#include <cstdint>

#include "store/statements.hpp"

namespace figbook {

class ClaimLookups {
 public:
    explicit ClaimLookups(Statements& statements) : statements_(statements) {}

    // That the claim which was inserted last is the first one of the article. Its other claims must follow it.
    void set_rows(std::int64_t document_id);
    void add(std::int64_t document_id);
    // Facts that come to be told by several articles, or by more of them, are stale then.
    void sort();

 private:
    struct Waiting;

    Waiting read_waiting();
    void write_sizes(const Waiting& waiting);
    void write_sources(const Waiting& waiting);
    void write_facts(const Waiting& waiting);
    bool is_known(std::int64_t fact);
    void mark_stale(std::int64_t fact);

    Statements& statements_;
};

}  // namespace figbook
