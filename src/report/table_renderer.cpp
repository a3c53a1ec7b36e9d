// Aligned columns for a terminal. Where a line is too wide the longest texts are cut, down to what each
// column must keep; then optional columns are left out, and the last line says which.
#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include "base/utf8.hpp"
#include "report/readable.hpp"
#include "report/render.hpp"
#include "report/renderers.hpp"

namespace figbook {
namespace {

constexpr std::size_t gap = 2;

std::vector<std::size_t> natural_widths(const ReadableTable& table) {
    std::vector<std::size_t> widths;
    for (const ReadableColumn& column : table.columns) widths.push_back(display_width(column.label));
    for (const auto& row : table.rows)
        for (std::size_t column = 0; column < widths.size(); ++column)
            widths[column] = std::max(widths[column], display_width(row[column]));
    return widths;
}

std::size_t line_width(const std::vector<std::size_t>& widths) {
    if (widths.empty()) return 0;
    return std::accumulate(widths.begin(), widths.end(), (widths.size() - 1) * gap);
}

std::size_t least_width(const ReadableColumn& column, std::size_t natural) {
    if (!column.may_be_cut) return natural;
    return std::min(natural, std::max(column.least, display_width(column.label)));
}

// Takes from the widest column that may be cut until the line fits or nothing is left to take. `widths` are those that the columns
// have by themselves.
std::vector<std::size_t> fitted(const ReadableTable& table, std::vector<std::size_t> widths,
                                std::size_t limit) {
    std::vector<std::size_t> least;
    for (std::size_t column = 0; column < widths.size(); ++column)
        least.push_back(least_width(table.columns[column], widths[column]));
    while (limit != uncut && line_width(widths) > limit) {
        std::size_t widest = widths.size();
        for (std::size_t column = 0; column < widths.size(); ++column)
            if (widths[column] > least[column] &&
                (widest == widths.size() || widths[column] > widths[widest]))
                widest = column;
        if (widest == widths.size()) break;
        --widths[widest];
    }
    return widths;
}

void drop_column(ReadableTable& table, std::size_t column) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
}

// An optional column without a single entry only takes room.
void drop_empty(ReadableTable& table, const std::vector<std::string>& optional) {
    for (std::size_t column = table.columns.size(); column-- > 0;) {
        const std::string& name = table.columns[column].name;
        if (std::find(optional.begin(), optional.end(), name) == optional.end()) continue;
        const bool empty = std::all_of(table.rows.begin(), table.rows.end(),
                                       [&](const auto& row) { return row[column].empty(); });
        if (empty) drop_column(table, column);
    }
}

// Leaves out optional columns until the line fits; their labels.
std::vector<std::string> drop_to_fit(ReadableTable& table, std::vector<std::size_t>& widths,
                                     const std::vector<std::string>& optional, std::size_t limit) {
    std::vector<std::string> dropped;
    for (const std::string& name : optional) {
        if (limit == uncut || line_width(fitted(table, widths, limit)) <= limit) break;
        const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                        [&](const ReadableColumn& column) { return column.name == name; });
        if (found == table.columns.end()) continue;
        dropped.push_back(found->label);
        const auto place = found - table.columns.begin();
        widths.erase(widths.begin() + place);
        drop_column(table, static_cast<std::size_t>(place));
    }
    return dropped;
}

std::string line_of(const std::vector<std::string>& cells, const ReadableTable& table,
                    const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string cell = cut_to_width(cells[column], widths[column]);
        const std::string blanks(widths[column] - std::min(widths[column], display_width(cell)), ' ');
        if (column > 0) line += std::string(gap, ' ');
        line += table.columns[column].right ? blanks + cell : cell + blanks;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

std::string rule_of(const std::vector<std::size_t>& widths) {
    std::string line;
    for (const std::size_t width : widths) {
        if (!line.empty()) line += std::string(gap, ' ');
        for (std::size_t at = 0; at < width; ++at) line += "─";
    }
    return line + "\n";
}

std::string section_text(const SectionResult& result, std::size_t limit) {
    if (result.table.rows.empty()) return fmt::format("({})\n", result.section.empty);
    ReadableTable table = readable_table(result);
    drop_empty(table, result.section.optional);
    std::vector<std::size_t> widths = natural_widths(table);
    const auto dropped = drop_to_fit(table, widths, result.section.optional, limit);
    widths = fitted(table, widths, limit);
    std::vector<std::string> labels;
    for (const ReadableColumn& column : table.columns) labels.push_back(column.label);
    std::string text = line_of(labels, table, widths) + rule_of(widths);
    for (const auto& row : table.rows) text += line_of(row, table, widths);
    if (!dropped.empty()) {
        text += "(too narrow for: ";
        for (const std::string& label : dropped) text += (&label == &dropped.front() ? "" : ", ") + label;
        text += "; --width 0 cuts nothing)\n";
    }
    return text;
}

}  // namespace

std::string render_table(const ReportResult& result, std::size_t width) {
    std::string text;
    for (const SectionResult& section : result.sections) {
        if (!text.empty()) text += "\n";
        const std::string& title = section.section.title.empty() ? result.title : section.section.title;
        if (!title.empty()) text += title + "\n\n";
        text += section_text(section, width);
    }
    const std::string left_out = in_words(result.left_out);
    if (!left_out.empty()) text += fmt::format("\n(left out: {}; --copies shows them)\n", left_out);
    const std::string wrong = wrong_in_words(result.left_out);
    if (!wrong.empty())
        text += fmt::format("\n(left out: {}; figbook log --verdict wrong shows them)\n", wrong);
    return text;
}

}  // namespace figbook
