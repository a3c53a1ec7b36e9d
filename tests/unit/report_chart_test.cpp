// What a chart shows, and where on its axes.
#include "report/chart.hpp"
#include "report/chart_scale.hpp"
#include "support/catch.hpp"

using namespace figbook;

namespace {

Date day(const char* text) {
    return *parse_date(text);
}

// Rows of: first day, last day, published, value, high, unit, source, bound.
SectionResult timeline_of_rows(const std::vector<std::vector<const char*>>& rows) {
    SectionResult result;
    result.section.chart =
        ChartHint{ChartKind::timeline,
                  {"first", "last", "published", "value", "high", "unit", "source", "bound", "-"},
                  "Test"};
    result.table.columns = {"first", "last", "published", "value", "high", "unit", "source", "bound"};
    for (const auto& row : rows) {
        auto& cells = result.table.rows.emplace_back();
        for (const char* cell : row)
            cells.push_back(std::string_view(cell).empty() ? Value() : Value(std::string(cell)));
        cells.resize(result.table.columns.size(), Value(std::string("exact")));
    }
    return result;
}

ChartPanel panel_of_values(const std::vector<double>& values) {
    ChartPanel panel{"EUR", false, {{"Ann Lee", {}}}, values.size()};
    for (const double value : values)
        panel.series[0].points.push_back(
            {day("2024-01-01"), day("2024-12-31"), true, value, std::nullopt, "", 0});
    return panel;
}

}  // namespace

TEST_CASE("timeline: a panel for each unit, a series for each who says so", "[chart]") {
    const Timeline timeline = timeline_of(timeline_of_rows({
        {"2024-01-01", "2024-12-31", "2025-02-12", "20", "", "%", "Mark Rutte"},
        {"", "", "2025-02-12", "30", "40", "%", ""},
        {"2024-01-01", "", "2025-02-13", "5e", "", "EUR", "Ann Lee"},  // no number
        {"", "", "", "6", "", "EUR", "Ann Lee"},                       // no day
        {"", "", "2025-02-14", "7", "", "EUR", "Ann Lee"},
    }));
    REQUIRE(timeline.panels.size() == 2);
    CHECK(timeline.left_out == 2);
    const ChartPanel& percent = timeline.panels[0];
    CHECK(percent.unit == "%");
    REQUIRE(percent.series.size() == 2);
    CHECK(percent.series[0].name == "Mark Rutte");
    CHECK(percent.series[0].points[0].from == day("2024-01-01"));
    CHECK(percent.series[0].points[0].has_period);
    CHECK(percent.series[1].name == "the paper itself");
    CHECK(percent.series[1].points[0].from == day("2025-02-12"));
    CHECK(percent.series[1].points[0].high == 40);
    CHECK_FALSE(percent.series[1].points[0].has_period);
}

TEST_CASE("timeline: what the words leave open is open, on the side that they say", "[chart]") {
    const auto open_end = [](const char* value, const char* bound) {
        return timeline_of(timeline_of_rows({{"", "", "2025-02-12", value, "", "%", "Ann Lee", bound}}))
            .panels.at(0)
            .series.at(0)
            .points.at(0)
            .open;
    };
    CHECK(open_end("2", "over") == OpenEnd::up);
    CHECK(open_end("2", "at_least") == OpenEnd::up);
    CHECK(open_end("2", "under") == OpenEnd::down);
    CHECK(open_end("2", "at_most") == OpenEnd::down);
    CHECK(open_end("2", "about") == OpenEnd::none);
    CHECK(open_end("2", "exact") == OpenEnd::none);
    CHECK(open_end("-2", "over") == OpenEnd::down);
    CHECK(open_end("-2", "at_most") == OpenEnd::up);
}

TEST_CASE("timeline: more sources than colours are told together, more points than fit are counted",
          "[chart]") {
    std::vector<std::vector<const char*>> rows;
    const std::vector<const char*> names{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    for (const char* name : names) rows.push_back({"", "", "2025-02-12", "1", "", "%", name});
    rows.push_back({"", "", "2025-02-12", "1", "", "%", "j"});
    const Timeline timeline = timeline_of(timeline_of_rows(rows));
    REQUIRE(timeline.panels.at(0).series.size() == 8);
    CHECK(timeline.panels[0].series[0].name == "j");
    CHECK(timeline.panels[0].series[7].name == "3 others");
    CHECK(timeline.panels[0].series[7].points.size() == 3);
    rows.assign(1200, {"", "", "2025-02-12", "1", "", "%", "a"});
    CHECK(timeline_of(timeline_of_rows(rows)).left_out == 200);
    CHECK(timeline_of(timeline_of_rows({})).panels.empty());
}

TEST_CASE("scale: round marks that hold all values", "[chart]") {
    for (const std::vector<double>& values : {std::vector<double>{5},
                                              {0},
                                              {-3},
                                              {0, 0},
                                              {1, 2, 3},
                                              {-5, 5},
                                              {1e9, 2.4e9},
                                              {0.001, 0.002},
                                              {1e15, 1e15 + 1},
                                              {99, 101}}) {
        const ValueScale scale = value_scale(panel_of_values(values));
        for (const double value : values) {
            CHECK(scale.share(value) >= 0);
            CHECK(scale.share(value) <= 1);
        }
        CHECK(scale.marks.size() >= 2);
        CHECK(scale.marks.size() <= 9);
        if (values.front() > 0) CHECK(scale.least >= 0);
    }
    CHECK(value_scale(panel_of_values({1e9, 2.4e9})).marks ==
          std::vector<double>{5e8, 1e9, 1.5e9, 2e9, 2.5e9, 3e9});
}

TEST_CASE("scale: values far apart have powers of ten as marks", "[chart]") {
    ChartPanel panel = panel_of_values({5, 70000});
    panel.logarithmic = true;
    const ValueScale scale = value_scale(panel);
    CHECK(scale.marks == std::vector<double>{1, 10, 100, 1000, 10000, 100000});
    CHECK(scale.share(1) == Approx(0));
    CHECK(scale.share(100000) == Approx(1));
}

TEST_CASE("scale: days are marked by day, month or year as there is room", "[chart]") {
    const auto texts = [](const char* first, const char* last, std::size_t most) {
        std::string all;
        for (const DayMark& mark : day_marks({day(first), day(last)}, most)) all += mark.text + ' ';
        return all;
    };
    CHECK(texts("2025-02-01", "2025-02-04", 7) == "2025-02-01 2025-02-02 2025-02-03 2025-02-04 ");
    CHECK(texts("2024-11-20", "2025-04-20", 7) == "Dec 2024 Jan 2025 Feb 2025 Mar 2025 Apr 2025 ");
    CHECK(texts("2015-06-01", "2025-06-01", 6) == "2016 2018 2020 2022 2024 ");
    CHECK(texts("1800-01-01", "2025-01-01", 6) == "1800 1850 1900 1950 2000 ");
}

TEST_CASE("axis: numbers as readers have them", "[chart]") {
    CHECK(axis_texts({5e9}, "EUR").front() == "5 billion");
    CHECK(axis_texts({2.5e6}, "EUR").front() == "2.5 million");
    CHECK(axis_texts({1200}, "EUR").front() == "1,200");
    CHECK(axis_texts({-0.5}, "%").front() == "-0.5 %");
    CHECK(axis_texts({0}, "%").front() == "0 %");
    CHECK(axis_texts({0.1 + 0.2}, "").front() == "0.3");
    CHECK(axis_texts({1e30}, "").front() == "1e+30");
    // As many digits as tell the marks apart.
    CHECK(axis_texts({5.6401e9, 5.6402e9}, "EUR") ==
          std::vector<std::string>{"5.6401 billion", "5.6402 billion"});
}
