// The links between articles and what they are copies of: the table article_copy. Inside the store only; copies.hpp says how
// they are found.
//
//     CopyLinks links(statements);
//     links.write(copy, {original, overlap});
//     links.find(copy)->original
//     links.keep_back(reader);     // from then on links are read by another connection, and what is written is kept in memory
//     links.write_kept();          // until this
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "store/statements.hpp"
#include "store/story.hpp"

namespace figbook {

struct CopyLink {
    std::int64_t original;
    Overlap overlap;  // of the copy, of the original
    bool is_copy() const { return overlap.of_first >= near_copy; }
    friend bool operator==(const CopyLink&, const CopyLink&) = default;
};

class CopyLinks {
 public:
    explicit CopyLinks(Statements& statements) : statements_(statements), reader_(&statements) {}

    std::optional<CopyLink> find(std::int64_t id);
    std::vector<std::int64_t> copies_of(std::int64_t id);
    // Writes nothing where it is so already.
    void write(std::int64_t id, const CopyLink& link);
    void erase(std::int64_t id);

    // How many copies are linked now more than at first; less than 0 where links went.
    std::int64_t more_copies() const { return more_copies_; }

    // Before each commit.
    void finish() { more_at_commit_ = more_copies_; }
    void keep_back(Statements& reader) { reader_ = &reader; }
    void write_kept();
    // Behind a transaction that was undone.
    void undone();

 private:
    bool keeps_back() const { return reader_ != &statements_; }
    void change(std::int64_t id, const std::optional<CopyLink>& link);
    void store(std::int64_t id, const std::optional<CopyLink>& link);

    Statements& statements_;
    Statements* reader_;
    std::map<std::int64_t, std::optional<CopyLink>> kept_;  // none: it is to be erased
    std::int64_t more_copies_ = 0;
    std::int64_t more_at_commit_ = 0;
};

}  // namespace figbook
