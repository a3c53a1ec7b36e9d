// Reads the project's own small CSV tables (vocabulary, rates): RFC 4180 quoting, '#' comment lines, a header.
//
//     CsvTable table = read_csv("code,name\nEUR,euro\n");
//     table.rows[0][table.column("name")]   // "euro"
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace figbook {

struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;  // each as long as the header; missing cells are ""

    // The index of a column; throws std::out_of_range for an unknown name.
    std::size_t column(std::string_view name) const;
};

// Throws std::invalid_argument, naming the line, for a row longer than the header or an open quote.
CsvTable read_csv(std::string_view text);

// "a|b|c" -> {"a", "b", "c"}; "" -> {}.
std::vector<std::string> split(std::string_view text, char separator);

// The cell as CSV: quoted where it holds a comma, a quote or a line break.
std::string csv_cell(std::string_view text);

// The same for a file that a spreadsheet may open: what it would run as a formula ("=1+1", "@x"; not the number
// -5) gets an apostrophe in front. It may be looked at in a terminal too: what would steer that is shown as by
// printable(), but for tabs and the ends of lines.
std::string spreadsheet_cell(std::string_view text);

}  // namespace figbook
