#include "report/claim_review.hpp"

#include <cctype>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "report/address.hpp"

namespace figbook {
namespace {

using Json = nlohmann::ordered_json;

void add(Json& object, const char* name, const std::string& value) {
    if (!value.empty()) object[name] = value;
}

// An address that is none of the web's has no place in what others will follow.
void add_url(Json& object, const std::string& url) {
    if (const auto address = Address::web(url)) object["url"] = address->text();
}

Json article_json(const ReviewedClaim& claim) {
    Json article{{"@type", "NewsArticle"}};
    add_url(article, claim.url);
    add(article, "headline", claim.headline);
    add(article, "datePublished", claim.published);
    if (!claim.publication.empty())
        article["publisher"] = {{"@type", "Organization"}, {"name", claim.publication}};
    article["identifier"] = claim.article_id;
    return article;
}

// Who made the claim: the source, or the paper where it says so itself.
Json author_json(const ReviewedClaim& claim) {
    if (claim.source.empty()) {
        if (claim.publication.empty()) return nullptr;
        return {{"@type", "Organization"}, {"name", claim.publication}};
    }
    const bool is_person = claim.source_kind == "person";
    const bool is_document = claim.source_kind == "document";
    Json author{{"@type", is_person     ? "Person"
                          : is_document ? "CreativeWork"
                                        : "Organization"},
                {"name", claim.source}};
    if (is_person) {
        add(author, "jobTitle", claim.source_title);
        if (!claim.source_organisation.empty())
            author["affiliation"] = {{"@type", "Organization"}, {"name", claim.source_organisation}};
    }
    return author;
}

// "Corrected: $12 million".
std::string rating_words(const ReviewedClaim& claim) {
    std::string words = claim.verdict;
    if (!words.empty()) words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return claim.verdict == "corrected" ? fmt::format("{}: {}", words, claim.figure) : words;
}

}  // namespace

std::string claim_review_json(const ReviewedClaim& claim) {
    Json item{{"@type", "Claim"}, {"text", claim.sentence.empty() ? claim.text : claim.sentence}};
    if (Json author = author_json(claim); !author.is_null()) item["author"] = std::move(author);
    item["appearance"] = article_json(claim);
    add(item, "datePublished", claim.published);

    Json review{{"@type", "ClaimReview"},
                {"identifier", fmt::format("{}#{}", claim.article_id, claim.ordinal)},
                {"claimReviewed", claim.text}};
    add(review, "datePublished", claim.reviewed_at);
    review["author"] = {{"@type", "Person"}, {"name", claim.reviewed_by}};
    review["reviewRating"] = {{"@type", "Rating"}, {"alternateName", rating_words(claim)}};
    add(review, "reviewBody", claim.note);
    review["itemReviewed"] = std::move(item);
    return with_steering_escaped(review.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace figbook
