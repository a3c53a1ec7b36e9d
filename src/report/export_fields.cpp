#include "report/export_fields.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace figbook {
namespace {

using Json = nlohmann::ordered_json;
using enum FieldType;

// A document_id has up to 19 digits, which is more than a number in JSON or in a spreadsheet keeps.
constexpr std::string_view article_number =
    "the number of the article, made of its address and text; text, since it has up to 19 digits";

Json schema_of(const ExportTable& table) {
    Json fields = Json::array();
    for (const ExportField& field : table.fields)
        fields.push_back(
            {{"name", field.name}, {"type", name_of(field.type)}, {"description", field.description}});
    Json schema{{"fields", std::move(fields)}, {"primaryKey", table.key}, {"missingValues", {""}}};
    if (&table == &figures_export())
        schema["foreignKeys"] =
            Json::array({{{"fields", "article_id"},
                          {"reference", {{"resource", "articles"}, {"fields", "article_id"}}}}});
    return schema;
}

Json resource_of(const ExportTable& table) {
    return {{"name", table.name},
            {"title", table.title},
            {"path", fmt::format("{}.csv", table.name)},
            {"profile", "tabular-data-resource"},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"dialect", {{"delimiter", ","}, {"lineTerminator", "\n"}, {"doubleQuote", true}}},
            {"schema", schema_of(table)}};
}

}  // namespace

std::string_view name_of(FieldType type) {
    switch (type) {
        case number:
            return "number";
        case integer:
            return "integer";
        case boolean:
            return "boolean";
        case date:
            return "date";
        case string:
            break;
    }
    return "string";
}

const ExportTable& figures_export() {
    static const ExportTable table{
        "figures",
        "Figures: each number of an article with what the text says of it",
        "FROM selected ORDER BY selected.article_id, selected.ordinal",
        {"article_id", "ordinal"},
        {{"article_id", "CAST(article_id AS TEXT)", string, article_number},
         {"ordinal", "ordinal", integer, "the figure's place among those of the article, from 0"},
         {"published", "published", date, "the day the article came out"},
         {"publication", "publication", string, "where it came out"},
         {"headline", "headline", string, "its headline"},
         {"url", "url", string, "its address"},
         {"text", "text", string, "the figure's words as they stand"},
         {"kind", "kind", string,
          "what it counts: money, percent, points, count, measure, ratio, multiple, number"},
         {"value", "value", number, "exact decimal; of a range the lower end"},
         {"high", "high", number, "the upper end of a range"},
         {"unit", "unit", string, "EUR (ISO 4217), %, pp, bp, km/h (UCUM), or the counted noun"},
         {"unit_assumed", "unit_assumed", boolean, "whether the text leaves the currency open"},
         {"per", "per", string, "the denominator of a rate: barrel"},
         {"bound", "bound", string, "how exact: exact, about, over, under, at_least, at_most"},
         {"resolution", "resolution", number,
          "the worth of the last printed digit; 0 for words such as half"},
         {"change", "change", string, "which way the thing moved: none, increase, decrease"},
         {"role", "role", string, "what it is of the thing: level, change, from, to, share"},
         {"modality", "modality", string, "actual or projected"},
         {"subject", "subject", string, "the phrase that says what is measured"},
         {"period_start", "period_start", date, "the first day that the figure holds for"},
         {"period_end", "period_end", date, "the last day"},
         {"period_words", "period_words", string, "the words that say so: last year"},
         {"baseline_start", "baseline_start", date, "the first day of what a change is measured from"},
         {"baseline_end", "baseline_end", date, "the last day"},
         {"baseline_words", "baseline_words", string, "the words that say so: compared to 2023"},
         {"source", "source", string, "who says so; empty: the paper itself"},
         {"source_title", "source_title", string, "Defense Secretary"},
         {"source_organisation", "source_organisation", string, "NATO"},
         {"source_kind", "source_kind", string, "person, organisation, document, unnamed"},
         {"source_mode", "source_mode", string, "in whose words: quote, paraphrase"},
         {"relation", "relation", string, "how it hangs together with another figure: restates, share_of"},
         {"related_ordinal", "related_ordinal", integer, "that figure, of the same article"},
         {"sentence", "sentence", string, "the sentence it stands in"},
         {"sentence_start",
          "(SELECT claim.sentence_start FROM claim WHERE claim.document_id = selected.article_id "
          "AND claim.ordinal = selected.ordinal)",
          integer, "where the sentence starts in the article's text, in bytes of UTF-8"},
         {"start", "start", integer, "where the figure starts, in bytes"},
         {"end", "\"end\"", integer, "and where it ends, half open"},
         {"verdict", "verdict", string, "what the last review of it says: confirmed, disputed, corrected"},
         {"reviewed_by", "reviewed_by", string, "who says so"},
         {"reviewed_at", "reviewed_at", string, "when, UTC"},
         {"review_note", "review_note", string, "and why"},
         {"extracted_value", "extracted_value", number, "where it was corrected: the value that was read"},
         {"extracted_high", "extracted_high", number, "and its upper end"},
         {"extracted_unit", "extracted_unit", string, "the unit that was read"},
         {"extracted_source", "extracted_source", string, "the source that was read"},
         {"rule", "rule", string, "the rule that found it"}}};
    return table;
}

const ExportTable& articles_export() {
    static const ExportTable table{
        "articles",
        "Articles that the figures stand in",
        "FROM articles WHERE article_id IN (SELECT article_id FROM selected_articles UNION "
        "SELECT article_id FROM selected) ORDER BY articles.article_id",
        {"article_id"},
        {{"article_id", "CAST(article_id AS TEXT)", string, article_number},
         {"published", "published", date, "the day it came out"},
         {"modified", "modified", date, "the day of its last change, where the page says so"},
         {"publication", "publication", string, "where it came out"},
         {"headline", "headline", string, "its headline"},
         {"byline", "byline", string, "who wrote it"},
         {"url", "url", string, "its address"},
         {"language", "language", string, "BCP 47, such as en"},
         {"figures", "figures", integer, "how many figures are in it, without spans of time"},
         {"is_copy", "is_copy", boolean, "whether it is a copy of an earlier article"},
         {"original_id", "CAST(original_id AS TEXT)", string, "the article that it copies or holds"},
         {"extractor_version", "extractor_version", string, "which extractor found its figures"}}};
    return table;
}

const ExportTable& sources_export() {
    static const ExportTable table{
        "sources",
        "Sources: who the figures are from",
        "FROM selected WHERE source IS NOT NULL GROUP BY source, source_kind ORDER BY source, source_kind",
        {"source", "source_kind"},
        {{"source", "source", string, "the name"},
         {"source_kind", "source_kind", string, "person, organisation, document, unnamed"},
         {"figures", "count(*)", integer, "how many figures are from it"},
         {"articles", "count(DISTINCT article_id)", integer, "in how many articles"},
         {"first_published", "min(published)", date, "the day of the first of them"},
         {"last_published", "max(published)", date, "and of the last"}}};
    return table;
}

std::string export_sql(const ExportTable& table) {
    std::string columns;
    for (const ExportField& field : table.fields)
        columns += fmt::format("{}{} AS \"{}\"", columns.empty() ? "" : ", ", field.sql, field.name);
    return fmt::format("SELECT {} {}", columns, table.from);
}

std::string package_descriptor() {
    const Json descriptor{
        {"profile", "tabular-data-package"},
        {"name", "figbook-figures"},
        {"title", "Figures in news articles"},
        {"description",
         "Each figure with what its article says of it, the articles and the sources. It says what was "
         "printed, by whom and where, not whether it is true. A text that a spreadsheet would run as a "
         "formula has an apostrophe in front."},
        {"resources",
         {resource_of(figures_export()), resource_of(articles_export()), resource_of(sources_export())}}};
    return descriptor.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace figbook
