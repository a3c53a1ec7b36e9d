#include "report/report.hpp"

namespace figbook {

ReportResult run_report(Database& database, const Report& report, const Filters& filters) {
    ReportResult result{report.title, {}, {}, report.description, in_words(filters)};
    database.transaction([&] {
        for (const Section& section : report.sections)
            result.sections.push_back(
                {section, database.query(with_selection(section.sql), parameters(filters))});
        if (!report.lists_copies) result.left_out = left_out(database, filters);
    });
    return result;
}

}  // namespace figbook
