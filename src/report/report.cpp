#include "report/report.hpp"

#include "report/findings.hpp"
#include "report/functions.hpp"

namespace figbook {

ReportResult run_report(Database& database, const Report& report, const Filters& filters) {
    ReportResult result{report.title, {}, {}, report.description, in_words(filters)};
    define_functions(database);
    // Words leave figures that stand all over the file, of which most is waiting for memory.
    if (filters.subject || filters.source) database.prepare_parts();
    database.transaction([&] {
        Selection selection(database, filters, report.among);
        if (report.reads)
            selection.announce_alone(*report.reads);
        else
            for (const Section& section : report.sections) selection.announce(section.sql);
        if (report.needs_findings)
            selection.add_parameter(":findings", findings_as_json(database, selection));
        for (const Section& section : report.sections)
            result.sections.push_back({section, selection.query(section.sql, section.order)});
        if (!report.lists_copies) result.left_out = selection.left_out(report.sections.front().order);
    });
    return result;
}

}  // namespace figbook
