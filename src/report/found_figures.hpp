// Reads the figures of claims that words have found, into memory, in the order of the file: claims that are found stand all over it,
// and those of an article together. Inside of reports only; see Selection.
//
//     keep_figures(database, rows, *find_claims(database, words), {by_rows, by_numbers}, parameters);
#pragma once
#include <string>

#include "store/database.hpp"
#include "store/kept_rows.hpp"

namespace figbook {

// A statement that tells the columns which are kept, of figures of the view all_figures whose claims are in
// found_claims(:claims): looked up by the rows that these have, or by the numbers of the article and of the claim.
struct FigureStatements {
    std::string by_rows;
    std::string by_numbers;
};

// The first two columns must be article_id and ordinal; `figures` has no rows yet.
void keep_figures(const Database& database, KeptRows& figures, const KeptRows& claims,
                  const FigureStatements& statements, const Parameters& parameters);

}  // namespace figbook
