// Runs a report over the database: the rows of each of its sections, still exact and not yet laid out.
//
//     ReportResult result = run_report(database, find_report("figures"), filters);
//     std::string text = render(result, Format::table, 100);   // render.hpp
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "report/catalogue.hpp"
#include "report/selection.hpp"
#include "store/database.hpp"

namespace figbook {

struct SectionResult {
    Section section;
    Table table;
    std::vector<std::string> without_room{};  // columns that were not read, for a table has none for them
};

struct ReportResult {
    std::string title;
    std::vector<SectionResult> sections;
    LeftOut left_out{};
    std::string description{};
    std::string filters{};  // in words
};

// All sections see the same state of the database, whatever is loaded meanwhile. `table_width`: what comes of it is rendered as a
// table of that width and nothing else (of `uncut`, as markdown too), so that what such a table does not show is not read.
ReportResult run_report(Database& database, const Report& report, const Filters& filters,
                        std::optional<std::size_t> table_width = {});

}  // namespace figbook
