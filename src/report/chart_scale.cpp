#include "report/chart_scale.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <string_view>

namespace figbook {
namespace {

constexpr int most_value_marks = 6;

struct Ends {
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();

    void take(double value) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
};

Ends values_of(const ChartPanel& panel) {
    Ends ends;
    for (const ChartSeries& series : panel.series) {
        for (const ChartPoint& point : series.points) {
            ends.take(point.low);
            ends.take(point.high.value_or(point.low));
        }
    }
    return ends;
}

// 1, 2 or 5 times a power of ten, so that few steps reach over the span.
double round_step(double span) {
    const double power = std::pow(10.0, std::floor(std::log10(span / most_value_marks)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (span / (factor * power) <= most_value_marks) return factor * power;
    return 10.0 * power;
}

ValueScale logarithmic_scale(const Ends& ends) {
    const double lower = std::floor(std::log10(ends.least * 0.8));
    const double upper = std::ceil(std::log10(ends.most * 1.2));
    ValueScale scale{std::pow(10.0, lower), std::pow(10.0, upper), true, {}};
    const double step = std::ceil((upper - lower) / 8.0);
    for (double power = lower; power <= upper; power += step) scale.marks.push_back(std::pow(10.0, power));
    return scale;
}

ValueScale linear_scale(Ends ends) {
    double span = ends.most - ends.least;
    if (span <= 0) span = std::max(std::abs(ends.most), 1.0);
    const double room = span * 0.1;
    const double lower = ends.least >= 0 ? std::max(ends.least - room, 0.0) : ends.least - room;
    const double step = round_step(ends.most + room - lower);
    ValueScale scale{std::floor(lower / step) * step, std::ceil((ends.most + room) / step) * step, false, {}};
    const auto steps = static_cast<int>(std::lround((scale.most - scale.least) / step));
    for (int mark = 0; mark <= steps; ++mark) scale.marks.push_back(scale.least + mark * step);
    return scale;
}

std::string month_text(Date day, int step) {
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (step >= 12) return fmt::format("{}", year_of(day));
    return fmt::format("{} {}", months.at(month_of(day) - 1), year_of(day));
}

std::vector<DayMark> marks_by_day(const DayScale& scale, int days, int most) {
    std::vector<DayMark> marks;
    const int step = std::max(1, (days + most - 1) / most);
    for (int after = 0; after <= days; after += step) {
        const Date day = add_days(scale.first, after);
        marks.push_back({day, iso(day)});
    }
    return marks;
}

// Months between marks: 1, 3, 6, then years that are round.
int month_step(int days, int most) {
    for (const int step : {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200})
        if (days / (step * 30.4) <= most) return step;
    return 12000;
}

}  // namespace

double ValueScale::share(double value) const {
    if (logarithmic) return std::log(value / least) / std::log(most / least);
    return (value - least) / (most - least);
}

double DayScale::share(Date day) const {
    return static_cast<double>(days_between(first, day)) / static_cast<double>(days_between(first, last));
}

ValueScale value_scale(const ChartPanel& panel) {
    const Ends ends = values_of(panel);
    return panel.logarithmic ? logarithmic_scale(ends) : linear_scale(ends);
}

DayScale day_scale(const ChartPanel& panel) {
    Date first = Date::max();
    Date last = Date::min();
    for (const ChartSeries& series : panel.series) {
        for (const ChartPoint& point : series.points) {
            first = std::min(first, point.from);
            last = std::max(last, point.to);
        }
    }
    const int room = std::max(1, days_between(first, last) / 33);
    return {add_days(first, -room), add_days(last, room)};
}

std::vector<DayMark> day_marks(const DayScale& scale, std::size_t most) {
    const int days = days_between(scale.first, scale.last);
    const int wanted = static_cast<int>(most);
    if (days < 62) return marks_by_day(scale, days, wanted);
    const int step = month_step(days, wanted);
    std::vector<DayMark> marks;
    const int first_month = year_of(scale.first) * 12 + static_cast<int>(month_of(scale.first)) - 1;
    for (int month = (first_month + step - 1) / step * step;; month += step) {
        const Date day = first_of_month(month / 12, static_cast<unsigned>(month % 12) + 1);
        if (day > scale.last) return marks;
        if (day >= scale.first) marks.push_back({day, month_text(day, step)});
    }
}

}  // namespace figbook
