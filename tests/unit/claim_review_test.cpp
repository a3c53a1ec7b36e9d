// A reviewed claim as schema.org's ClaimReview.
#include "report/claim_review.hpp"

#include "support/catch.hpp"

using namespace figbook;

namespace {

ReviewedClaim aid() {
    ReviewedClaim claim;
    claim.article_id = "757725965072579794";
    claim.ordinal = 2;
    claim.figure = "€55 billion";
    claim.text = "some €50 billion";
    claim.sentence = "Allies paid some €50 billion.";
    claim.published = "2025-02-12";
    claim.publication = "The Harbour Post";
    claim.headline = "Allies \"pay\" more";
    claim.url = "https://post.example/a";
    claim.source = "Mark Rutte";
    claim.source_title = "Secretary General";
    claim.source_organisation = "NATO";
    claim.source_kind = "person";
    claim.verdict = "corrected";
    claim.note = "The ministry says 55.";
    claim.reviewed_by = "Ann Lee";
    claim.reviewed_at = "2025-03-01T10:00:00Z";
    return claim;
}

bool has(const std::string& json, std::string_view part) {
    return json.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("claim review: who claimed what, where it stood, and what the reviewer says", "[report]") {
    CHECK(claim_review_json(aid()) ==
          R"({"@type":"ClaimReview","identifier":"757725965072579794#2","claimReviewed":"some €50 billion",)"
          R"("datePublished":"2025-03-01T10:00:00Z","author":{"@type":"Person","name":"Ann Lee"},)"
          R"("reviewRating":{"@type":"Rating","alternateName":"Corrected: €55 billion"},)"
          R"("reviewBody":"The ministry says 55.","itemReviewed":{"@type":"Claim",)"
          R"("text":"Allies paid some €50 billion.","author":{"@type":"Person","name":"Mark Rutte",)"
          R"("jobTitle":"Secretary General","affiliation":{"@type":"Organization","name":"NATO"}},)"
          R"("appearance":{"@type":"NewsArticle","url":"https://post.example/a",)"
          R"("headline":"Allies \"pay\" more","datePublished":"2025-02-12",)"
          R"("publisher":{"@type":"Organization","name":"The Harbour Post"},)"
          R"("identifier":"757725965072579794"},"datePublished":"2025-02-12"}})");
}

TEST_CASE("claim review: what is unknown is left out, an address that may run is none", "[report]") {
    ReviewedClaim claim = aid();
    claim.source = claim.published = claim.headline = claim.note = "";
    claim.url = "javascript:alert(1)";
    claim.verdict = "confirmed";
    const std::string json = claim_review_json(claim);
    CHECK_FALSE(has(json, "javascript"));
    CHECK_FALSE(has(json, "headline"));
    CHECK_FALSE(has(json, "reviewBody"));
    CHECK_FALSE(has(json, "null"));
    CHECK(has(json, R"("alternateName":"Confirmed")"));
    // The paper itself says so.
    CHECK(has(json, R"("author":{"@type":"Organization","name":"The Harbour Post"},"appearance")"));
    claim.publication = "";
    CHECK_FALSE(has(claim_review_json(claim), "Organization"));
}

TEST_CASE("claim review: what kind of author a source is", "[report]") {
    ReviewedClaim claim = aid();
    claim.source = "Eurostat";
    claim.source_kind = "organisation";
    CHECK(has(claim_review_json(claim), R"("author":{"@type":"Organization","name":"Eurostat"})"));
    claim.source_kind = "document";
    CHECK(has(claim_review_json(claim), R"("author":{"@type":"CreativeWork","name":"Eurostat"})"));
    claim.source = "bad \xff bytes";
    CHECK(has(claim_review_json(claim), "bad \uFFFD bytes"));
}
