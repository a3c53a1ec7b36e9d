#include "report/chart_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/chart.hpp"

namespace figbook {
namespace {

using Json = nlohmann::ordered_json;

// Days as a number, which a scale without a calendar can take.
std::int64_t day_number(Date day) {
    return day.time_since_epoch().count();
}

Json point_json(const Section& section, const ChartPoint& point) {
    Json json{{"from", day_number(point.from)},
              {"to", day_number(point.to)},
              {"low", point.low},
              {"label", point.label},
              {"row", row_id(section, point.row)}};
    json["period"] = point.has_period;
    if (point.high) json["high"] = *point.high;
    if (point.open != OpenEnd::none) json["open"] = point.open == OpenEnd::up ? "up" : "down";
    return json;
}

Json timeline_json(const SectionResult& result) {
    Json panels = Json::array();
    for (const ChartPanel& panel : timeline_of(result).panels) {
        Json series = Json::array();
        for (const ChartSeries& one : panel.series) {
            Json points = Json::array();
            for (const ChartPoint& point : one.points) points.push_back(point_json(result.section, point));
            series.push_back({{"name", one.name}, {"points", std::move(points)}});
        }
        panels.push_back(
            {{"unit", panel.unit}, {"logarithmic", panel.logarithmic}, {"series", std::move(series)}});
    }
    return {{"kind", "timeline"}, {"panels", std::move(panels)}};
}

Json bars_json(const SectionResult& result) {
    const Bars bars = bars_of(result);
    Json list = Json::array();
    for (const Bar& bar : bars.bars)
        list.push_back({{"name", bar.label},
                        {"value", bar.value},
                        {"label", bar.text},
                        {"row", row_id(result.section, bar.row)}});
    return {{"kind", "bars"}, {"measure", bars.measure}, {"bars", std::move(list)}};
}

}  // namespace

std::string chart_json(const SectionResult& result) {
    const bool is_timeline = result.section.chart->kind == ChartKind::timeline;
    const Json json = is_timeline ? timeline_json(result) : bars_json(result);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string row_id(const Section& section, std::size_t row) {
    return fmt::format("{}-{}", section.key, row);
}

}  // namespace figbook
