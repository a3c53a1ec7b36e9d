// Reports: the list of all there are, and each with the filters of the command line. A new report is here by itself.

#include <algorithm>
#include <fmt/format.h>

#include "report/chart.hpp"
#include "report/chart_json.hpp"
#include "report/readable.hpp"
#include "report/render.hpp"
#include "report/report.hpp"
#include "web/filters.hpp"
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
Filters filters_of(const Request& request, const Report& report) {
    const Query& query = request.query;
    std::vector<std::string_view> known{"currency", "kind", "source",    "subject", "publication",
                                        "from",     "to",   "durations", "copies",  "limit"};
    if (report.takes_filter("in")) known.push_back("in");
    query.refuse_others_than(known);
    Filters filters;
    if (const auto currency = query.given("currency")) filters.currency = currency_of(*currency, "currency");
    if (const auto in = query.given("in")) filters.in = currency_of(*in, "in");
    filters.kind = query.one_of("kind", kind_names());
    filters.source = query.given("source");
    filters.subject = query.given("subject");
    filters.publication = query.given("publication");
    filters.from = query.date("from");
    filters.to = query.date("to");
    filters.copies = query.flag("copies");
    filters.durations = query.flag("durations");
    // A file has all, and one more than it may have, to know that it would not.
    const std::int64_t usual = request.form == Form::csv ? most_rows + 1 : usual_rows;
    filters.limit = query.number("limit", usual, 1, most_rows);
    refuse_reversed(filters.from, filters.to);
    return filters;
}

// Without the marks of the command line around a command.
std::string in_plain_words(std::string words) {
    std::erase(words, '`');
    return words;
}

Markup filter_form(const Query& query, const Report& report) {
    const auto field = [&](Name name, const char* label, const char* type) {
        return element(
            "label", {},
            {text(label), text(" "),
             element("input", {{"name", name.view()}, {"type", type}, {"value", query.value(name.view())}})});
    };
    const Markup in = report.takes_filter("in") ? field("in", "In", "text") : Markup();
    return element(
        "form", {{"action", "/reports/" + report.name}, {"method", "get"}, {"class", "filter"}},
        {field("currency", "Currency", "text"), choice("kind", "Kind", kind_names(), query.value("kind")),
         field("source", "Source has", "text"), field("subject", "Subject has", "text"),
         field("publication", "Publication has", "text"), field("from", "From", "date"),
         field("to", "To", "date"), in, field("limit", "Rows", "number"),
         element("button", {{"type", "submit"}}, {text("Show")})});
}

Column::Kind kind_of(const SectionResult& result, const ReadableColumn& column) {
    const ColumnHint* hint = result.section.hint(column.name);
    if (hint != nullptr && hint->kind == ColumnKind::date) return Column::Kind::date;
    return column.right ? Column::Kind::number : Column::Kind::text;
}

// Where the figure of a row stands, for rows of one figure.
class Places {
 public:
    explicit Places(const Table& rows) : rows_(rows) {
        for (std::size_t i = 0; i < rows.columns.size(); ++i) {
            if (rows.columns[i] == "article_id") article_ = i;
            if (rows.columns[i] == "ordinal") ordinal_ = i;
        }
    }
    // The cell as a link to it, as it is where there is none.
    Markup link(std::size_t row, const std::string& cell) const {
        if (!article_ || !ordinal_) return text(cell);
        const auto* article = std::get_if<std::int64_t>(&rows_.rows[row][*article_]);
        const auto* ordinal = std::get_if<std::int64_t>(&rows_.rows[row][*ordinal_]);
        if (article == nullptr || ordinal == nullptr) return text(cell);
        return link_to(figure_address(*article, *ordinal), cell.empty() ? "article" : cell);
    }

 private:
    const Table& rows_;
    std::optional<std::size_t> article_, ordinal_;
};

// A column without a single entry only takes room, and what figbook review calls a figure is where its link leads.
bool is_shown(const SectionResult& result, const ReadableTable& readable, std::size_t column) {
    if (readable.columns[column].name == "id") return false;
    const auto& optional = result.section.optional;
    const bool may_go =
        std::find(optional.begin(), optional.end(), readable.columns[column].name) != optional.end();
    return !may_go || std::any_of(readable.rows.begin(), readable.rows.end(),
                                  [&](const auto& cells) { return !cells[column].empty(); });
}

bool has_chart(const SectionResult& result) {
    return result.section.chart && !result.table.rows.empty();
}

// For the eye, by report/page/charts.js; all that is in it stands in the table, too. Without JavaScript there is none.
Markup chart(const SectionResult& result) {
    if (!has_chart(result)) return {};
    const auto& about = *result.section.chart;
    const std::string data = result.section.key + "-chart";
    const std::size_t left_out =
        about.kind == ChartKind::timeline ? timeline_of(result).left_out : bars_of(result).left_out;
    const std::string beside =
        left_out == 0 ? "The table below says the same in words."
                      : fmt::format("The table below says all of it; {}.", left_out_words(left_out));
    Markup drawn = element("figure", {{"class", "drawn"}, {"data-chart", data}, {"hidden", true}},
                           {element("figcaption", {},
                                    {element("strong", {}, {text(about.title)}), text(" "),
                                     element("span", {}, {text(beside)})}),
                            element("div", {{"class", "panels"}})});
    drawn += element("div", {{"id", data}, {"hidden", true}}, {text(chart_json(result))});
    return drawn;
}

Markup section(const SectionResult& result, const std::string& title, std::int64_t limit) {
    const ReadableTable readable = readable_table(result);
    Markup content;
    if (!result.section.title.empty()) content += element("h2", {}, {text(result.section.title)});
    if (readable.rows.empty()) {
        content += nothing_here(result.section.empty);
        return content;
    }
    content += chart(result);
    std::vector<Column> columns;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < readable.columns.size(); ++i) {
        if (!is_shown(result, readable, i)) continue;
        shown.push_back(i);
        columns.push_back({readable.columns[i].label, kind_of(result, readable.columns[i])});
    }
    std::vector<std::vector<Markup>> rows;
    std::vector<std::string> row_ids;
    const Places places(result.table);
    for (std::size_t i = 0; i < readable.rows.size(); ++i) {
        auto& row = rows.emplace_back();
        row_ids.push_back(row_id(result.section, i));
        for (const std::size_t column : shown) {
            const std::string& cell = readable.rows[i][column];
            row.push_back(row.empty() ? places.link(i, cell) : text(cell));
        }
    }
    content +=
        web::table(result.section.title.empty() ? title : result.section.title, columns, rows, row_ids);
    if (static_cast<std::int64_t>(readable.rows.size()) >= limit)
        content += paragraph(
            fmt::format("These are the first {} rows; there may be more: ask for them by Rows, up to "
                        "{}, or by figbook report on the command line.",
                        limit, most_rows));
    return content;
}

}  // namespace

Response reports_page(const Request& request, Site& site) {
    request.query.refuse_others_than({});
    Table table{{"name", "title", "description"}, {}};
    Markup items;
    for (const Report& report : all_reports()) {
        table.rows.push_back({report.name, report.title, report.description});
        items += element("li", {},
                         {link_to("/reports/" + report.name, report.title),
                          paragraph(in_plain_words(report.description))});
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
    const Filters filters = filters_of(request, *report);
    const ReportResult result = run_report(site.database, *report, filters);
    if (request.form == Form::csv) {
        for (const SectionResult& one : result.sections)
            if (static_cast<std::int64_t>(one.table.rows.size()) > most_rows)
                throw BadRequest(
                    fmt::format("the report has more than {0} rows; narrow it down, take the first ones by "
                                "limit={0}, or all of "
                                "them by `figbook report {1} --format csv`",
                                most_rows, name));
        return csv_response(render(result, Format::csv), name);
    }
    if (request.form == Form::json) return {200, "application/json", render(result, Format::json), {}};
    Markup content = element("p", {{"class", "crumbs"}}, {link_to("/reports", "Reports")});
    content += heading(report->title);
    content += paragraph(in_plain_words(report->description));
    content += filter_form(request.query, *report);
    for (const SectionResult& one : result.sections)
        content += section(one, report->title, filters.limit.value_or(usual_rows));
    if (const std::string left = in_words(result.left_out); !left.empty())
        content += paragraph("Left out: " + left);
    std::vector<std::string> scripts;
    if (std::any_of(result.sections.begin(), result.sections.end(), has_chart))
        scripts = {"chart.min.js", "charts.js"};
    return html_response(page(site, {report->title, "/reports", &request, true, scripts}, content));
}

}  // namespace figbook::web
