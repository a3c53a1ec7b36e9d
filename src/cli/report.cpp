// figbook report [NAME]: what is in the database, for readers (table, markdown) and programs (csv, json).
#include "report/report.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <string>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
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
    std::optional<std::size_t> width;
    Filters filters;
    std::shared_ptr<std::optional<Date>> from;
    std::shared_ptr<std::optional<Date>> to;
};

std::string list_of_reports() {
    std::string text;
    for (const Report& report : all_reports())
        text += fmt::format("{:<13}{}\n", report.name, report.description);
    return text;
}

void write_file(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    if (file) file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (file) return;
    const std::string why = std::strerror(errno);
    throw EnvironmentError(Problem{"the report cannot be written: " + why,
                                   "give another path with --output, or none for standard output", path, 0,
                                   std::nullopt});
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
    } else if (options.subject.empty() == !options.filters.subject) {
        throw EnvironmentError(
            fmt::format("the report {0} is of one subject; name it once: figbook report {0} "
                        "\"defence spending\"",
                        report.name));
    }
}

Filters filters_of(const ReportOptions& options) {
    Filters filters = options.filters;
    if (!options.subject.empty()) filters.subject = options.subject;
    if (options.in) filters.in = *options.in;
    filters.from = *options.from;
    filters.to = *options.to;
    refuse_reversed(filters.from, filters.to);
    return filters;
}

// These have no room for a footer.
bool is_for_programs(const std::string& format) {
    return format == "csv" || format == "json";
}

int report(const ReportOptions& options) {
    if (options.list) {
        write_out(list_of_reports());
        return 0;
    }
    const Report& chosen = find_report(options.name);
    check_taken(options, chosen);
    const Filters filters = filters_of(options);
    Database database = Database::open(*options.db, OpenMode::read_only);
    const ReportResult result = run_report(database, chosen, filters);
    // A file is the same whatever the terminal.
    const std::size_t width =
        options.output ? options.width.value_or(default_width) : text_width(options.width);
    if (is_for_programs(options.format) && !in_words(result.left_out).empty())
        write_problem(
            Problem{"left out: " + in_words(result.left_out), "--copies shows them", {}, 0, std::nullopt});
    const std::string text = render(result, format_of(options.format), width);
    if (options.output)
        write_file(*options.output, text);
    else
        write_out(text);
    return 0;
}

// "eur" -> "EUR"; complains about what is no three letters.
std::string currency_code(std::string code) {
    const auto is_letter = [](unsigned char c) { return std::isalpha(c) != 0; };
    if (code.size() != 3 || !std::all_of(code.begin(), code.end(), is_letter))
        throw CLI::ValidationError(fmt::format("'{}' is no currency code such as EUR", code));
    std::transform(code.begin(), code.end(), code.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return code;
}

void add_filters(CLI::App& command, ReportOptions& options) {
    Filters& filters = options.filters;
    command.add_option("--currency", filters.currency, "only money in this currency")
        ->transform(currency_code)
        ->type_name("CODE");
    command.add_option("--kind", filters.kind, "only figures of this kind")
        ->check(CLI::IsMember(std::vector<std::string>{"money", "percent", "points", "count", "measure",
                                                       "ratio", "multiple", "number"}));
    command
        .add_option("--source", filters.source,
                    "only from sources whose name, title or organisation has words that begin so")
        ->type_name("WORDS");
    command.add_option("--subject", filters.subject, "only figures whose subject has words that begin so")
        ->type_name("WORDS");
    command
        .add_option("--publication", filters.publication,
                    "only from publications whose name has words that begin so")
        ->type_name("WORDS");
    command
        .add_option("--in", options.in,
                    "of the report currencies: the currency in which amounts are compared; EUR without it")
        ->transform(currency_code)
        ->type_name("CODE");
    options.from = add_date_option(command, "--from", "only articles published on this day or later");
    options.to = add_date_option(command, "--to", "only articles published on this day or before");
    command.add_flag("--copies", filters.copies, "a story as often as papers print it");
    command.add_flag("--durations", filters.durations, "spans of time (five years) too");
    command.add_option("--limit", filters.limit, "at most so many rows; in the summary, of each list")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}))
        ->type_name("N");
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
    command->add_option("--format", options->format, "table, csv, json or markdown")
        ->check(CLI::IsMember(format_names()))
        ->default_str(options->format);
    command->add_option("--output", options->output, "write to this file")->type_name("FILE");
    add_width_option(*command, options->width);
    add_filters(*command, *options);
    command->callback([options, &chosen] { chosen = [options] { return report(*options); }; });
}

}  // namespace figbook
