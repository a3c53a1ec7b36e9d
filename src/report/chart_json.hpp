// A section's chart as the JSON that page/charts.js reads. Inside report only.
//
//     page.json_data("figures-chart", chart_json(section_result));
#pragma once
#include <string>

#include "report/report.hpp"

namespace figbook {

std::string chart_json(const SectionResult& result);

}  // namespace figbook
