// Rows as text: for readers (table, markdown, html) with readable amounts, for programs (csv, json) exact.
//
//     render(result, Format::table, 100)   // a report, no line wider than 100 columns
//     render(table, "csv")                 // any table
//
// A report of several sections has a heading above each in table and markdown, a line with its title and a
// blank line between in csv, and is one object with an array for each section in json.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace figbook {

enum class Format { table, csv, json, markdown, html };

constexpr std::size_t default_width = 100;
constexpr std::size_t uncut = 0;

// "table", "csv", "json", "markdown", "html".
const std::vector<std::string>& format_names();
// Throws std::invalid_argument for another name.
Format format_of(std::string_view name);

// `width` counts for tables alone; `uncut` cuts nothing.
std::string render(const ReportResult& result, Format format, std::size_t width = default_width);
std::string render(const Table& table, std::string_view format, std::size_t width = default_width);

}  // namespace figbook
