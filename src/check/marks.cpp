#include "check/marks.hpp"

#include <utility>

#include "check/check.hpp"
#include "check/stored_article.hpp"
#include "embedded.hpp"

namespace figbook {
namespace {

constexpr std::uint64_t rules_version =
    1;  // raised whenever checks of one article find what they did not find before

// Fewer bits make a claim smaller.
constexpr int bits_of_version = 31;

std::int64_t hash_of_tables() {
    std::uint64_t hash = rules_version;
    for (const std::string_view name : check_tables::embedded_names())
        for (const char c : check_tables::embedded_sha256(name))
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return static_cast<std::int64_t>(hash >> (64 - bits_of_version));
}

// They are compared by the rate of the day.
void unmark_conversions(std::vector<Claim>& claims) {
    for (Claim& claim : claims) {
        if (claim.kind != Kind::money || !claim.relation || claim.relation->kind != RelationKind::restates)
            continue;
        claim.nothing_found_by.reset();
        claims.at(claim.relation->claim).nothing_found_by.reset();
    }
}

std::vector<Finding> findings_of(const StoredArticle& article) {
    std::vector<Finding> findings;
    for (const Check& check : all_checks())
        if (check.of_article != nullptr) check.of_article(article, findings);
    return findings;
}

}  // namespace

std::int64_t checks_version() {
    static const std::int64_t version = hash_of_tables();
    return version;
}

void mark_claims(std::string_view text, std::vector<Claim>& claims) {
    for (Claim& claim : claims) claim.nothing_found_by = checks_version();
    unmark_conversions(claims);
    if (!may_have_findings(claims)) return;
    StoredArticle article;
    article.text = text;
    article.claims = std::move(claims);
    for (auto* flags : {&article.is_wrong, &article.is_corrected, &article.is_repeat})
        flags->assign(article.claims.size(), false);
    const std::vector<Finding> findings = findings_of(article);
    claims = std::move(article.claims);
    for (const Finding& finding : findings)
        for (const std::size_t place : finding.claims()) claims.at(place).nothing_found_by.reset();
}

}  // namespace figbook
