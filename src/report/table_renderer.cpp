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

// A column, of which the cells are put into words from the first row on, as far as they are needed.
class Column {
 public:
    Column(const ReadableCells& cells, std::size_t place)
        : all_(&cells), place_(place), label_width_(display_width(look().label)), width_(label_width_) {}

    const ReadableColumn& look() const { return all_->columns()[place_]; }
    const std::string& cell(std::size_t row) const { return cells_[row]; }
    // To be told once: of a wide table that is what takes time.
    std::size_t cell_width(std::size_t row) const { return widths_[row]; }

    bool is_empty() {
        while (!has_text_ && read_next()) {
        }
        return !has_text_;
    }
    // Down to which it may be cut. Of most columns the first rows tell.
    std::size_t least_width() {
        const std::size_t least = std::max(look().least, label_width_);
        if (!look().may_be_cut) return natural_width();
        while (width_ < least && read_next()) {
        }
        return std::min(width_, least);
    }
    // That it has by itself.
    std::size_t natural_width() {
        while (read_next()) {
        }
        return width_;
    }

 private:
    bool read_next() {
        if (cells_.size() == all_->rows()) return false;
        cells_.push_back(all_->cell(cells_.size(), place_));
        has_text_ |= !cells_.back().empty();
        widths_.push_back(display_width(cells_.back()));
        width_ = std::max(width_, widths_.back());
        return true;
    }

    const ReadableCells* all_;
    std::size_t place_;
    std::size_t label_width_;
    std::size_t width_;  // of what has been read
    bool has_text_ = false;
    std::vector<std::string> cells_;
    std::vector<std::size_t> widths_;
};

using Columns = std::vector<Column>;

std::size_t line_width(const std::vector<std::size_t>& widths) {
    if (widths.empty()) return 0;
    return std::accumulate(widths.begin(), widths.end(), (widths.size() - 1) * gap);
}

// Cut as far as it may be.
std::size_t least_line(Columns& columns) {
    std::vector<std::size_t> widths;
    for (Column& column : columns) widths.push_back(column.least_width());
    return line_width(widths);
}

// Takes from the widest column that may be cut until the line fits or nothing is left to take.
std::vector<std::size_t> fitted(Columns& columns, std::size_t limit) {
    std::vector<std::size_t> widths, least;
    for (Column& column : columns) {
        widths.push_back(column.natural_width());
        least.push_back(column.least_width());
    }
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

bool has(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// An optional column without a single entry only takes room.
Columns columns_with_entries(const ReadableCells& cells, const std::vector<std::string>& optional) {
    Columns columns;
    for (std::size_t place = 0; place < cells.columns().size(); ++place) {
        Column column(cells, place);
        if (!has(optional, cells.columns()[place].name) || !column.is_empty())
            columns.push_back(std::move(column));
    }
    return columns;
}

// Leaves out optional columns until the line fits; their names, behind those for which there was no room before.
std::vector<std::string> drop_to_fit(Columns& columns, const SectionResult& result, std::size_t limit) {
    std::vector<std::string> dropped;
    for (const std::string& name : result.section.optional) {
        if (has(result.without_room, name)) {
            dropped.push_back(name);
            continue;
        }
        if (limit == uncut || least_line(columns) <= limit) break;
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const Column& column) { return column.look().name == name; });
        if (found == columns.end()) continue;
        dropped.push_back(name);
        columns.erase(found);
    }
    return dropped;
}

void append_cell(std::string& line, const std::string& cell, std::size_t cell_width, std::size_t width,
                 bool right) {
    if (cell_width > width) {
        const std::string cut = cut_to_width(cell, width);
        return append_cell(line, cut, std::min(width, display_width(cut)), width, right);
    }
    if (right) line.append(width - cell_width, ' ');
    line.append(cell);
    if (!right) line.append(width - cell_width, ' ');
}

void end_line(std::string& text) {
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

void append_labels(std::string& text, const Columns& columns, const std::vector<std::size_t>& widths) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const ReadableColumn& look = columns[column].look();
        if (column > 0) text.append(gap, ' ');
        append_cell(text, look.label, display_width(look.label), widths[column], look.right);
    }
    end_line(text);
}

void append_row(std::string& text, std::size_t row, const Columns& columns,
                const std::vector<std::size_t>& widths) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const Column& cells = columns[column];
        if (column > 0) text.append(gap, ' ');
        append_cell(text, cells.cell(row), cells.cell_width(row), widths[column], cells.look().right);
    }
    end_line(text);
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
    const ReadableCells cells(result);
    Columns columns = columns_with_entries(cells, result.section.optional);
    const auto dropped = drop_to_fit(columns, result, limit);
    const std::vector<std::size_t> widths = fitted(columns, limit);
    std::string text;
    text.reserve((line_width(widths) + 1) * (cells.rows() + 2));
    append_labels(text, columns, widths);
    text += rule_of(widths);
    for (std::size_t row = 0; row < cells.rows(); ++row) append_row(text, row, columns, widths);
    if (!dropped.empty()) {
        text += "(too narrow for: ";
        for (const std::string& name : dropped)
            text += (&name == &dropped.front() ? "" : ", ") + label_of(name);
        text += "; --width 0 cuts nothing)\n";
    }
    return text;
}

}  // namespace

std::vector<std::string> columns_without_room(const SectionResult& result, std::size_t width) {
    if (result.table.rows.empty()) return {};
    const ReadableCells cells(result);
    Columns columns = columns_with_entries(cells, result.section.optional);
    return drop_to_fit(columns, result, width);
}

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
