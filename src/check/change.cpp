// The check `change`: every move of every article through check_move().
#include "check/checks.hpp"
#include "check/move_arithmetic.hpp"
#include "check/stored_article.hpp"

namespace figbook {

void check_changes(const StoredArticle& article, std::vector<Finding>& findings) {
    for (const Move& move : find_moves(article.text, article.claims)) {
        const auto check = check_move(move, article.claims, article.text);
        if (!check) continue;
        if (auto finding = finding_of(article, check->claims, check->verdict, check->explanation))
            findings.push_back(std::move(*finding));
    }
}

}  // namespace figbook
