// The tables of facts: fact, fact_claim, stale_fact and untracked, and the facts of claims. Inside the store only; see Database for
// what each does.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "store/database.hpp"
#include "store/statements.hpp"

namespace figbook {

class FactTable {
 public:
    explicit FactTable(Statements& statements) : statements_(statements) {}

    // Behind the INSERT of claims with these facts: those that other articles tell too are stale now.
    void told(std::int64_t document_id, const std::vector<std::int64_t>& facts);
    // Before claims of the article go.
    void leave(std::int64_t document_id);

    std::vector<std::int64_t> take_stale(std::size_t most);
    void put(const FactRow& row);
    void put(const FactClaimRow& row);
    void erase(std::int64_t fact_id);
    std::vector<std::int64_t> untracked(std::size_t most);
    void set(std::int64_t document_id, const std::vector<std::optional<std::int64_t>>& facts);

 private:
    Statements& statements_;
};

}  // namespace figbook
