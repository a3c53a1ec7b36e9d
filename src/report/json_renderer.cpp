// An array of objects; a report of several sections is an object of such arrays. Exact decimals stay strings.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "report/readable.hpp"
#include "report/renderers.hpp"

namespace figbook {
namespace {

using Json = nlohmann::ordered_json;

// Invalid UTF-8 cannot be in JSON: it becomes U+FFFD instead of an exception in the middle of a report.
std::string dumped(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void append_text(std::string& out, std::string_view text) {
    if (first_invalid_utf8(text))
        out += dumped(text);
    else
        append_json_string(out, text);
}

// A document_id has up to 19 digits, of which a reader that keeps numbers as doubles would lose some: it is a
// name, not a number to reckon with, and so a string.
void append_cell(std::string& out, bool is_name, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        append_text(out, *text);
    else if (is_name)
        append_text(out, plain_text(value));
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        out += fmt::format_int(*whole).c_str();
    else if (const auto* real = std::get_if<double>(&value))
        out += dumped(*real);
    else
        out += "null";
}

struct JsonColumn {
    std::size_t column;
    bool is_name;
    std::string before;  // with its name
};

std::vector<JsonColumn> columns_of(const SectionResult& result, const std::string& indent) {
    std::vector<JsonColumn> columns;
    for (const std::size_t column : exact_columns(result)) {
        const std::string& name = result.table.columns[column];
        std::string before = (columns.empty() ? "\n" : ",\n") + indent + "    ";
        append_text(before, name);
        columns.push_back({column, name.ends_with("_id"), before + ": "});
    }
    return columns;
}

// An array of objects, by lines; `indent` is that of its first one.
void append_section(std::string& out, const SectionResult& result, const std::string& indent) {
    const std::vector<JsonColumn> columns = columns_of(result, indent);
    out += '[';
    bool is_first = true;
    for (const auto& row : result.table.rows) {
        out += is_first ? "\n" : ",\n";
        is_first = false;
        out.append(indent).append("  {");
        for (const JsonColumn& column : columns) {
            out += column.before;
            append_cell(out, column.is_name, row[column.column]);
        }
        out.append(columns.empty() ? "" : "\n" + indent + "  ").append("}");
    }
    out.append(is_first ? "" : "\n" + indent).append("]");
}

}  // namespace

std::string render_json(const ReportResult& result) {
    std::string out;
    if (result.sections.size() == 1) {
        append_section(out, result.sections.front(), "");
        return with_steering_escaped(out) + "\n";
    }
    out += '{';
    for (const SectionResult& section : result.sections) {
        out += &section == &result.sections.front() ? "\n  " : ",\n  ";
        append_text(out, section.section.key);
        out += ": ";
        append_section(out, section, "  ");
    }
    out += result.sections.empty() ? "}" : "\n}";
    return with_steering_escaped(out) + "\n";
}

}  // namespace figbook
