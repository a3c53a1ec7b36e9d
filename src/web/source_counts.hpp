// Who figures are from and how many, and what the checks say of each, counted of all figures.
//
//     const SourceList list = count_sources(table);
//     list.by_figures.front()     // the source with most figures
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/figure_list.hpp"
#include "web/figure_table.hpp"

namespace figbook::web {

// A name and what it is, with the title and organisation that are given most often.
struct CountedSource {
    std::string_view name;  // these are of the table's names
    std::string_view kind;
    std::string_view title;
    std::string_view organisation;
    std::int64_t figures = 0;
    std::string words{};  // all of that in small letters, to search in
};

struct SourceList {
    std::vector<CountedSource> by_name;
    std::vector<const CountedSource*> by_figures;  // those with most first
};

// Makes by_figures of by_name.
void sort_by_figures(SourceList& list);
SourceList count_sources(const FigureTable& table);

// What the checks say of a figure, in a byte: 0 where they say nothing.
std::uint8_t code_of(std::optional<Verdict> verdict);

// The figures of one state of the database, and what was counted of them: read by every page, changed by none.
struct Counts {
    // `findings` may be nullptr where the checks are not made yet.
    Counts(std::shared_ptr<const FigureTable> the_table, const Findings* findings);
    Counts(const Counts&) = delete;
    Counts& operator=(const Counts&) = delete;

    const std::shared_ptr<const FigureTable> table;
    const std::vector<std::uint8_t> verdicts;  // code_of() each figure of the table
    const SourceList sources;
    const std::vector<Facet> facets;  // what all figures could be narrowed down by
};

}  // namespace figbook::web
