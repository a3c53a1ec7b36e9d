// The renderers behind render(): one file each. Inside report only.
//
//     render_csv(result)   // "published,figure\n2025-02-12,..."
#pragma once
#include <string>

#include "report/report.hpp"

namespace figbook {

std::string render_table(const ReportResult& result, std::size_t width);
std::string render_csv(const ReportResult& result);
std::string render_json(const ReportResult& result);
std::string render_markdown(const ReportResult& result);
std::string render_html(const ReportResult& result);

}  // namespace figbook
