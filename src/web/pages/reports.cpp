// Reports: the list of all there are, and each with the filters of the command line. A new report is here by itself.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "check/stored_rates.hpp"
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

// The currencies of which there are rates, the built-in ones and those that were imported.
std::vector<std::string> currencies_with_rates(const Database& database) {
    std::vector<std::string> codes{"EUR"};
    for (const Coverage& coverage : rate_book(database).coverage()) codes.push_back(coverage.currency);
    std::sort(codes.begin(), codes.end());
    return codes;
}

// Throws BadRequest for a currency of which there is no rate: all amounts would be left out.
std::string currency_to_show_in(const std::string& typed, const std::vector<std::string>& known) {
    std::string code = currency_of(typed, "in");
    if (std::find(known.begin(), known.end(), code) == known.end())
        throw BadRequest(fmt::format("there is no exchange rate for {}; there are rates for {}", code,
                                     fmt::join(known, ", ")),
                         "in");
    return code;
}

// Where each of its lists has an end of its own: a summary.
bool has_first_ones_alone(const Report& report) {
    return report.sections.size() > 1 &&
           std::none_of(report.sections.begin(), report.sections.end(), [](const Section& section) {
               return section.sql.find("coalesce(:limit, -1)") != std::string::npos;
           });
}

// What is bound to an empty field is no filter.
Filters filters_of(const Request& request, const Report& report, const std::vector<std::string>& currencies) {
    const Query& query = request.query;
    std::vector<std::string_view> known{"currency", "kind", "source",    "subject", "publication",
                                        "from",     "to",   "durations", "copies",  "limit"};
    if (report.takes_filter("in")) known.push_back("in");
    query.refuse_others_than(known);
    Filters filters;
    if (const auto currency = query.given("currency")) filters.currency = currency_of(*currency, "currency");
    if (const auto in = query.given("in")) filters.in = currency_to_show_in(*in, currencies);
    filters.kind = query.one_of("kind", kind_names());
    filters.source = query.given("source");
    filters.subject = query.given("subject");
    filters.publication = query.given("publication");
    filters.from = query.date("from");
    filters.to = query.date("to");
    filters.copies = query.flag("copies");
    filters.durations = query.flag("durations");
    // A file has all, and one more than it may have, to know that it would not; so has the JSON, but of what is the first
    // of several lists by itself.
    const bool is_whole =
        request.form == Form::csv || (request.form == Form::json && !has_first_ones_alone(report));
    const std::int64_t usual = is_whole ? most_rows + 1 : usual_rows;
    filters.limit = query.number("limit", usual, 1, most_rows);
    refuse_reversed(filters.from, filters.to);
    return filters;
}

// Without the marks of the command line around a command.
std::string in_plain_words(std::string words) {
    std::erase(words, '`');
    return words;
}

Markup filter_form(const Query& query, const Report& report, const std::vector<std::string>& currencies) {
    const auto field = [&](Name name, const char* label, const char* type, const char* kind = "") {
        return element(
            "label", {{"class", kind}},
            {text(label), text(" "),
             element("input", {{"name", name.view()}, {"type", type}, {"value", query.value(name.view())}})});
    };
    const auto pair = [](const Markup& one, const Markup& other) {
        return element("span", {{"class", "pair"}}, {one, other});
    };
    Markup in;
    if (report.takes_filter("in")) {
        const std::string chosen = query.has("in") ? currency_of(query.value("in"), "in") : Filters().in;
        Markup options;
        for (const std::string& code : currencies)
            options += element("option", {{"value", code}, {"selected", code == chosen}}, {text(code)});
        in = element("label", {}, {text("Show amounts in "), element("select", {{"name", "in"}}, {options})});
    }
    return element(
        "form", {{"action", "/reports/" + report.name}, {"method", "get"}, {"class", "filter"}},
        {field("currency", "Currency, such as EUR", "text"),
         choice("kind", "Kind", kind_names(), query.value("kind")),
         field("source", "Words of the source", "text"), field("subject", "Words of the subject", "text"),
         field("publication", "Words of the paper", "text"),
         pair(field("from", "Published from", "date"), field("to", "to", "date")), in,
         field("limit", "Rows at most", "number", "few"),
         element("button", {{"type", "submit"}}, {text("Show")})});
}

Column::Kind kind_of(const SectionResult& result, const ReadableColumn& column) {
    constexpr std::size_t long_words = 20;
    constexpr std::size_t short_words = 12;
    const ColumnHint* hint = result.section.hint(column.name);
    if (hint != nullptr && hint->kind == ColumnKind::date) return Column::Kind::date;
    if (column.right) return Column::Kind::number;
    if (column.name.ends_with("headline")) return Column::Kind::headline;
    if (column.least >= long_words) return Column::Kind::wide;
    return column.least < short_words ? Column::Kind::narrow : Column::Kind::text;
}

// The list of the figures that have `value` in `field`, narrowed down as the report is. The page Figures looks for whole
// names, so that what is narrowed down by words is a report again.
std::string list_of_figures(const Query& query, const std::string& field, const std::string& value) {
    bool is_by_words = field == "subject";
    for (const char* words : {"source", "subject", "publication", "durations", "copies"})
        is_by_words = is_by_words || query.has(words);
    if (is_by_words)
        return "/reports/figures" + query.without("limit").without("in").with(field, value).text();
    return "/figures" + query.without("limit").without("in").with(field, value).text();
}

// Where the cells of a section lead: to the figure, its article, its fact, or the list of the figures that a row counts.
class Places {
 public:
    Places(const SectionResult& result, const ReadableTable& readable, const Query& query)
        : rows_(result.table), section_(result.section), readable_(readable), query_(query) {
        if (!section_.figures_by.empty()) return;
        // A row of one figure: it is what leads to it.
        for (const char* name : {"figure", "stated"})
            for (std::size_t i = 0; i < readable.columns.size() && !figure_; ++i)
                if (readable.columns[i].name == name) figure_ = i;
    }

    Markup cell(std::size_t row, std::size_t column) const {
        const std::string& name = readable_.columns[column].name;
        const std::string& words = readable_.rows[row][column];
        if (name == section_.figures_by) return counted_ones(row, words);
        if (figure_ == column) return figure(row, words);
        if (name == "headline") return article(row, "article_id", words);
        if (name == "original_headline") return article(row, "original_id", words);
        if (name == "fact" && !words.empty()) return link_to("/facts/" + words, words);
        return said(words);
    }

 private:
    const std::int64_t* number(std::size_t row, std::string_view name) const {
        const auto column = find_column(rows_, name);
        return column ? std::get_if<std::int64_t>(&rows_.rows[row][*column]) : nullptr;
    }
    Markup figure(std::size_t row, const std::string& words) const {
        const auto* id = number(row, "article_id");
        const auto* ordinal = number(row, "ordinal");
        if (id == nullptr || ordinal == nullptr) return said(words);
        return link_to(figure_address(*id, *ordinal), words.empty() ? "figure" : words);
    }
    Markup article(std::size_t row, const char* column, const std::string& words) const {
        const auto* id = number(row, column);
        if (id == nullptr) return said(words);
        return link_to(article_address(*id), words.empty() ? "(no headline)" : words);
    }
    Markup counted_ones(std::size_t row, const std::string& words) const {
        const auto column = find_column(rows_, section_.figures_by);
        const std::string value = column ? plain_text(rows_.rows[row][*column]) : "";
        if (value.empty())
            return element("span", {{"class", "from"}}, {text("(no " + section_.figures_by + ")")});
        return link_to(list_of_figures(query_, section_.figures_by, value), words);
    }

    const Table& rows_;
    const Section& section_;
    const ReadableTable& readable_;
    const Query& query_;
    std::optional<std::size_t> figure_;
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
Markup chart(const SectionResult& result, bool is_cut) {
    if (!has_chart(result)) return {};
    const auto& about = *result.section.chart;
    const std::string data = result.section.key + "-chart";
    const std::size_t left_out =
        about.kind == ChartKind::timeline ? timeline_of(result).left_out : bars_of(result).left_out;
    std::string beside = left_out == 0
                             ? "The table below says the same in words."
                             : fmt::format("The table below says all of it; {}.", left_out_words(left_out));
    if (is_cut) beside = "Of the rows of this page alone. " + beside;
    Markup drawn = element("figure", {{"class", "drawn"}, {"data-chart", data}, {"hidden", true}},
                           {element("figcaption", {},
                                    {element("strong", {}, {text(about.title)}), text(" "),
                                     element("span", {}, {text(beside)})}),
                            element("div", {{"class", "panels"}})});
    drawn += element("div", {{"id", data}, {"hidden", true}}, {text(chart_json(result))});
    return drawn;
}

// Before the chart and the rows that are not all there may be.
Markup cut_notice(const Query& query, std::int64_t limit) {
    const std::int64_t more = std::min(limit * 10, most_rows);
    Markup words = text(fmt::format("These are the first {} rows alone; there may be more.", counted(limit)));
    if (more > limit) {
        words += text(" ");
        words += element("a", {{"href", query.with("limit", std::to_string(more)).text()}, {"class", "more"}},
                         {text(fmt::format("Show up to {}", counted(more)))});
    }
    return element("p", {{"class", "notice"}}, {words});
}

Markup section(const SectionResult& result, const std::string& title, std::int64_t limit,
               const Query& query) {
    const ReadableTable readable = readable_table(result, ShownOn::page);
    const bool is_cut = static_cast<std::int64_t>(readable.rows.size()) >= limit;
    Markup content;
    if (!result.section.title.empty()) content += element("h2", {}, {text(result.section.title)});
    if (readable.rows.empty()) {
        content += nothing_here(result.section.empty);
        return content;
    }
    if (is_cut) content += cut_notice(query, limit);
    content += chart(result, is_cut);
    std::vector<Column> columns;
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < readable.columns.size(); ++i) {
        if (!is_shown(result, readable, i)) continue;
        shown.push_back(i);
        columns.push_back({readable.columns[i].label, kind_of(result, readable.columns[i])});
    }
    std::vector<std::vector<Markup>> rows;
    std::vector<std::string> row_ids;
    const Places places(result, readable, query);
    for (std::size_t i = 0; i < readable.rows.size(); ++i) {
        auto& row = rows.emplace_back();
        row_ids.push_back(row_id(result.section, i));
        for (const std::size_t column : shown) row.push_back(places.cell(i, column));
    }
    content +=
        web::table(result.section.title.empty() ? title : result.section.title, columns, rows, row_ids);
    return content;
}

// The page that says more of the same.
Markup see_also(const Report& report) {
    struct Page {
        std::string_view report;
        const char* address;
        const char* words;
    };
    static constexpr std::array<Page, 4> pages{
        {{"conversions", "/conversions", "Conversions, with the rates of the day"},
         {"conflicts", "/facts?conflicts=1", "Facts in conflict"},
         {"checks", "/figures?check=off", "Figures that a check finds to be off"},
         {"sources", "/sources", "All sources"}}};
    for (const Page& one : pages)
        if (one.report == report.name)
            return element("p", {{"class", "more"}}, {text("See also: "), link_to(one.address, one.words)});
    return {};
}

// "figures of ..." begins a line here.
std::string with_capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

ReportDesk::Answer result_of(Site& site, const Report& report, const Filters& filters) {
    if (site.reports != nullptr) return site.reports->ask(site.database, report, filters);
    return {std::make_shared<const ReportResult>(run_report(site.database, report, filters))};
}

// What is cut and does not say so would be taken for all there is.
void refuse_too_many(const ReportResult& result) {
    for (const SectionResult& one : result.sections)
        if (static_cast<std::int64_t>(one.table.rows.size()) > most_rows)
            throw BadRequest(fmt::format(
                "the report has more than {0} rows; narrow it down, or take the first ones by limit={0}",
                most_rows));
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
                          paragraph(with_capital(in_plain_words(report.description)))});
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
    const std::vector<std::string> currencies =
        report->takes_filter("in") ? currencies_with_rates(site.database) : std::vector<std::string>();
    const Filters filters = filters_of(request, *report, currencies);
    const ReportDesk::Answer answer = result_of(site, *report, filters);
    if (!answer.result) return being_made(request, site, report->title);
    const ReportResult& result = *answer.result;
    if (request.form != Form::html) refuse_too_many(result);
    if (request.form == Form::csv) return csv_response(render(result, Format::csv), name);
    if (request.form == Form::json) return {200, "application/json", render(result, Format::json), {}};
    Markup content = element("p", {{"class", "crumbs"}}, {link_to("/reports", "Reports")});
    content += heading(report->title);
    content += paragraph(with_capital(in_plain_words(report->description)));
    if (answer.is_old)
        content +=
            element("p", {{"class", "notice"}, {"role", "status"}},
                    {text("The database has changed since this was counted; it is being counted anew.")});
    content += see_also(*report);
    content += filter_form(request.query, *report, currencies);
    for (const SectionResult& one : result.sections)
        content += section(one, report->title, filters.limit.value_or(usual_rows), request.query);
    for (const std::string& left : {wrong_in_words(result.left_out), in_words(result.left_out)})
        if (!left.empty()) content += paragraph("Left out: " + left);
    std::vector<std::string> scripts;
    if (std::any_of(result.sections.begin(), result.sections.end(), has_chart))
        scripts = {"chart.min.js", "charts.js"};
    return html_response(page(site, {report->title, "/reports", &request, true, scripts}, content));
}

}  // namespace figbook::web
