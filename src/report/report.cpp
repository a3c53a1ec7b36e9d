#include "report/report.hpp"

#include <algorithm>

#include "report/findings.hpp"
#include "report/functions.hpp"
#include "report/listing.hpp"
#include "report/readable.hpp"
#include "report/render.hpp"
#include "report/renderers.hpp"

namespace figbook {
namespace {

// The section without the columns that a table does not show; some figures of many tell which it has no room for.
SectionResult for_table(const Section& section, const Selection& selection, std::size_t width) {
    SectionResult shown{section, {}};
    const auto narrow = [&] {
        if (const auto columns = columns_for_readers(shown.section))
            shown.section.sql = narrowed(section.sql, *columns);
    };
    narrow();
    if (shown.section.sql == section.sql || width == uncut) return shown;
    const auto sample = selection.sample();
    if (!sample) return shown;
    const SectionResult some{shown.section, sample->query(shown.section.sql, section.order)};
    shown.without_room = columns_without_room(some, width);
    std::erase_if(shown.section.show, [&](const std::string& column) {
        const auto& gone = shown.without_room;
        return std::find(gone.begin(), gone.end(), column) != gone.end();
    });
    narrow();
    return shown;
}

}  // namespace

ReportResult run_report(Database& database, const Report& report, const Filters& filters,
                        std::optional<std::size_t> table_width) {
    ReportResult result{report.title, {}, {}, report.description, in_words(filters)};
    define_functions(database);
    // Words leave figures that stand all over the file, of which most is waiting for memory.
    if (filters.subject || filters.source) database.prepare_parts();
    database.transaction([&] {
        Selection selection(database, filters, report.among);
        for (const Section& section : report.sections)
            result.sections.push_back(table_width ? for_table(section, selection, *table_width)
                                                  : SectionResult{section, {}});
        if (report.reads)
            selection.announce_alone(*report.reads);
        else
            for (const SectionResult& part : result.sections) selection.announce(part.section.sql);
        if (report.needs_findings)
            selection.add_parameter(":findings", findings_as_json(database, selection));
        for (SectionResult& part : result.sections)
            part.table = selection.query(part.section.sql, part.section.order);
        if (!report.lists_copies) result.left_out = selection.left_out(report.sections.front().order);
    });
    return result;
}

}  // namespace figbook
