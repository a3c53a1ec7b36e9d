#include "base/csv.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "base/decimal.hpp"
#include "base/utf8.hpp"

namespace figbook {
namespace {

// Reads one record from `at` on and moves `at` behind its line break.
std::vector<std::string> read_record(std::string_view text, std::size_t& at, std::size_t line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c != '"') {
                cells.back() += c;
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                cells.back() += c;
                ++at;
            } else {
                quoted = false;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            cells.emplace_back();
        } else if (c == '\n') {
            ++at;
            return cells;
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    if (quoted) throw std::invalid_argument(fmt::format("CSV line {}: a quote is never closed", line));
    return cells;
}

}  // namespace

std::size_t CsvTable::column(std::string_view name) const {
    const auto found = std::find(header.begin(), header.end(), name);
    if (found == header.end()) throw std::out_of_range(fmt::format("no CSV column '{}'", name));
    return static_cast<std::size_t>(found - header.begin());
}

CsvTable read_csv(std::string_view text) {
    CsvTable table;
    std::size_t line = 0;
    for (std::size_t at = 0; at < text.size();) {
        ++line;
        if (text[at] == '#' || text[at] == '\n') {
            at = std::min(text.find('\n', at), text.size() - 1) + 1;
            continue;
        }
        auto cells = read_record(text, at, line);
        if (table.header.empty()) {
            table.header = std::move(cells);
            continue;
        }
        if (cells.size() > table.header.size())
            throw std::invalid_argument(fmt::format("CSV line {}: {} cells, the header has {}", line,
                                                    cells.size(), table.header.size()));
        cells.resize(table.header.size());
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string csv_cell(std::string_view text) {
    const auto needs_quotes = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
    if (std::none_of(text.begin(), text.end(), needs_quotes)) return std::string(text);
    std::string cell = "\"";
    for (const char c : text) cell.append(c == '"' ? 2 : 1, c);
    return cell + '"';
}

std::string spreadsheet_cell(std::string_view text) {
    constexpr std::string_view starts_formula = "=+-@\t\r\n";
    // Some spreadsheets take the full-width signs for the others.
    const bool risky = (!text.empty() && starts_formula.find(text.front()) != std::string_view::npos) ||
                       text.starts_with("＝") || text.starts_with("＋") || text.starts_with("－") ||
                       text.starts_with("＠");
    const std::string shown = printable(text, Breaks::kept);
    return csv_cell(risky && !Decimal::parse(text) ? "'" + shown : shown);
}

}  // namespace figbook
