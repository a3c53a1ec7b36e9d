// Of which claims of an article the words are that claim_search has found. Inside the store only; see found_claims.hpp.
//
//     SELECT rowid, claims_of(claim_search, 2, 0) FROM claim_search
//     WHERE claim_search MATCH 'subjects : (("defence" * AND "spend" *) AND "<U+E000>")'      -- 4711, '3 17'
#pragma once

struct sqlite3;

namespace figbook {

// Makes claims_of(claim_search, words of subjects, words of sources) a function of the connection: the ordinals of the claims
// that have all of them. The question has those of subjects first; behind the words of each column it has the mark that
// stands before each claim.
void add_claims_of(sqlite3* connection);

}  // namespace figbook
