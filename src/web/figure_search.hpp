// The list of figures from the table in memory: all that a list asks for is in it but words, for which the texts of a few
// articles are read, and the rows of the page.
//
//     const FigureList list = find_in_table(database, query, *counts);
//
// web/figure_list.hpp says the same by SQL, where there is no table yet, and for files.
#pragma once
#include <cstdint>
#include <vector>

#include "web/figure_list.hpp"
#include "web/source_counts.hpp"

namespace figbook::web {

FigureList find_in_table(const Database& database, const FigureQuery& query, const Counts& counts);

// What all figures could be narrowed down by; `verdicts` as Counts has them.
std::vector<Facet> facets_of_all(const FigureTable& table, const std::vector<std::uint8_t>& verdicts);

}  // namespace figbook::web
