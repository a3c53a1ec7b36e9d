// What facts ask of the articles that tell of them: a sentence, and by which key a figure is of its fact.
//
//     ToldArticles articles(database);
//     articles.sentence_of(told)       // "Aid rose by 5%."
//     articles.key_of(told)->subject   // {"aid"}
//
// Facts that are written together may be told by the same articles: what was read last of them is kept for the next
// question. To read a large one for each of its figures would take time by its square.
#pragma once
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "store/database.hpp"
#include "text/article.hpp"
#include "track/fact_key.hpp"
#include "track/told_claim.hpp"

namespace figbook {

// Empty where there is none of that number. Read is what keys ask: text, headline, address, publication and day.
Article read_article(const Database& database, std::int64_t article_id);

class ToldArticles {
 public:
    explicit ToldArticles(const Database& database) : database_(database) {}
    ToldArticles(const ToldArticles&) = delete;
    ToldArticles& operator=(const ToldArticles&) = delete;

    // "" where its article is not there.
    std::string sentence_of(const ToldClaim& told);
    // None where it is of no fact.
    std::optional<FactKey> key_of(const ToldClaim& told);

 private:
    struct Text {
        std::int64_t article_id;
        std::string text;
    };
    struct Keys {
        Keys(const Database& database, std::int64_t id);
        const std::int64_t article_id;
        const Article article;
        std::vector<Claim> claims;  // but for those that were asked for, in outline
        ClaimTracker tracker;
    };

    const std::string& text_of_article(std::int64_t article_id);

    const Database& database_;
    std::list<Text> texts_;  // the last one that was asked for is the first
    std::optional<Keys> keys_;
};

}  // namespace figbook
