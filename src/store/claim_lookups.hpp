// The tables by which claims are looked up: claim_by_size, claim_by_source, claim_by_fact; article_rows. Inside the store only.
//
//     ClaimLookups lookups(statements);
//     lookups.set_rows(id);   // right behind the INSERT of an article's first claim
//     lookups.note(id, ordinal, claim, amount, source_id);   // behind the INSERT of each
//     lookups.add(id);    // behind the INSERT of an article's claims
//     lookups.sort();     // some time later
//
// Each of them is larger than what SQLite keeps in memory, and the claims of an article go to places all over them. Written at
// once, each claim reads and writes three pages. So articles wait in `unsorted`, and the claims of all of them
// are written in the order of each table: with as many claims as a table has pages, each page once.
//
// What was noted of their claims is kept in memory until then, where these are all that wait: to read them again is a fifth of
// the work. It is not trusted where anybody else has written, or claims went or changed since: then they are read.
//
// When claims go or change, triggers see to it, and whoever does it says so by distrust().
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "claim/claim.hpp"
#include "store/statements.hpp"

namespace figbook {

class ClaimLookups {
 public:
    explicit ClaimLookups(Statements& statements);
    ClaimLookups(const ClaimLookups&) = delete;
    ClaimLookups& operator=(const ClaimLookups&) = delete;
    ~ClaimLookups();

    // That the claim which was inserted last is the first one of the article. Its other claims must follow it.
    void set_rows(std::int64_t document_id);
    void note(std::int64_t document_id, std::size_t ordinal, const Claim& claim, double amount,
              std::optional<std::int64_t> source_id);
    void add(std::int64_t document_id);
    // Before claims that may wait change or go.
    void distrust();
    // Facts that come to be told by several articles, or by more of them, are stale then.
    void sort();
    // The transaction is undone.
    void forget() { distrust(); }

 private:
    struct Waiting;

    bool has_waiting();
    std::int64_t data_version();
    bool may_note();
    bool is_noted_whole();
    Waiting read_waiting();
    void write_sizes(const Waiting& waiting);
    void write_sources(const Waiting& waiting);
    void write_facts(const Waiting& waiting);
    bool is_known(std::int64_t fact);
    void mark_stale(std::int64_t fact);

    Statements& statements_;
    std::unique_ptr<Waiting> noted_;     // of all articles that wait; null where that is not known
    std::int64_t noted_at_version_ = 0;  // SQLite's, which changes when somebody else has written
};

}  // namespace figbook
