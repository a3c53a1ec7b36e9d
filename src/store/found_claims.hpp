// Claims by the words of their subjects and sources, as claim_search has them.
//
//     const ClaimWords words(database.words("defence spend"), {});
//     const std::shared_ptr<KeptRows> found = find_claims(database, words);
//     database.query("SELECT of_article, place FROM found_claims(:found)", {{":found", found->number()}});
//
// Beside article_id and ordinal of each as of_article and place it has article_row and claim_row, where article_rows says that they
// stand; 0 where that says nothing.
// Each word must begin one of the claim's. Of what somebody has changed by hand the index may know what is no more.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.hpp"
#include "store/kept_rows.hpp"

namespace figbook {

// A question of the index. No words of a column: whatever it has.
class ClaimWords {
 public:
    ClaimWords() = default;
    ClaimWords(const std::vector<IndexWord>& subject, const std::vector<IndexWord>& source);

    bool empty() const { return articles_.empty(); }
    // What claim_search is to MATCH for the articles that have the words, of one claim or of several.
    const std::string& articles() const { return articles_; }
    // The same with the marks between the claims.
    const std::string& claims() const { return claims_; }
    std::size_t subject_words() const { return subject_words_; }
    std::size_t source_words() const { return source_words_; }

 private:
    std::size_t subject_words_ = 0, source_words_ = 0;
    std::string articles_, claims_;
};

// The columns of found_claims, for who makes such rows of others.
enum FoundClaim : std::size_t { found_article, found_place, found_article_row, found_claim_row };

// No claims, to be added to.
std::shared_ptr<KeptRows> no_claims(const Database& database);
// One of others.
void add_claim(KeptRows& claims, const KeptRows& from, std::size_t row);
// By the numbers of their articles, then by their places there.
std::shared_ptr<KeptRows> find_claims(const Database& database, const ClaimWords& words);

}  // namespace figbook
