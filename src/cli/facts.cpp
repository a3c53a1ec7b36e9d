// figbook facts [WORDS] and figbook fact NAME: what several articles tell of one thing, and how it stands.
#include "track/facts.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/marked_text.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "cli/wrapped.hpp"
#include "report/render.hpp"
#include "store/cell.hpp"
#include "track/fact_key.hpp"

namespace figbook {
namespace {

struct FactsOptions {
    std::shared_ptr<std::string> db;
    std::string format = "table";
    std::optional<std::size_t> width;
    std::vector<std::string> words;
    FactFilters filters;
    std::shared_ptr<std::optional<Date>> from;
    std::shared_ptr<std::optional<Date>> to;
};

struct FactOptions {
    std::shared_ptr<std::string> db;
    std::string format = "table";
    std::optional<std::size_t> width;
    std::string name;
};

ColumnHint hint(std::string name, std::size_t least, bool readable_only = false) {
    ColumnHint made;
    made.name = std::move(name);
    made.least = least;
    made.readable_only = readable_only;
    return made;
}

Section section_of_facts() {
    Section section;
    section.key = "facts";
    section.show = {"name", "subject", "period", "figures", "articles", "days", "stands"};
    section.optional = {"period", "days", "articles"};
    section.columns = {hint("name", 10, true),    hint("subject", 16),    hint("period", 8, true),
                       hint("figures", 12, true), hint("days", 10, true), hint("stands", 8, true),
                       hint("top", 8, true)};
    // From the smallest to the largest that is told.
    ColumnHint& figures = section.columns[3];
    figures.kind = ColumnKind::amount;
    figures.arguments = {"kind", "least", "top", "unit", "per", "-", "-"};
    section.empty = "no facts";
    return section;
}

// Why there may be less than there could be.
void tell_of_untracked(const Database& database, const std::string& db) {
    if (database.untracked(1).empty()) return;
    write_problem(Problem{"articles that were loaded by an older figbook are not tracked yet",
                          fmt::format("figbook migrate --db {} does it", db),
                          {},
                          0,
                          std::nullopt});
}

int facts(FactsOptions options) {
    for (const std::string& word : options.words) options.filters.words += word + " ";
    options.filters.from = *options.from;
    options.filters.to = *options.to;
    refuse_reversed(options.filters.from, options.filters.to);
    const Database database = Database::open(*options.db, OpenMode::read_only);
    tell_of_untracked(database, *options.db);
    if (!options.words.empty() && fact_words(options.filters.words).empty())
        throw EnvironmentError(
            Problem{fmt::format("'{}' has no word to look for", fmt::join(options.words, " ")),
                    "give words of what is measured, such as defence spending",
                    {},
                    0,
                    std::nullopt});
    ReportResult result{"Facts", {{section_of_facts(), find_facts(database, options.filters)}}, {}};
    const bool none = result.sections[0].table.rows.empty();
    const Format format = format_of(options.format);
    write_out(render(result, format, text_width(options.width)));
    if (none && format == Format::table)
        write_out("a fact is listed from the second article on that tells it; copies do not count\n");
    return 0;
}

std::string who_of(const ToldClaim& told) {
    if (told.claim.source) return told.claim.source->name;
    return told.publication.empty() ? "the article" : told.publication;
}

std::string standing_text(const Fact& fact, std::size_t place) {
    const Told& told = fact.told[place];
    if (told.claim.original_id) return "copy";
    if (!told.earlier) return "";
    return fmt::format("{} {} {}", in_words(told.to_earlier.standing),
                       told.to_earlier.standing == Standing::conflict         ? "with"
                       : told.to_earlier.standing == Standing::not_comparable ? "to"
                       : told.to_earlier.standing == Standing::same           ? "as"
                                                                              : "of",
                       *told.earlier + 1);
}

// A row a figure: for programs all that leads back to it, for readers the short columns.
Table table_of(const Fact& fact) {
    Table table{{"number",     "day",         "text",     "kind", "value",   "high",     "unit",  "bound",
                 "source",     "publication", "standing", "to",   "reason",  "headline", "url",   "sentence",
                 "article_id", "ordinal",     "start",    "end",  "copy_of", "who",      "stands"},
                {}};
    for (std::size_t i = 0; i < fact.told.size(); ++i) {
        const Told& told = fact.told[i];
        const Claim& claim = told.claim.claim;
        const bool compared = told.earlier.has_value();
        table.rows.push_back({static_cast<std::int64_t>(i + 1),
                              told.claim.published ? Value(iso(*told.claim.published)) : Value(),
                              told.claim.is_corrected ? fmt::format("{} (corrected: {})", claim.text,
                                                                    grouped(claim.value.to_string()))
                                                      : claim.text,
                              std::string(name_of(claim.kind)),
                              claim.value.to_string(),
                              claim.high ? Value(claim.high->to_string()) : Value(),
                              text_or_null(claim.unit),
                              std::string(name_of(claim.bound)),
                              claim.source ? Value(claim.source->name) : Value(),
                              text_or_null(told.claim.publication),
                              compared ? Value(std::string(name_of(told.to_earlier.standing))) : Value(),
                              compared ? Value(static_cast<std::int64_t>(*told.earlier + 1)) : Value(),
                              compared ? Value(told.to_earlier.reason) : Value(),
                              text_or_null(told.claim.headline),
                              text_or_null(told.claim.url),
                              told.claim.sentence,
                              told.claim.article_id,
                              static_cast<std::int64_t>(told.claim.ordinal),
                              std::int64_t{claim.span.start},
                              std::int64_t{claim.span.end},
                              told.claim.original_id ? Value(*told.claim.original_id) : Value(),
                              who_of(told.claim),
                              standing_text(fact, i)});
    }
    return table;
}

// A terminal has the reasons below the table.
Section section_of_figures(bool with_reasons) {
    Section section;
    section.key = "figures";
    section.show = {"number", "day", "text", "who", "stands", "sentence"};
    if (with_reasons)
        section.show = {"number", "day", "text", "who", "stands", "reason", "headline", "sentence"};
    section.optional = {"sentence"};
    section.columns = {hint("text", 10),     hint("who", 12, true), hint("stands", 12, true),
                       hint("sentence", 24), hint("reason", 12),    hint("headline", 12)};
    section.columns[0].kind = ColumnKind::text;
    section.empty = "nothing";
    return section;
}

Section section_of_fact() {
    Section section;
    section.key = "fact";
    section.show = {"subject",   "period_words", "claims",   "articles",  "copies",
                    "first_day", "last_day",     "standing", "conflicts", "matched_by"};
    return section;
}

Table table_of_row(const FactRow& row, const std::string& matched) {
    return {
        {"fact", "subject", "kind", "unit", "per", "role", "period_start", "period_end", "period_words",
         "claims", "articles", "copies", "first_day", "last_day", "standing", "conflicts", "matched_by"},
        {{fact_name(row.fact_id), text_or_null(row.subject), row.kind, text_or_null(row.unit),
          text_or_null(row.per), row.role, text_or_null(row.period_start), text_or_null(row.period_end),
          text_or_null(row.period_words), row.claims, row.articles, row.copies, text_or_null(row.first_day),
          text_or_null(row.last_day), row.standing, row.conflicts, matched}}};
}

std::string title_of(const FactRow& row) {
    const std::string period = row.period_words.empty() ? "as of each article's day" : row.period_words;
    return printable(without_long_words(on_one_line(row.subject + " (" + period + ")")));
}

std::string head_of(const Fact& fact, std::size_t width) {
    const FactRow& row = fact.row;
    std::string days = row.first_day.empty() ? "without a date" : row.first_day;
    if (row.first_day != row.last_day) days += " to " + row.last_day;
    std::string text = wrapped(title_of(row), "", 0, width);
    text += wrapped(
        fmt::format("fact {}: {} in {}{}, {}", fact_name(row.fact_id).substr(0, 10),
                    counted(row.claims, "figure", "figures"), counted(row.articles, "article", "articles"),
                    row.copies == 0 ? "" : " and " + counted(row.copies, "copy", "copies"), days),
        "", 0, width);
    return text + "\n";
}

std::string reasons_of(const Fact& fact, std::size_t width) {
    std::string text;
    for (std::size_t i = 0; i < fact.told.size(); ++i) {
        const Told& told = fact.told[i];
        if (!told.earlier || told.to_earlier.standing == Standing::same) continue;
        text += wrapped(printable(without_long_words(told.to_earlier.reason)), fmt::format("  {}: ", i + 1),
                        5, width);
    }
    return text.empty() ? "" : "\n" + text;
}

int fact(const FactOptions& options) {
    const Database database = Database::open(*options.db, OpenMode::read_only);
    const Fact found = read_fact(database, find_fact(database, options.name));
    const std::string matched = found.matched_by;
    const Format format = format_of(options.format);
    const std::size_t width = text_width(options.width);
    if (format == Format::csv) {
        write_out(
            render(ReportResult{"Fact", {{section_of_figures(true), table_of(found)}}, {}}, format, width));
        return 0;
    }
    if (format != Format::table) {
        write_out(render(ReportResult{title_of(found.row),
                                      {{section_of_fact(), table_of_row(found.row, matched)},
                                       {section_of_figures(true), table_of(found)}},
                                      {}},
                         format, width));
        return 0;
    }
    write_out(head_of(found, width));
    write_out(render(ReportResult{"", {{section_of_figures(false), table_of(found)}}, {}}, format, width));
    write_out(reasons_of(found, width));
    write_out("\n" + wrapped(printable(without_long_words(matched)), "one fact by: ", 2, width));
    if (found.more > 0) write_out(fmt::format("{} more figures are not shown\n", found.more));
    return 0;
}

void add_format_option(CLI::App& command, std::string& format) {
    command.add_option("--format", format, "table, csv, json, markdown or html")
        ->check(CLI::IsMember(format_names()))
        ->default_str(format);
}

}  // namespace

void add_facts(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand("facts", "list what several articles tell of one thing");
    auto options = std::make_shared<FactsOptions>();
    command->add_option("WORDS", options->words,
                        "only facts whose subject, place or name has all of these words");
    options->db = add_db_option(*command);
    add_format_option(*command, options->format);
    add_width_option(*command, options->width);
    command->add_option("--kind", options->filters.kind, "only figures of this kind")
        ->check(CLI::IsMember(std::vector<std::string>{"money", "percent", "points", "count", "measure",
                                                       "ratio", "multiple", "number"}));
    options->from = add_date_option(*command, "--from", "only facts that are told on this day or later");
    options->to = add_date_option(*command, "--to", "only facts that are told on this day or before");
    command->add_flag("--conflicts", options->filters.conflicts, "only facts with figures in conflict");
    command->add_option("--limit", options->filters.limit, "at most so many")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}))
        ->type_name("N");
    command->callback([options, &chosen] { chosen = [options] { return facts(*options); }; });
}

void add_fact(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand(
        "fact", "show the figures of one fact, by day, and what each is to those before it");
    auto options = std::make_shared<FactOptions>();
    command
        ->add_option("NAME", options->name,
                     "the fact: the digits that `figbook facts` shows, or the first of them")
        ->required();
    options->db = add_db_option(*command);
    add_format_option(*command, options->format);
    add_width_option(*command, options->width);
    command->callback([options, &chosen] { chosen = [options] { return fact(*options); }; });
}

}  // namespace figbook
