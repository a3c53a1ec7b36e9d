// What is in each table of an export: the fields in their order, where they come from, and what they are, from which
// the header of the CSV, the members of the JSON Lines and the descriptor of the data package are made alike.
//
//     export_sql(figures_export())            // "SELECT CAST(article_id AS TEXT), ... FROM selected ORDER BY ..."
//     package_descriptor()                    // datapackage.json
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace figbook {

// By the names of Frictionless' Table Schema.
enum class FieldType { string, number, integer, boolean, date };

std::string_view name_of(FieldType type);

struct ExportField {
    std::string_view name;
    std::string_view sql;  // the expression that gives it
    FieldType type;
    std::string_view description;
};

struct ExportTable {
    std::string_view name;  // "figures": of the file too
    std::string_view title;
    // By the table's own columns and an index: SQLite would sort by a field of that name, with all rows in memory.
    std::string_view from;  // what stands behind SELECT ... in SQL; `selected` as in selection.hpp
    std::vector<std::string_view> key;
    std::vector<ExportField> fields;
};

const ExportTable& figures_export();
const ExportTable& articles_export();
const ExportTable& sources_export();

std::string export_sql(const ExportTable& table);

// The descriptor of a data package of all three tables, as CSV.
std::string package_descriptor();

}  // namespace figbook
