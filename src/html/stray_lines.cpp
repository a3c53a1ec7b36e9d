#include "html/stray_lines.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/csv.hpp"
#include "base/utf8.hpp"
#include "embedded.hpp"

namespace figbook::html {
namespace {

// A paragraph that begins like a stray line is a paragraph.
constexpr std::size_t longest_line = 220;
constexpr std::size_t longest_section_title = 50;

enum Kind : unsigned { start = 1, whole = 2, section = 4 };

struct Table {
    std::unordered_map<std::string, unsigned> lines;
    std::vector<std::string> within;
    std::size_t longest = 0;

    Table() {
        const CsvTable table = read_csv(page_files::embedded("lines.csv"));
        for (const auto& row : table.rows) {
            const std::string& line = row[table.column("line")];
            const std::string& kind = row[table.column("kind")];
            if (kind == "within")
                within.push_back(line);
            else
                lines[line] |= kind_named(kind);
            longest = std::max(longest, line.size());
        }
    }

    static Kind kind_named(const std::string& kind) {
        if (kind == "start") return start;
        if (kind == "whole") return whole;
        if (kind == "section") return section;
        throw std::out_of_range("lines.csv: there is no kind " + kind);
    }
    unsigned of(const std::string& line) const {
        const auto found = lines.find(line);
        return found == lines.end() ? 0U : found->second;
    }
};

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Every beginning of the line that ends where a word does.
template <class Visit>
void each_beginning(const std::string& line, std::size_t longest, Visit visit) {
    for (std::size_t end = 1; end <= std::min(line.size(), longest); ++end)
        if (end == line.size() || !is_word_byte(line[end]) || !is_word_byte(line[end - 1]))
            visit(line.substr(0, end));
}

}  // namespace

StrayLine stray_line(std::string_view text) {
    static const Table table;
    if (text.size() > longest_line) return StrayLine::none;
    std::string line = lower(text);
    while (!line.empty() && std::string_view(" .:!?…>»").find(line.back()) != std::string_view::npos)
        line.pop_back();
    unsigned found = table.of(line) & (whole | start | section);
    each_beginning(line, table.longest, [&](const std::string& beginning) {
        found |= table.of(beginning) & (text.size() <= longest_section_title ? start | section : start);
    });
    if ((found & section) != 0 && text.size() <= longest_section_title) return StrayLine::section;
    if ((found & (whole | start)) != 0) return StrayLine::alone;
    const bool inside = std::any_of(table.within.begin(), table.within.end(), [&](const std::string& words) {
        return line.find(words) != std::string::npos;
    });
    return inside ? StrayLine::alone : StrayLine::none;
}

}  // namespace figbook::html
