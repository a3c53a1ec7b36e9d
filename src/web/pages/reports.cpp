// Reports: the list of all there are, and each with the filters of the command line. A new report is here by itself.

#include <fmt/format.h>

#include "report/readable.hpp"
#include "report/render.hpp"
#include "report/report.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/parts.hpp"

namespace figbook::web {
namespace {

constexpr std::int64_t usual_rows = 100;
constexpr std::int64_t most_rows = 10'000;

const Report* report_named(std::string_view name) {
    for (const Report& report : all_reports())
        if (report.name == name) return &report;
    return nullptr;
}

// What is bound to an empty field is no filter.
Filters filters_of(const Query& query) {
    Filters filters;
    filters.currency = query.given("currency");
    filters.kind = query.given("kind");
    filters.source = query.given("source");
    filters.subject = query.given("subject");
    filters.publication = query.given("publication");
    filters.from = query.date("from");
    filters.to = query.date("to");
    filters.copies = query.flag("copies");
    filters.durations = query.flag("durations");
    filters.limit = query.number("limit", usual_rows, 1, most_rows);
    if (filters.from && filters.to && *filters.from > *filters.to)
        throw BadRequest("from is a later day than to; exchange them");
    return filters;
}

Markup filter_form(const Query& query, const std::string& address) {
    const auto field = [&](Name name, const char* label, const char* type) {
        return element(
            "label", {},
            {text(label), text(" "),
             element("input", {{"name", name.view()}, {"type", type}, {"value", query.value(name.view())}})});
    };
    return element("form", {{"action", address}, {"method", "get"}, {"class", "filter"}},
                   {field("currency", "Currency", "text"), field("kind", "Kind", "text"),
                    field("source", "Source has", "text"), field("subject", "Subject has", "text"),
                    field("publication", "Publication has", "text"), field("from", "From", "date"),
                    field("to", "To", "date"), field("limit", "Rows", "number"),
                    element("button", {{"type", "submit"}}, {text("Show")})});
}

Column::Kind kind_of(const SectionResult& result, const ReadableColumn& column) {
    const ColumnHint* hint = result.section.hint(column.name);
    if (hint != nullptr && hint->kind == ColumnKind::date) return Column::Kind::date;
    return column.right ? Column::Kind::number : Column::Kind::text;
}

Markup section(const SectionResult& result, const std::string& title) {
    const ReadableTable readable = readable_table(result);
    Markup content;
    if (!result.section.title.empty()) content += element("h2", {}, {text(result.section.title)});
    if (readable.rows.empty()) {
        content += nothing_here(result.section.empty);
        return content;
    }
    std::vector<Column> columns;
    for (const ReadableColumn& column : readable.columns)
        columns.push_back({column.label, kind_of(result, column)});
    std::vector<std::vector<Markup>> rows;
    for (const auto& cells : readable.rows) {
        auto& row = rows.emplace_back();
        for (const std::string& cell : cells) row.push_back(text(cell));
    }
    content += web::table(result.section.title.empty() ? title : result.section.title, columns, rows);
    return content;
}

}  // namespace

Response reports_page(const Request& request, Site& site) {
    Table table{{"name", "title", "description"}, {}};
    Markup items;
    for (const Report& report : all_reports()) {
        table.rows.push_back({report.name, report.title, report.description});
        items += element("li", {},
                         {link_to("/reports/" + report.name, report.title), paragraph(report.description)});
    }
    if (request.form == Form::csv) return csv_response(rows_csv(table), "reports");
    if (request.form == Form::json) return json_response({{"reports", rows_json(table)}});
    Markup content = heading("Reports");
    content += element("ul", {{"class", "list"}}, {items});
    return html_response(page(site, {"Reports", "/reports", &request, true}, content));
}

Response report_page(const Request& request, Site& site, const std::string& name) {
    const Report* report = report_named(name);
    if (report == nullptr) throw NotFound(fmt::format("There is no report '{}'.", name));
    const ReportResult result = run_report(site.database, *report, filters_of(request.query));
    if (request.form == Form::csv) return csv_response(render(result, Format::csv), name);
    if (request.form == Form::json) return {200, "application/json", render(result, Format::json), {}};
    Markup content = element("p", {{"class", "crumbs"}}, {link_to("/reports", "Reports")});
    content += heading(report->title);
    content += paragraph(report->description);
    content += filter_form(request.query, "/reports/" + name);
    for (const SectionResult& one : result.sections) content += section(one, report->title);
    if (const std::string left = in_words(result.left_out); !left.empty())
        content += paragraph("Left out: " + left);
    return html_response(page(site, {report->title, "/reports", &request, true}, content));
}

}  // namespace figbook::web
