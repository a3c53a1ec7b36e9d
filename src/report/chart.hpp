// What a report's chart shows, before it is drawn: by us as SVG (chart_svg.hpp), or by Chart.js in a page.
//
//     Timeline timeline = timeline_of(section_result);   // of a section with "-- chart: timeline(...)"
//     timeline.panels[0].unit                            // "EUR": each unit has a panel of its own
//
// Nothing is drawn of rows without a day or a number; how many these are is counted, so that a chart can say so.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "report/report.hpp"

namespace figbook {

// An end that the words leave open: "over 2 %" goes up from there, "at most 5" down.
enum class OpenEnd { none, up, down };

struct ChartPoint {
    Date
        from;  // the days that the value holds for, both included; the same where it is the day of publication
    Date to;
    bool has_period = false;
    double low = 0;
    std::optional<double> high{};  // the upper end of a range
    std::string label;             // as readers see the figure
    std::size_t row = 0;           // which of the section it is
    OpenEnd open = OpenEnd::none;
};

struct ChartSeries {
    std::string name;  // who says so
    std::vector<ChartPoint> points;
};

struct ChartPanel {
    std::string unit;
    bool logarithmic = false;  // values too far apart for one scale
    std::vector<ChartSeries> series;
    std::size_t points = 0;
};

struct Timeline {
    std::string title;
    std::vector<ChartPanel> panels;  // the unit with most values first
    std::size_t left_out = 0;        // rows that are in no panel
};

struct Bar {
    std::string label;
    double value = 0;
    std::string text;  // as readers see the value
    std::size_t row = 0;
};

struct Bars {
    std::string title;
    std::string measure;  // what the numbers are: "figures"
    std::vector<Bar> bars;
    std::size_t left_out = 0;
};

Timeline timeline_of(const SectionResult& result);
Bars bars_of(const SectionResult& result);

// "3 rows are in the table only"; "" for none.
std::string left_out_words(std::size_t rows);

// "50 billion" for 50e9, "20 %" for 20 and %: the marks on an axis, with as many digits as tell them apart.
std::vector<std::string> axis_texts(const std::vector<double>& values, std::string_view unit);

}  // namespace figbook
