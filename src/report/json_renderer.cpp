// An array of objects; a report of several sections is an object of such arrays. Exact decimals stay strings.
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "report/readable.hpp"
#include "report/renderers.hpp"

namespace figbook {
namespace {

using Json = nlohmann::ordered_json;

struct ToJson {
    Json operator()(std::monostate) const { return nullptr; }
    template <class T>
    Json operator()(const T& value) const {
        return value;
    }
};

// A document_id has up to 19 digits, of which a reader that keeps numbers as doubles would lose some: it is a
// name, not a number to reckon with, and so a string.
Json cell_json(std::string_view column, const Value& value) {
    if (column.ends_with("_id")) return plain_text(value);
    return std::visit(ToJson(), value);
}

Json section_json(const SectionResult& result) {
    const std::vector<std::size_t> columns = exact_columns(result);
    Json rows = Json::array();
    for (const auto& row : result.table.rows) {
        Json object = Json::object();
        for (const std::size_t column : columns)
            object[result.table.columns[column]] = cell_json(result.table.columns[column], row[column]);
        rows.push_back(std::move(object));
    }
    return rows;
}

}  // namespace

std::string render_json(const ReportResult& result) {
    Json json;
    if (result.sections.size() == 1) {
        json = section_json(result.sections.front());
    } else {
        json = Json::object();
        for (const SectionResult& section : result.sections)
            json[section.section.key] = section_json(section);
    }
    // Invalid UTF-8 cannot be in JSON: it becomes U+FFFD instead of an exception in the middle of a report.
    return with_steering_escaped(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace figbook
