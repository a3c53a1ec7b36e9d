// The words of articles, by which they are searched (the table article_search). Inside the store only.
//
//     SearchIndex index(statements);
//     index.add(id);       // behind the INSERT of an article
//     index.settle(id);    // before the article changes or goes: the triggers in schema.sql do the rest
//     index.write();       // before the commit
//
// Articles are kept back until the commit and then written in the order of their numbers. The index begins a new
// segment whenever a number is lower than the one before it, and numbers are hashes: each article for itself would
// be a segment of its own, to be merged with all the others later.
#pragma once
#include <cstdint>
#include <set>

#include "store/statements.hpp"

namespace figbook {

class SearchIndex {
 public:
    explicit SearchIndex(Statements& statements) : statements_(statements) {}

    void add(std::int64_t id) { waiting_.insert(id); }
    // Writes what is kept back where the article is among it: the triggers take it out of the index again.
    void settle(std::int64_t id) {
        if (waiting_.contains(id)) write();
    }
    void write();
    // The transaction is undone, and the articles with it.
    void forget() { waiting_.clear(); }

 private:
    Statements& statements_;
    std::set<std::int64_t> waiting_;
};

}  // namespace figbook
