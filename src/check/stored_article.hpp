// The articles of a database with their claims, one after another, for the checks that look at one article at a time.
//
//     for_each_article(database, {}, [&](const StoredArticle& article) {
//         for (const Claim& claim : article.claims) ...
//     });
//
// One article is in memory at a time, so that a check takes time and memory by what it looks at.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"
#include "claim/claim.hpp"

namespace figbook {

struct StoredArticle {
    std::int64_t id = 0;
    std::string published;  // ISO date, "" where unknown, like the other fields
    std::string publication;
    std::string headline;
    std::string url;
    std::string text;
    std::vector<Claim> claims;   // by ordinal, durations too; their sources and rules are left out
    std::vector<bool> is_wrong;  // of each claim: a review says that the program has misread the text
    std::vector<bool>
        is_corrected;  // of each claim: its value is not what its words say, but what a review does
    std::vector<bool> is_repeat;  // of each claim: an earlier article, of which this is a copy, has it too

    std::string_view words(Span span) const;
    // The words from the end of one claim to the start of a later one; none where they overlap.
    std::string_view between(const Claim& first, const Claim& second) const;
};

// Whether there may be a finding in an article of these claims, told without its text.
bool may_have_findings(const std::vector<Claim>& claims);

// The current version of every article whose claims may be checked, the newest first, those without a date last.
void for_each_article(const Database& database, const PublishedBetween& when,
                      const std::function<void(const StoredArticle&)>& visit);

// The sentence around a claim; of a very long one what is near it, with "…" for the rest.
std::string shown_sentence(const StoredArticle& article, const Claim& claim);

// A finding of these claims of the article, in the order of the text: the words as they stand, the sentence around
// the first, and the claims' ordinals and bytes; of what a review has corrected the explanation says so. None where all of
// them are repeats or one is wrong.
std::optional<Finding> finding_of(const StoredArticle& article, std::vector<std::size_t> claims,
                                  Verdict verdict, std::string explanation);

}  // namespace figbook
