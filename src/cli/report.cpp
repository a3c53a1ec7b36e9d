// figbook report [NAME]: what is in the database, for readers (table, markdown, html) and programs (csv, json).
#include "report/report.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>

#include "base/output_file.hpp"
#include "cli/commands.hpp"
#include "cli/filters.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "report/chart_svg.hpp"
#include "report/readable.hpp"
#include "report/render.hpp"

namespace figbook {
namespace {

struct ReportOptions {
    std::string name = "summary";
    std::string subject;
    std::optional<std::string> in;
    bool list = false;
    std::shared_ptr<std::string> db;
    std::string format = "table";
    std::optional<std::string> output;
    std::optional<std::string> chart;
    std::optional<std::size_t> width;
    FilterOptions filters;
};

std::string list_of_reports() {
    std::string text;
    for (const Report& report : all_reports())
        text +=
            fmt::format("{:<13}{}{}{}\n", report.name, report.description,
                        report.takes_filter("subject") ? ": figbook report " + report.name + " SUBJECT" : "",
                        report.takes_filter("in") ? " (--in USD)" : "");
    return text;
}

void write_file(const std::string& path, const std::string& text) {
    OutputFile file(path, "the report", "give another path with --output, or none for standard output");
    file.write(text);
    file.finish();
}

void write_chart(const std::string& path, const ReportResult& result) {
    OutputFile file(path, "the chart", "give another path with --chart");
    file.write(timeline_svg(result));
    file.finish();
}

void refuse_without_timeline(const Report& report) {
    if (has_timeline(report)) return;
    std::string known;
    for (const Report& other : all_reports())
        if (has_timeline(other)) known.append(known.empty() ? "" : ", ").append(other.name);
    throw EnvironmentError(
        fmt::format("the report '{}' has no timeline for --chart; these have one: {}", report.name, known));
}

// What only some reports take must be given to them, and to no other.
void check_taken(const ReportOptions& options, const Report& report) {
    if (options.in && !report.takes_filter("in"))
        throw EnvironmentError(fmt::format(
            "the report {} is in no one currency; --in is for the report currencies", report.name));
    if (!report.takes_filter("subject")) {
        if (!options.subject.empty())
            throw EnvironmentError(
                fmt::format("the report {0} takes no subject behind its name; give it as --subject: "
                            "figbook report {0} --subject {1}",
                            report.name, options.subject));
    } else if (options.subject.empty() == !options.filters.filters().subject) {
        throw EnvironmentError(
            fmt::format("the report {0} is of one subject; name it once: figbook report {0} "
                        "\"defence spending\"",
                        report.name));
    }
}

Filters filters_of(const ReportOptions& options) {
    Filters filters = options.filters.filters();
    if (!options.subject.empty()) filters.subject = options.subject;
    if (options.in) filters.in = *options.in;
    return filters;
}

// These have no room for a footer.
bool is_for_programs(const std::string& format) {
    return format == "csv" || format == "json";
}

// None where more is shown of it than a table has.
std::optional<std::size_t> table_width(const ReportOptions& options, std::size_t width) {
    if (options.chart) return std::nullopt;
    switch (format_of(options.format)) {
        case Format::table:
            return width;
        case Format::markdown:
            return uncut;
        default:
            return std::nullopt;
    }
}

// That there is no rate shows in the tables by empty cells alone.
void tell_of_no_rate(const ReportOptions& options, const ReportResult& result) {
    if (!options.in) return;
    const Table& table = result.sections.front().table;
    const auto column = find_column(table, "compared");
    const auto is_compared = [&](const auto& row) { return plain_text(row[*column]) != "0"; };
    if (table.rows.empty() || !column || std::any_of(table.rows.begin(), table.rows.end(), is_compared))
        return;
    write_problem(
        Problem{fmt::format("no amount is compared: there is no rate for {} on these days", *options.in),
                "`figbook rates list` shows of which currencies and days there are",
                {},
                0,
                std::nullopt});
}

void tell_of_empty_chart(const std::string& path, const ReportResult& result) {
    const bool has_rows = std::any_of(result.sections.begin(), result.sections.end(),
                                      [](const SectionResult& part) { return !part.table.rows.empty(); });
    if (has_rows) return;
    write_problem(Problem{"nothing is drawn: there is no such figure", "give other words or fewer filters",
                          path, 0, std::nullopt});
}

int report(const ReportOptions& options) {
    if (options.list) {
        write_out(list_of_reports());
        return 0;
    }
    const Report& chosen = find_report(options.name);
    if (options.chart) refuse_without_timeline(chosen);
    check_taken(options, chosen);
    const Filters filters = filters_of(options);
    Database database = Database::open(*options.db, OpenMode::read_only);
    // A file is the same whatever the terminal.
    const std::size_t width =
        options.output ? options.width.value_or(default_width) : text_width(options.width);
    const ReportResult result = run_report(database, chosen, filters, table_width(options, width));
    tell_of_no_rate(options, result);
    if (options.chart) {
        write_chart(*options.chart, result);
        tell_of_empty_chart(*options.chart, result);
    }
    if (options.chart && !options.output) return 0;
    if (is_for_programs(options.format) && !in_words(result.left_out).empty())
        write_problem(
            Problem{"left out: " + in_words(result.left_out), "--copies shows them", {}, 0, std::nullopt});
    if (is_for_programs(options.format) && !wrong_in_words(result.left_out).empty())
        write_problem(Problem{"left out: " + wrong_in_words(result.left_out),
                              "`figbook log --verdict wrong` shows them",
                              {},
                              0,
                              std::nullopt});
    const std::string text = render(result, format_of(options.format), width);
    if (options.output)
        write_file(*options.output, text);
    else
        write_out(text);
    return 0;
}

}  // namespace

void add_report(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand(
        "report", "show figures, sources, subjects, changes and more; --list names all reports");
    auto options = std::make_shared<ReportOptions>();
    command->add_option("NAME", options->name, "the report; --list shows which there are")
        ->default_str(options->name);
    command->add_option("SUBJECT", options->subject,
                        "of the report timeline: words that begin words of a subject");
    command->add_flag("--list", options->list, "list the reports and exit");
    options->db = add_db_option(*command);
    command->add_option("--format", options->format, "table, csv, json, markdown or html")
        ->check(CLI::IsMember(format_names()))
        ->default_str(options->format);
    command->add_option("--output", options->output, "write to this file")->type_name("FILE");
    command
        ->add_option("--chart", options->chart,
                     "draw the report's timeline into this SVG file, in place of a table")
        ->type_name("FILE.svg");
    add_width_option(*command, options->width);
    add_filters(*command, options->filters);
    command
        ->add_option("--in", options->in,
                     "of the report currencies: the currency in which amounts are compared; EUR without it")
        ->transform(currency_code)
        ->type_name("CODE");
    command->callback([options, &chosen] { chosen = [options] { return report(*options); }; });
}

}  // namespace figbook
