#include "report/chart_svg.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>
#include <vector>

#include "base/utf8.hpp"
#include "embedded.hpp"
#include "report/chart.hpp"
#include "report/chart_scale.hpp"
#include "report/markup.hpp"

namespace figbook {
namespace {

// In pixels, as all lengths here.
constexpr double width = 960;
constexpr double left = 96;
constexpr double right = 760;  // names stand between here and the edge
constexpr double head = 64;
constexpr double plot_height = 240;
constexpr double above_plot = 34;
constexpr double below_plot = 30;
constexpr double line_height = 16;
constexpr std::size_t longest_name = 26;
constexpr std::size_t legend_columns = 4;

const SectionResult* timeline_section(const ReportResult& result) {
    const auto found =
        std::find_if(result.sections.begin(), result.sections.end(), [](const SectionResult& section) {
            return section.section.chart && section.section.chart->kind == ChartKind::timeline;
        });
    return found == result.sections.end() ? nullptr : &*found;
}

std::string days_words(const ChartPoint& point) {
    return point.has_period ? days_text(point.from, point.to) : fmt::format("printed {}", iso(point.from));
}

double legend_height(const ChartPanel& panel) {
    const std::size_t lines = (panel.series.size() + legend_columns - 1) / legend_columns;
    return line_height * static_cast<double>(lines) + 22;
}

double panel_height(const ChartPanel& panel) {
    return above_plot + plot_height + below_plot + legend_height(panel);
}

// The name beside the last point of a series.
struct EndLabel {
    std::size_t series = 0;
    double x = 0;
    double y = 0;       // of the point
    double text_y = 0;  // of the name, which other names may have pushed away
};

class PanelDrawing {
 public:
    PanelDrawing(Markup& svg, const ChartPanel& panel, double top)
        : svg_(svg),
          panel_(panel),
          top_(top + above_plot),
          values_(value_scale(panel)),
          days_(day_scale(panel)) {}

    void draw() {
        const std::string unit = panel_.unit.empty() ? "numbers without a unit" : panel_.unit;
        text(left, top_ - 14, "unit",
             panel_.logarithmic ? unit + " (each step ten times the one before)" : unit);
        draw_axes();
        for (std::size_t index = 0; index < panel_.series.size(); ++index) draw_spans(index);
        draw_end_labels();
        for (std::size_t index = 0; index < panel_.series.size(); ++index) draw_points(index);
        draw_legend();
    }

 private:
    double x(Date day) const { return left + days_.share(day) * (right - left); }
    double y(double value) const { return top_ + (1 - values_.share(value)) * plot_height; }
    double middle(const ChartPoint& point) const { return (x(point.from) + x(point.to)) / 2; }
    double height(const ChartPoint& point) const {
        return point.high ? (y(point.low) + y(*point.high)) / 2 : y(point.low);
    }

    void text(double at_x, double at_y, std::string_view style, std::string_view words) {
        svg_.element("text", {{"x", at_x}, {"y", at_y}, {"class", style}}, words);
    }

    void line(double x1, double y1, double x2, double y2, std::string_view style) {
        svg_.empty("line", {{"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}, {"class", style}});
    }

    void draw_axes() {
        const std::vector<std::string> words = axis_texts(values_.marks, panel_.unit);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const double at = y(values_.marks[i]);
            line(left, at, right, at, "grid");
            text(left - 8, at + 4, "quiet end", words[i]);
        }
        for (const DayMark& mark : day_marks(days_, 7)) {
            line(x(mark.day), top_, x(mark.day), top_ + plot_height, "grid");
            text(x(mark.day), top_ + plot_height + 18, "quiet middle", mark.text);
        }
        line(left, top_, left, top_ + plot_height, "axis");
        line(left, top_ + plot_height, right, top_ + plot_height, "axis");
    }

    void draw_spans(std::size_t index) {
        const std::string style = fmt::format("span s{}", index);
        for (const ChartPoint& point : panel_.series[index].points) {
            const double from = x(point.from);
            const double to = std::max(x(point.to), from + 1);
            if (point.has_period) box(from, height(point) - 1.5, to - from, 3, style);
            draw_open_end(point, index);
            if (!point.high) continue;
            const double wide = std::max(to - from, 8.0);
            const double upper = std::min(y(*point.high), y(point.low));
            box((from + to - wide) / 2, upper, wide, std::max(y(*point.high), y(point.low)) - upper, style);
        }
    }

    // An arrow to the edge of the plot, from the end that is told.
    void draw_open_end(const ChartPoint& point, std::size_t index) {
        if (point.open == OpenEnd::none) return;
        const bool is_up = point.open == OpenEnd::up;
        const double end = is_up ? top_ : top_ + plot_height;
        const double back = is_up ? 6 : -6;
        const double at = middle(point);
        svg_.empty(
            "path",
            {{"class", fmt::format("open l{}", index)},
             {"d", fmt::format("M{0:.1f} {1:.1f}V{2:.1f}M{3:.1f} {4:.1f}L{0:.1f} {2:.1f}L{5:.1f} {4:.1f}", at,
                               height(point), end, at - 4, end + back, at + 4)}});
    }

    void box(double at_x, double at_y, double wide, double high, std::string_view style) {
        svg_.empty("rect", {{"x", at_x}, {"y", at_y}, {"width", wide}, {"height", high}, {"class", style}});
    }

    void draw_points(std::size_t index) {
        const ChartSeries& series = panel_.series[index];
        for (const ChartPoint& point : series.points) {
            svg_.element("g", [&] {
                svg_.element("title",
                             fmt::format("{} – {}, {}", point.label, series.name, days_words(point)));
                shape(index, middle(point), height(point));
            });
        }
    }

    // Colours alone are not for everybody.
    void shape(std::size_t index, double at_x, double at_y) {
        const std::string style = fmt::format("mark s{}", index);
        const auto corners = [&](std::string_view form) {
            svg_.empty("path", {{"class", style}, {"d", fmt::format("M{:.1f} {:.1f}{}", at_x, at_y, form)}});
        };
        switch (index % 4) {
            case 0:
                svg_.empty("circle", {{"cx", at_x}, {"cy", at_y}, {"r", 4.5}, {"class", style}});
                break;
            case 1:
                corners("m-4 -4h8v8h-8z");
                break;
            case 2:
                corners("m0 -5.5l5.2 9.2h-10.4z");
                break;
            default:
                corners("m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z");
                break;
        }
    }

    std::vector<EndLabel> end_labels() const {
        std::vector<EndLabel> labels;
        for (std::size_t index = 0; index < panel_.series.size(); ++index) {
            const auto& points = panel_.series[index].points;
            const auto last =
                std::max_element(points.begin(), points.end(),
                                 [&](const auto& a, const auto& b) { return middle(a) < middle(b); });
            if (last != points.end()) labels.push_back({index, middle(*last), height(*last), height(*last)});
        }
        std::sort(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
        // Down where the one above needs the room, then up again from the lower end.
        double lowest = top_;
        for (EndLabel& label : labels) {
            label.text_y = std::max(label.text_y, lowest);
            lowest = label.text_y + line_height;
        }
        double highest = top_ + plot_height;
        for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
            label->text_y = std::min(label->text_y, highest);
            highest = label->text_y - line_height;
        }
        return labels;
    }

    void draw_end_labels() {
        for (const EndLabel& label : end_labels()) {
            svg_.empty("path",
                       {{"class", fmt::format("lead l{}", label.series)},
                        {"d", fmt::format("M{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}", label.x, label.y,
                                          std::max(right, label.x), label.y, right + 12, label.text_y)}});
            text(right + 16, label.text_y + 4, fmt::format("s{}", label.series),
                 cut_to_width(panel_.series[label.series].name, longest_name));
        }
    }

    void draw_legend() {
        constexpr double column = (width - left - 16) / static_cast<double>(legend_columns);
        const double top = top_ + plot_height + below_plot + 18;
        for (std::size_t index = 0; index < panel_.series.size(); ++index) {
            const double at_x = left + column * static_cast<double>(index % legend_columns);
            const double at_y = top + line_height * static_cast<double>(index / legend_columns);
            shape(index, at_x + 5, at_y - 4);
            text(at_x + 16, at_y, "legend", cut_to_width(panel_.series[index].name, longest_name));
        }
    }

    Markup& svg_;
    const ChartPanel& panel_;
    double top_;  // of the plot
    ValueScale values_;
    DayScale days_;
};

std::string under_title(const ReportResult& result, const Timeline& timeline) {
    std::string words = result.filters;
    const std::string left_out = left_out_words(timeline.left_out);
    if (!words.empty() && !left_out.empty()) words += "; ";
    return words + left_out;
}

}  // namespace

bool has_timeline(const Report& report) {
    return std::any_of(report.sections.begin(), report.sections.end(), [](const Section& section) {
        return section.chart && section.chart->kind == ChartKind::timeline;
    });
}

std::string timeline_svg(const ReportResult& result) {
    const SectionResult* section = timeline_section(result);
    if (section == nullptr) throw std::logic_error("the report has no timeline");
    const Timeline timeline = timeline_of(*section);
    double height = head + (timeline.panels.empty() ? line_height * 2 : 0);
    for (const ChartPanel& panel : timeline.panels) height += panel_height(panel);

    Markup svg;
    svg.xml_declaration();
    svg.element("svg",
                {{"xmlns", "http://www.w3.org/2000/svg"},
                 {"viewBox", fmt::format("0 0 {} {}", width, height)},
                 {"width", width},
                 {"height", height},
                 {"role", "img"},
                 {"aria-labelledby", "title"}},
                [&] {
                    svg.element("title", {{"id", "title"}}, timeline.title);
                    svg.style({files::embedded("timeline.css"), files::embedded_sha256("timeline.css")});
                    svg.empty("rect", {{"class", "paper"}, {"width", width}, {"height", height}});
                    svg.element("text", {{"x", 16.0}, {"y", 32.0}, {"class", "title"}}, timeline.title);
                    svg.element("text", {{"x", 16.0}, {"y", 52.0}, {"class", "quiet"}},
                                cut_to_width(under_title(result, timeline), 130));
                    if (timeline.panels.empty())
                        svg.element("text", {{"x", 16.0}, {"y", head + line_height}}, section->section.empty);
                    double top = head;
                    for (const ChartPanel& panel : timeline.panels) {
                        PanelDrawing(svg, panel, top).draw();
                        top += panel_height(panel);
                    }
                });
    svg.text("\n");
    return svg.take();
}

}  // namespace figbook
