#include "track/told_articles.hpp"

#include <algorithm>
#include <iterator>

#include "store/cell.hpp"
#include "store/stored_claims.hpp"

namespace figbook {
namespace {

// Of the texts that are kept, beside the last one.
constexpr std::size_t most_texts = 16;
constexpr std::size_t most_bytes = 8U << 20U;

std::string read_text(const Database& database, std::int64_t article_id) {
    const Table table =
        database.query("SELECT text FROM article WHERE document_id = :id", {{":id", article_id}});
    return table.rows.empty() ? "" : text_of(table.rows.front().front());
}

}  // namespace

Article read_article(const Database& database, std::int64_t article_id) {
    const Table table = database.query(
        "SELECT text, headline, url, publication.name, published FROM article LEFT JOIN publication USING "
        "(publication_id) WHERE document_id = :id",
        {{":id", article_id}});
    Article article;
    if (table.rows.empty()) return article;
    const auto& row = table.rows.front();
    article.text = text_of(row[0]);
    article.headline = text_of(row[1]);
    article.url = text_of(row[2]);
    article.publication = text_of(row[3]);
    article.published = day_of(row[4]);
    return article;
}

ToldArticles::Keys::Keys(const Database& database, std::int64_t id)
    : article_id(id),
      article(read_article(database, id)),
      claims(claims_in_outline(database, id)),
      tracker(article, claims) {}

std::string ToldArticles::sentence_of(const ToldClaim& told) {
    const std::string& text = text_of_article(told.article_id);
    const Span& sentence = told.claim.sentence;
    return sentence.end <= text.size() ? std::string(sentence.in(text)) : "";
}

const std::string& ToldArticles::text_of_article(std::int64_t article_id) {
    const auto known = std::find_if(texts_.begin(), texts_.end(),
                                    [&](const Text& one) { return one.article_id == article_id; });
    if (known != texts_.end()) {
        texts_.splice(texts_.begin(), texts_, known);
        return texts_.front().text;
    }
    texts_.push_front({article_id, read_text(database_, article_id)});
    std::size_t bytes = 0;
    for (auto one = std::next(texts_.begin()); one != texts_.end(); ++one) bytes += one->text.size();
    while (texts_.size() > 1 && (bytes > most_bytes || texts_.size() > most_texts)) {
        bytes -= texts_.back().text.size();
        texts_.pop_back();
    }
    return texts_.front().text;
}

std::optional<FactKey> ToldArticles::key_of(const ToldClaim& told) {
    // What a review has corrected is of the fact as it was extracted.
    if (told.verdict == name_of(ReviewVerdict::corrected)) {
        const std::vector<Claim> claims = extracted_claims(database_, told.article_id);
        if (told.ordinal >= claims.size()) return std::nullopt;
        const Article article = read_article(database_, told.article_id);
        return ClaimTracker(article, claims).track(told.ordinal).key;
    }
    if (!keys_ || keys_->article_id != told.article_id) keys_.emplace(database_, told.article_id);
    if (told.ordinal >= keys_->claims.size()) return std::nullopt;
    keys_->claims[told.ordinal] = told.claim;
    return keys_->tracker.track(told.ordinal).key;
}

}  // namespace figbook
