// A section's chart as the JSON that page/charts.js reads. Of a section that has a chart.
// It goes beside page/charts.js: in a page of `figbook report --format html`, and of `figbook serve`.
//
//     page.json_data("figures-chart", chart_json(section_result));
#pragma once
#include <cstddef>
#include <string>

#include "report/report.hpp"

namespace figbook {

std::string chart_json(const SectionResult& result);

// The id of a row's element, which a chart's points lead to: "figures-0".
std::string row_id(const Section& section, std::size_t row);

}  // namespace figbook
