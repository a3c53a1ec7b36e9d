#include "check/stored_article.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include "check/amount_words.hpp"
#include "check/scale_slip.hpp"
#include "check/words_at.hpp"
#include "store/stored_claims.hpp"

namespace figbook {
namespace {

constexpr std::string_view articles_sql = R"(
    SELECT article.document_id, article.published, publication.name, article.headline, article.url,
           article_copy.original_id,
           EXISTS (SELECT 1 FROM claim_review WHERE claim_review.document_id = article.document_id) AS has_reviews
    FROM article
    LEFT JOIN publication ON publication.publication_id = article.publication_id
    LEFT JOIN article_copy ON article_copy.document_id = article.document_id
    WHERE article.is_current = 1
        AND (:from IS NULL OR article.published >= :from) AND (:to IS NULL OR article.published <= :to){}
    ORDER BY article.published IS NULL, article.published DESC, article.headline, article.document_id)";

using Cells = std::vector<Value>;

bool differs(const Claim& corrected, const Claim& extracted) {
    return std::tie(corrected.value, corrected.high, corrected.unit) !=
           std::tie(extracted.value, extracted.high, extracted.unit);
}

void read_claims(const Database& database, StoredArticle& article, bool has_original, bool has_reviews) {
    // With reviews it is a statement that takes longer to prepare, which few articles need.
    if (has_reviews) {
        for (ReviewedClaim& reviewed : reviewed_claims(database, article.id)) {
            article.is_wrong.push_back(reviewed.is_wrong());
            article.claims.push_back(std::move(reviewed.claim));
        }
        const std::vector<Claim> extracted = extracted_claims(database, article.id);
        for (std::size_t i = 0; i < article.claims.size(); ++i)
            article.is_corrected.push_back(differs(article.claims[i], extracted.at(i)));
    } else {
        article.claims = claims_without_sources(database, article.id);
        article.is_wrong.assign(article.claims.size(), false);
        article.is_corrected.assign(article.claims.size(), false);
    }
    article.is_repeat.assign(article.claims.size(), false);
    if (!has_original || article.claims.empty()) return;
    const Table repeats = database.query(
        "SELECT ordinal FROM all_figures WHERE article_id = :id AND is_repeat = 1 ORDER BY ordinal",
        {{":id", article.id}});
    for (const Cells& row : repeats.rows)
        article.is_repeat.at(static_cast<std::size_t>(whole_of(row[0]))) = true;
}

}  // namespace

// All checks set figures of one sentence against each other, related ones, or two that may be a slip.
bool may_have_findings(const std::vector<Claim>& claims) {
    const auto shares_sentence = [](const Claim& a, const Claim& b) { return a.sentence == b.sentence; };
    return std::adjacent_find(claims.begin(), claims.end(), shares_sentence) != claims.end() ||
           std::any_of(claims.begin(), claims.end(),
                       [](const Claim& claim) { return claim.relation.has_value(); }) ||
           std::count_if(claims.begin(), claims.end(), may_slip) > 1;
}

std::string_view StoredArticle::words(Span span) const {
    return words_at(text, span);
}

std::string_view StoredArticle::between(const Claim& first, const Claim& second) const {
    return words_between(text, first, second);
}

void for_each_article(const Database& database, const PublishedBetween& when,
                      const std::function<void(const StoredArticle&)>& visit) {
    const auto day_or_null = [](const std::optional<Date>& day) { return day ? Value(iso(*day)) : Value(); };
    const std::string_view only =
        when.articles ? " AND article.document_id IN (SELECT value FROM json_each(:articles))" : "";
    const Table articles =
        database.query(fmt::format(articles_sql, only), {{":from", day_or_null(when.from)},
                                                         {":to", day_or_null(when.to)},
                                                         {":articles", when.articles.value_or("[]")}});
    for (const Cells& row : articles.rows) {
        StoredArticle article;
        article.id = whole_of(row[0]);
        article.published = text_of(row[1]);
        article.publication = text_of(row[2]);
        article.headline = text_of(row[3]);
        article.url = text_of(row[4]);
        read_claims(database, article, !std::holds_alternative<std::monostate>(row[5]),
                    whole_of(row[6]) != 0);
        if (!may_have_findings(article.claims)) continue;
        const Table stored =
            database.query("SELECT text FROM article WHERE document_id = :id", {{":id", article.id}});
        if (!stored.rows.empty()) article.text = text_of(stored.rows.front().front());
        visit(article);
    }
}

std::string shown_sentence(const StoredArticle& article, const Claim& claim) {
    constexpr std::uint32_t around = 500;
    const std::uint32_t end_of_text = static_cast<std::uint32_t>(article.text.size());
    Span shown = claim.sentence;
    if (shown.end > end_of_text) return "";
    const auto inside = [&](std::uint32_t at) { return (article.text[at] & '\xC0') == '\x80'; };
    if (shown.start + around < claim.span.start) shown.start = claim.span.start - around;
    if (shown.end > claim.span.end + around) shown.end = claim.span.end + around;
    while (shown.start < shown.end && inside(shown.start)) ++shown.start;
    while (shown.end > shown.start && shown.end < end_of_text && inside(shown.end)) --shown.end;
    std::string words = shown.start > claim.sentence.start ? "…" : "";
    words += article.words(shown);
    return shown.end < claim.sentence.end ? words + "…" : words;
}

std::optional<Finding> finding_of(const StoredArticle& article, std::vector<std::size_t> claims,
                                  Verdict verdict, std::string explanation) {
    std::sort(claims.begin(), claims.end());
    if (std::all_of(claims.begin(), claims.end(), [&](std::size_t i) { return article.is_repeat[i]; }) ||
        std::any_of(claims.begin(), claims.end(), [&](std::size_t i) { return article.is_wrong[i]; }))
        return std::nullopt;
    std::string stated;
    std::string ordinals;
    for (const std::size_t i : claims) {
        stated += (stated.empty() ? "" : "; ") + article.claims[i].text;
        ordinals += fmt::format("{}{}", ordinals.empty() ? "" : " ", i);
        if (article.is_corrected[i]) explanation += correction_words(article.claims[i]);
    }
    const Claim& first = article.claims[claims.front()];
    const std::string sentence = shown_sentence(article, first);
    Finding finding{verdict,
                    std::move(stated),
                    std::move(explanation),
                    article.id,
                    article.published,
                    article.publication,
                    article.headline,
                    article.url,
                    {},
                    {}};
    finding.lines.emplace_back("sentence", sentence);
    finding.details = {{"sentence", sentence},
                       {"claims", ordinals},
                       {"start", std::int64_t{first.span.start}},
                       {"end", std::int64_t{article.claims[claims.back()].span.end}}};
    return finding;
}

}  // namespace figbook
