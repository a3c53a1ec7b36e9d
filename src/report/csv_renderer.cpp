// RFC 4180 with \n line ends. A cell that a spreadsheet would run as a formula gets an apostrophe in front.
#include <fmt/format.h>

#include "base/csv.hpp"
#include "report/readable.hpp"
#include "report/renderers.hpp"

namespace figbook {
namespace {

std::string section_text(const SectionResult& result) {
    const std::vector<std::size_t> columns = exact_columns(result);
    std::string text;
    const auto line = [&](const auto& cell) {
        for (std::size_t index = 0; index < columns.size(); ++index) {
            if (index > 0) text += ',';
            text += spreadsheet_cell(cell(columns[index]));
        }
        text += '\n';
    };
    line([&](std::size_t column) { return result.table.columns[column]; });
    for (const auto& row : result.table.rows)
        line([&](std::size_t column) { return plain_text(row[column]); });
    return text;
}

}  // namespace

std::string render_csv(const ReportResult& result) {
    std::string text;
    for (const SectionResult& section : result.sections) {
        if (!text.empty()) text += '\n';
        if (result.sections.size() > 1) text += spreadsheet_cell(section.section.title) + '\n';
        text += section_text(section);
    }
    return text;
}

}  // namespace figbook
