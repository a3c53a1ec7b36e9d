// The check `shares`: parts and their whole, and shares, in every article.
#include <algorithm>

#include "check/checks.hpp"
#include "check/share_arithmetic.hpp"
#include "check/stored_article.hpp"

namespace figbook {

void check_shares(const StoredArticle& article, std::vector<Finding>& findings) {
    const auto add = [&](std::vector<std::size_t> claims, const ShareCheck& check) {
        if (auto finding = finding_of(article, std::move(claims), check.verdict, check.explanation))
            findings.push_back(std::move(*finding));
    };
    for (const Parts& parts : find_parts(article.text, article.claims))
        if (const auto check = check_parts(parts, article.claims)) add(parts.claims(), *check);
    for (const StatedShare& share : find_shares(article.text, article.claims))
        add({share.part, share.whole, share.share}, check_share(share, article.claims));
}

}  // namespace figbook
