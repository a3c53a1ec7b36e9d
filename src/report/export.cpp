#include "report/export.hpp"

#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "base/json_text.hpp"
#include "report/amount.hpp"
#include "report/claim_review.hpp"
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

// In the order of reviewed_claim().
constexpr std::string_view reviewed_figures =
    "SELECT article_id, ordinal, text, sentence, published, publication, headline, url, source, "
    "source_title, "
    "source_organisation, source_kind, verdict, review_note, reviewed_by, reviewed_at, "
    "kind, value, high, unit, per, resolution, bound "
    "FROM selected WHERE verdict IS NOT NULL AND verdict <> 'wrong' ORDER BY reviewed_at, article_id, "
    "ordinal";

ReviewedClaim reviewed_claim(const std::vector<Value>& row) {
    std::vector<std::string> cells;
    for (const Value& value : row) cells.push_back(plain_text(value));
    ReviewedClaim claim;
    claim.article_id = cells[0];
    claim.ordinal = std::get<std::int64_t>(row[1]);
    std::size_t column = 2;
    for (std::string* field :
         {&claim.text, &claim.sentence, &claim.published, &claim.publication, &claim.headline, &claim.url,
          &claim.source, &claim.source_title, &claim.source_organisation, &claim.source_kind, &claim.verdict,
          &claim.note, &claim.reviewed_by, &claim.reviewed_at})
        *field = cells[column++];
    claim.figure = amount_text({cells[16], cells[17], cells[18], cells[19], cells[20], cells[21], cells[22]});
    return claim;
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
    const Selection selection(database, filters);
    const Statement statement = selection.statement(export_sql(table));
    database.for_each_row(statement.text, statement.parameters, [&](const std::vector<Value>& row) {
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
    const Selection selection(database, filters);
    const Statement statement = selection.statement(export_sql(table));
    database.for_each_row(statement.text, statement.parameters, [&](const std::vector<Value>& row) {
        Json object = Json::object();
        for (std::size_t column = 0; column < row.size(); ++column)
            object[std::string(table.fields[column].name)] =
                json_value(table.fields[column].type, row[column]);
        write(with_steering_escaped(object.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n");
    });
}

void write_claim_reviews(const Database& database, const Filters& filters, const Write& write) {
    write("{\"@context\":\"https://schema.org\",\"@graph\":[");
    std::string before = "\n";
    const Selection selection(database, filters);
    const Statement statement = selection.statement(reviewed_figures);
    database.for_each_row(statement.text, statement.parameters, [&](const std::vector<Value>& row) {
        write(before);
        write(claim_review_json(reviewed_claim(row)));
        before = ",\n";
    });
    write("\n]}\n");
}

}  // namespace figbook
