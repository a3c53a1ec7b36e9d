// Pipe tables, nothing cut.
#include <algorithm>
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/readable.hpp"
#include "report/renderers.hpp"

namespace figbook {
namespace {

// What would end the cell or start markup of its own.
std::string escaped(std::string_view text) {
    const std::string shown = printable(text);
    const auto is_markup = [](char c) {
        return c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '<' || c == '[' || c == ']';
    };
    std::string result;
    for (auto at = shown.begin();;) {
        const auto next = std::find_if(at, shown.end(), is_markup);
        result.append(at, next);
        if (next == shown.end()) return result;
        result.append({'\\', *next});
        at = next + 1;
    }
}

std::string section_text(const SectionResult& result) {
    if (result.table.rows.empty()) return fmt::format("({})\n", escaped(result.section.empty));
    const ReadableTable table = readable_table(result);
    std::string text = "|";
    for (const ReadableColumn& column : table.columns) text += fmt::format(" {} |", escaped(column.label));
    text += "\n|";
    for (const ReadableColumn& column : table.columns) text += column.right ? " ---: |" : " --- |";
    text += "\n";
    for (const auto& row : table.rows) {
        text += "|";
        for (const std::string& cell : row) text += fmt::format(" {} |", escaped(cell));
        text += "\n";
    }
    return text;
}

}  // namespace

std::string render_markdown(const ReportResult& result) {
    std::string text;
    if (!result.title.empty()) text = fmt::format("# {}\n", escaped(result.title));
    for (const SectionResult& section : result.sections) {
        if (!text.empty()) text += "\n";
        if (!section.section.title.empty()) text += fmt::format("## {}\n\n", escaped(section.section.title));
        text += section_text(section);
    }
    const std::string left_out = in_words(result.left_out);
    if (!left_out.empty()) text += fmt::format("\n(left out: {}; --copies shows them)\n", escaped(left_out));
    const std::string wrong = wrong_in_words(result.left_out);
    if (!wrong.empty())
        text += fmt::format("\n(left out: {}; figbook log --verdict wrong shows them)\n", wrong);
    return text;
}

}  // namespace figbook
