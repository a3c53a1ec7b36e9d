#include "report/found_figures.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <numeric>
#include <vector>

#include "store/found_claims.hpp"

namespace figbook {
namespace {

// Less are read before a second reader has begun.
constexpr std::size_t least_of_part = 300;

Parameters with_claims(Parameters parameters, const KeptRows& claims) {
    parameters.emplace_back(":claims", claims.number());
    return parameters;
}

// In the order of their rows, in two parts where they are many.
std::vector<std::shared_ptr<KeptRows>> parts_of(const Database& database, const KeptRows& claims) {
    std::vector<std::uint32_t> order(claims.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return claims.whole(a, found_claim_row) < claims.whole(b, found_claim_row);
    });
    const std::size_t part = order.size() < 2 * least_of_part ? order.size() : order.size() / 2;
    std::vector<std::shared_ptr<KeptRows>> parts;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || i == part) parts.push_back(no_claims(database));
        add_claim(*parts.back(), claims, order[i]);
    }
    return parts;
}

// The claims of which no figure was read; both are in the same order.
std::shared_ptr<KeptRows> claims_without(const Database& database, const KeptRows& figures,
                                         const std::vector<std::shared_ptr<KeptRows>>& parts) {
    std::shared_ptr<KeptRows> without = no_claims(database);
    std::size_t figure = 0;
    for (const auto& claims : parts)
        for (std::size_t row = 0; row < claims->size(); ++row) {
            const bool is_there = figure < figures.size() &&
                                  figures.kept_whole(figure, 0) == claims->whole(row, found_article) &&
                                  figures.kept_whole(figure, 1) == claims->whole(row, found_place);
            if (is_there)
                ++figure;
            else
                add_claim(*without, *claims, row);
        }
    return without;
}

// Those of them that do not stand where their rows are said to be.
std::shared_ptr<KeptRows> misplaced(const Database& database, const KeptRows& claims) {
    std::shared_ptr<KeptRows> found = no_claims(database);
    database.keep_rows(*found,
                       "SELECT of_article, place, article_row, claim_row FROM found_claims(:claims) AS found"
                       " WHERE NOT EXISTS (SELECT 1 FROM claim CROSS JOIN article"
                       " ON article.rowid = found.article_row AND article.document_id = found.of_article"
                       " WHERE claim.rowid = found.claim_row AND claim.document_id = found.of_article"
                       " AND claim.ordinal = found.place)",
                       with_claims({}, claims));
    return found;
}

}  // namespace

void keep_figures(const Database& database, KeptRows& figures, const KeptRows& claims,
                  const FigureStatements& statements, const Parameters& parameters) {
    std::vector<Parameters> each;
    const auto parts = parts_of(database, claims);
    for (const auto& part : parts) each.push_back(with_claims(parameters, *part));
    database.keep_rows_of_parts(figures, statements.by_rows, each);
    if (figures.size() == claims.size()) return;
    // The others are sorted out by what the statement asks for, or their rows are not where they were.
    const auto others = misplaced(database, *claims_without(database, figures, parts));
    if (others->size() == 0) return;
    database.keep_rows(figures, statements.by_numbers, with_claims(parameters, *others));
}

}  // namespace figbook
