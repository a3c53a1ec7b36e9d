// The check `shares`: parts and their whole, and shares, in every article.
#include <algorithm>

#include "check/checks.hpp"
#include "check/share_arithmetic.hpp"
#include "check/stored_article.hpp"

namespace figbook {

std::vector<Finding> check_shares(const Database& database, const PublishedBetween& when) {
    std::vector<Finding> findings;
    const auto add = [&](const StoredArticle& article, std::vector<std::size_t> claims,
                         const ShareCheck& check) {
        if (auto finding = finding_of(article, std::move(claims), check.verdict, check.explanation))
            findings.push_back(std::move(*finding));
    };
    for_each_article(database, when, [&](const StoredArticle& article) {
        for (const Parts& parts : find_parts(article.text, article.claims))
            if (const auto check = check_parts(parts, article.claims)) add(article, parts.claims(), *check);
        for (const StatedShare& share : find_shares(article.text, article.claims))
            add(article, {share.part, share.whole, share.share}, check_share(share, article.claims));
    });
    return findings;
}

}  // namespace figbook
