// figbook search WORDS: the articles that have the words, the best first, and the figures beside them.
#include "report/search.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "report/render.hpp"

namespace figbook {
namespace {

struct SearchOptions {
    std::vector<std::string> words;
    std::shared_ptr<std::string> db;
    std::string format = "table";
    std::optional<std::size_t> width;
    Filters filters;
    std::shared_ptr<std::optional<Date>> from;
    std::shared_ptr<std::optional<Date>> to;
};

int search_for(const SearchOptions& options) {
    std::string words;
    for (const std::string& word : options.words) words += (words.empty() ? "" : " ") + word;
    Filters filters = options.filters;
    filters.from = *options.from;
    filters.to = *options.to;
    refuse_reversed(filters.from, filters.to);
    Database database = Database::open(*options.db, OpenMode::read_only);
    SearchResult found = search(database, words, filters);
    if (!found.is_ranked)
        write_problem(
            Problem{fmt::format("more than {} articles have these words: the newest are shown, not the best",
                                most_ranked),
                    "add words",
                    {},
                    0,
                    std::nullopt});
    // A reader needs no heading above nothing; programs get each part that there may be.
    auto& sections = found.report.sections;
    if (options.format != "csv" && options.format != "json" && sections.back().table.rows.empty())
        sections.pop_back();
    write_out(render(found.report, format_of(options.format), text_width(options.width)));
    return 0;
}

constexpr const char* syntax =
    "WORDS: all of them must be there, in any case and without accents.\n"
    "  aid*                   words that begin so, at least three letters\n"
    "  '\"defence spending\"'   these words in this order\n"
    "  aid OR loans           one of them; AND, OR and NOT in capitals\n"
    "  aid NOT military       the first without the second\n"
    "  '(aid OR loans) kyiv'  brackets, in quotes for the shell";

}  // namespace

void add_search(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand("search", "find articles and their figures by words");
    command->footer(syntax);
    auto options = std::make_shared<SearchOptions>();
    Filters& filters = options->filters;
    command->add_option("WORDS", options->words, "what to search for; see below")->required();
    options->from = add_date_option(*command, "--from", "only articles published on this day or later");
    options->to = add_date_option(*command, "--to", "only articles published on this day or before");
    command
        ->add_option("--publication", filters.publication,
                     "only from publications whose name has words that begin so")
        ->type_name("WORDS");
    command
        ->add_option(
            "--source", filters.source,
            "only articles with a figure from a source whose name, title or organisation has words that "
            "begin so")
        ->type_name("WORDS");
    command->add_flag("--copies", filters.copies, "a story as often as papers print it");
    command
        ->add_option("--limit", filters.limit,
                     fmt::format("at most so many articles; {} without it", usual_hits))
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{10'000}))
        ->type_name("N");
    command->add_option("--format", options->format, "table, csv, json, markdown or html")
        ->check(CLI::IsMember(format_names()))
        ->default_str(options->format);
    add_width_option(*command, options->width);
    options->db = add_db_option(*command);
    command->callback([options, &chosen] { chosen = [options] { return search_for(*options); }; });
}

}  // namespace figbook
