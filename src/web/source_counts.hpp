// Who figures are from and how many, counted of all figures.
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

// What all figures could be narrowed down by, without what the checks say of them.
std::vector<Facet> count_all(const FigureTable& table);

// The figures of one state of the database, and who they are from: read by every page, changed by none.
struct Counts {
    explicit Counts(std::shared_ptr<const FigureTable> the_table)
        : table(std::move(the_table)), sources(count_sources(*table)), facets(count_all(*table)) {}
    Counts(const Counts&) = delete;
    Counts& operator=(const Counts&) = delete;

    const std::shared_ptr<const FigureTable> table;
    const SourceList sources;
    const std::vector<Facet> facets;  // of all figures; that of the checks is empty
};

}  // namespace figbook::web
