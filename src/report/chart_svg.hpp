// A report's timeline as a drawing of its own: values over time, a panel for each unit, a colour and a shape for each
// who says so, periods as lines, ranges as bars, names beside the last points and in a legend.
//
//     std::string svg = timeline_svg(result);   // one file, XML, light or dark as its reader is
#pragma once
#include <string>

#include "report/report.hpp"

namespace figbook {

// Whether the report has one: "-- chart: timeline(...)" in one of its sections.
bool has_timeline(const Report& report);

// Throws std::logic_error for a result without one.
std::string timeline_svg(const ReportResult& result);

}  // namespace figbook
