#include "report/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <map>

#include "base/decimal.hpp"
#include "base/magnitudes.hpp"
#include "report/readable.hpp"

namespace figbook {
namespace {

// More cannot be told from one another on one page: the table has them all.
constexpr std::size_t most_panels = 4;
constexpr std::size_t most_series = 8;
constexpr std::size_t most_points = 1000;
constexpr std::size_t most_bars = 20;

constexpr double far_apart = 1000;

constexpr std::string_view no_source = "the paper itself";

// The arguments of timeline(), in their order.
enum Argument : std::size_t { first_day, last_day, otherwise_day, low, high, unit, who, bound, label };

std::optional<double> number_in(const std::string& text) {
    const auto decimal = Decimal::parse(text);
    if (!decimal) return std::nullopt;
    return decimal->to_double();
}

std::optional<Date> day_in(const std::string& text) {
    const auto day = parse_date(text);
    if (!day) return std::nullopt;
    return *day;
}

struct ReadPoint {
    ChartPoint point;
    std::string unit;
    std::string who;
};

// Of what is below zero, "over" goes down: a loss of over 5.
OpenEnd open_end(std::string_view bound, double value) {
    const bool goes_on = bound == "over" || bound == "at_least";
    if (!goes_on && bound != "under" && bound != "at_most") return OpenEnd::none;
    return goes_on == (value >= 0) ? OpenEnd::up : OpenEnd::down;
}

// None for a row without a number or a day.
std::optional<ReadPoint> read_point(const SectionResult& result, std::size_t index) {
    const auto& arguments = result.section.chart->arguments;
    const auto& row = result.table.rows[index];
    const auto value = [&](Argument argument) {
        return argument_text(result.table, row, arguments[argument]);
    };
    const auto number = number_in(value(low));
    auto from = day_in(value(first_day));
    auto to = day_in(value(last_day));
    const bool has_period = from && to;
    if (!has_period) from = to = day_in(value(otherwise_day));
    if (!number || !from || !std::isfinite(*number)) return std::nullopt;
    ReadPoint read{{*from, *to, has_period, *number, number_in(value(high)),
                    arguments[label] == "-" ? value(low) : readable_cell(result, row, arguments[label]),
                    index, open_end(value(bound), *number)},
                   value(unit),
                   value(who)};
    if (read.who.empty()) read.who = no_source;
    return read;
}

// The names that come most often, as many as there are colours for.
std::vector<std::string> frequent(const std::map<std::string, std::size_t>& counts, std::size_t most) {
    std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> names;
    for (const auto& [name, count] : sorted)
        if (names.size() < most) names.push_back(name);
    return names;
}

bool is_far_apart(const ChartPanel& panel) {
    double least = 0;
    double most = 0;
    for (const ChartSeries& series : panel.series) {
        for (const ChartPoint& point : series.points) {
            if (point.low <= 0) return false;
            least = least == 0 ? point.low : std::min(least, point.low);
            most = std::max(most, point.high.value_or(point.low));
        }
    }
    return most > far_apart * least;
}

ChartPanel panel_of(const std::string& unit_name, const std::vector<ReadPoint>& points) {
    std::map<std::string, std::size_t> counts;
    for (const ReadPoint& read : points)
        if (read.unit == unit_name) ++counts[read.who];
    const bool too_many = counts.size() > most_series;
    const std::vector<std::string> names = frequent(counts, too_many ? most_series - 1 : most_series);
    ChartPanel panel{unit_name, false, {}, 0};
    for (const std::string& name : names) panel.series.push_back({name, {}});
    if (too_many) panel.series.push_back({fmt::format("{} others", counts.size() - names.size()), {}});
    for (const ReadPoint& read : points) {
        if (read.unit != unit_name || panel.points == most_points) continue;
        const auto place = std::find(names.begin(), names.end(), read.who) - names.begin();
        panel.series[static_cast<std::size_t>(place)].points.push_back(read.point);
        ++panel.points;
    }
    panel.logarithmic = is_far_apart(panel);
    return panel;
}

std::string short_number(double value, int digits) {
    const double size = std::abs(value);
    for (const NamedMagnitude& magnitude : named_magnitudes)
        if (size >= magnitude.size && size < magnitude.size * 1e6)
            return fmt::format("{:.{}g} {}", value / magnitude.size, digits, magnitude.name);
    if (size >= 1e18 || (size != 0 && size < 1e-4)) return fmt::format("{:.3g}", value);
    return grouped(fmt::format("{}", std::round(value * 1e6) / 1e6));
}

}  // namespace

Timeline timeline_of(const SectionResult& result) {
    std::vector<ReadPoint> points;
    std::map<std::string, std::size_t> units;
    for (std::size_t index = 0; index < result.table.rows.size(); ++index) {
        auto read = read_point(result, index);
        if (!read) continue;
        ++units[read->unit];
        points.push_back(std::move(*read));
    }
    Timeline timeline{result.section.chart->title, {}, result.table.rows.size()};
    for (const std::string& name : frequent(units, most_panels)) {
        timeline.panels.push_back(panel_of(name, points));
        timeline.left_out -= timeline.panels.back().points;
    }
    return timeline;
}

Bars bars_of(const SectionResult& result) {
    const auto& arguments = result.section.chart->arguments;
    Bars bars{result.section.chart->title, arguments[1], {}, 0};
    std::replace(bars.measure.begin(), bars.measure.end(), '_', ' ');
    for (std::size_t index = 0; index < result.table.rows.size(); ++index) {
        const auto& row = result.table.rows[index];
        const auto value = number_in(argument_text(result.table, row, arguments[1]));
        if (!value || bars.bars.size() == most_bars)
            ++bars.left_out;
        else
            bars.bars.push_back({readable_cell(result, row, arguments[0]), *value,
                                 readable_cell(result, row, arguments[1]), index});
    }
    return bars;
}

std::string left_out_words(std::size_t rows) {
    if (rows == 0) return "";
    return rows == 1 ? "1 row is in the table only" : fmt::format("{} rows are in the table only", rows);
}

std::vector<std::string> axis_texts(const std::vector<double>& values, std::string_view unit_name) {
    constexpr int usual = 4, most = 12;
    std::vector<std::string> texts;
    for (int digits = usual; digits <= most; ++digits) {
        texts.clear();
        for (const double value : values) texts.push_back(short_number(value, digits));
        if (std::adjacent_find(texts.begin(), texts.end()) == texts.end()) break;
    }
    if (unit_name == "%")
        for (std::string& words : texts) words += " %";
    return texts;
}

}  // namespace figbook
