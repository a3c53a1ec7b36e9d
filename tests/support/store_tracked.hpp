// An article as a load stores it: with the claims that are found in it, their facts, and what several articles tell.
//
//     const std::int64_t id = store_tracked(database, article);
#pragma once
#include <cstdint>
#include <vector>

#include "claim/extract.hpp"
#include "store/database.hpp"
#include "store/document_id.hpp"
#include "track/fact_key.hpp"
#include "track/facts.hpp"

namespace figbook {

inline std::int64_t store_tracked(Database& database, const Article& article) {
    std::vector<Claim> claims = Extractor()(article);
    assign_facts(article, claims);
    database.transaction([&] {
        database.put(article, claims, "1");
        write_facts(database);
    });
    return document_id(article);
}

}  // namespace figbook
