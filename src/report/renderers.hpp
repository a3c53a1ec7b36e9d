// The renderers behind render(): one file each. Inside report only.
//
//     render_csv(result)   // "published,figure\n2025-02-12,..."
#pragma once
#include <string>
#include <vector>

#include "report/report.hpp"

namespace figbook {

std::string render_table(const ReportResult& result, std::size_t width);
// Of some rows of a section: for which columns a table of that width has no room, however many rows there are more, for with each of
// them columns become wider.
std::vector<std::string> columns_without_room(const SectionResult& result, std::size_t width);

std::string render_csv(const ReportResult& result);
std::string render_json(const ReportResult& result);
std::string render_markdown(const ReportResult& result);
std::string render_html(const ReportResult& result);

}  // namespace figbook
