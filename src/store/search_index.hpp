// The words of articles and of their claims, by which both are found (the tables article_search and claim_search).
// Inside the store only.
//
//     SearchIndex index(statements);
//     index.add(id);       // behind the INSERT of an article with its claims
//     index.settle(id);    // before the article changes or goes: the triggers in schema.sql do the rest
//     index.take_out_claims(id);   // before its claims change; add_claims(id) behind it
//     index.write();       // before the commit
//
// Articles are kept back until the commit and then written in the order of their numbers. The index begins a new
// segment whenever a number is lower than the one before it, and numbers are hashes: each article for itself would
// be a segment of its own, to be merged with all the others later.
#pragma once
#include <cstdint>
#include <set>
#include <string>

#include "store/statements.hpp"

namespace figbook {

class SearchIndex {
 public:
    explicit SearchIndex(Statements& statements) : statements_(statements) {}

    void add(std::int64_t id) {
        waiting_.insert(id);
        add_claims(id);
    }
    void add_claims(std::int64_t id) { waiting_claims_.insert(id); }
    // Writes what is kept back where the article is among it: the triggers take it out of the index again.
    void settle(std::int64_t id) {
        if (waiting_.contains(id) || waiting_claims_.contains(id)) write();
    }
    void take_out_claims(std::int64_t id);
    void write();
    // The transaction is undone, and the articles with it.
    void forget() {
        waiting_.clear();
        waiting_claims_.clear();
    }

 private:
    void write_articles();
    void write_claims();
    bool read_words(std::int64_t id, std::string& subjects, std::string& sources);

    Statements& statements_;
    std::set<std::int64_t> waiting_;
    std::set<std::int64_t> waiting_claims_;
};

}  // namespace figbook
