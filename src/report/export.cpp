#include "report/export.hpp"

#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "report/readable.hpp"

namespace figbook {
namespace {

using Json = nlohmann::ordered_json;

std::string truth(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number == nullptr ? "" : *number == 0 ? "false" : "true";
}

std::string csv_text(FieldType type, const Value& value) {
    if (type == FieldType::boolean) return truth(value);
    // Only what a reader takes for text can be a formula: a number stays one, however it begins.
    return type == FieldType::string ? spreadsheet_cell(plain_text(value)) : csv_cell(plain_text(value));
}

Json json_value(FieldType type, const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return nullptr;
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number != nullptr && type == FieldType::boolean) return *number != 0;
    if (number != nullptr && type == FieldType::integer) return *number;
    return plain_text(value);
}

}  // namespace

void write_csv(const Database& database, const Filters& filters, const ExportTable& table,
               const Write& write) {
    std::string line;
    for (const ExportField& field : table.fields) {
        if (!line.empty()) line += ',';
        line += csv_cell(field.name);
    }
    write(line + "\n");
    database.for_each_row(with_selection(export_sql(table)), parameters(filters),
                          [&](const std::vector<Value>& row) {
                              line.clear();
                              for (std::size_t column = 0; column < row.size(); ++column) {
                                  if (column > 0) line += ',';
                                  line += csv_text(table.fields[column].type, row[column]);
                              }
                              line += '\n';
                              write(line);
                          });
}

void write_json_lines(const Database& database, const Filters& filters, const ExportTable& table,
                      const Write& write) {
    database.for_each_row(with_selection(export_sql(table)), parameters(filters),
                          [&](const std::vector<Value>& row) {
                              Json object = Json::object();
                              for (std::size_t column = 0; column < row.size(); ++column)
                                  object[std::string(table.fields[column].name)] =
                                      json_value(table.fields[column].type, row[column]);
                              write(object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
                          });
}

}  // namespace figbook
