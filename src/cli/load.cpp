// figbook load FILE...: articles into the database.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/load_summary.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "cli/told_problems.hpp"
#include "load/input.hpp"
#include "load/walk.hpp"
#include "pipeline/extract_articles.hpp"
#include "pipeline/pipeline.hpp"

namespace figbook {
namespace {

struct LoadOptions {
    std::vector<std::string> inputs;
    std::shared_ptr<std::string> db;
    std::shared_ptr<std::string> input;
    std::shared_ptr<std::optional<Date>> published;
    Known known;
    FetchOptions fetch;
    std::size_t threads = usual_threads();
    double progress = 5;  // seconds
};

bool is_empty_file(const std::string& name) {
    std::error_code unknown;
    return std::filesystem::is_regular_file(name, unknown) &&
           std::filesystem::file_size(name, unknown) == 0 && !unknown;
}

// No input exists or holds anything, and no database is there: then none is made for nothing.
bool nothing_is_there(const std::vector<std::string>& inputs, const std::string& db, bool may_be_empty) {
    std::error_code unknown;
    return !std::filesystem::exists(db, unknown) &&
           std::none_of(inputs.begin(), inputs.end(), [&](const std::string& name) {
               if (is_folder(name)) return holds_files(name);
               if (!may_be_empty && is_empty_file(name)) return false;
               std::error_code ignored;  // a file that cannot be looked at is there: reading it says why not
               return name == "-" || is_web_name(name) || std::filesystem::exists(name, ignored) || ignored;
           });
}

int tell_missing(const std::vector<std::string>& inputs) {
    std::size_t failed = 0;
    const auto tell = [&](const Problem& problem) {
        write_problem(problem);
        ++failed;
    };
    for (const std::string& name : inputs) {
        if (is_folder(name))
            walk(
                name, [](const std::string&) { return false; }, [](const std::string&) {}, tell);
        else if (is_empty_file(name))
            tell(Problem{
                "is empty",
                "give a file with the text of an article; with --input jsonl an empty one is no error", name,
                0, std::nullopt});
        else if (const auto input = Input::open(name); !input)
            tell(input.problem());
    }
    write_out(fmt::format("loaded nothing; {} failed\n", failed));
    return 1;
}

// As shells have it: 130 behind Ctrl-C, 143 behind SIGTERM.
int tell_stopped(const Interruption& interruption) {
    const int signal = interruption.signal().value_or(SIGTERM);
    write_error(fmt::format("figbook: stopped{}; the same command goes on where it stopped\n",
                            signal == SIGINT ? " by Ctrl-C" : ""));
    return 128 + signal;
}

int load(const LoadOptions& options) {
    ReadOptions reading;
    reading.known = options.known;
    reading.reader = reader_named(*options.input);
    reading.fetch = options.fetch;
    reading.known.published = *options.published;
    reading.database = *options.db;
    if (nothing_is_there(options.inputs, *options.db, reading.reader != nullptr))
        return tell_missing(options.inputs);
    ToldProblems problems(is_terminal(stderr) ? ToldProblems::To::person : ToldProblems::To::file);
    Database database = Database::open(*options.db, OpenMode::read_write);
    ReadControl control;
    reading.control = &control;
    const Interruption interruption(control.stop);
    Progress progress(
        control, [&] { return total_bytes(options.inputs, reading); },
        std::chrono::duration<double>(options.progress));
    const Listener listener{
        [&](const Article&, PutResult, std::size_t) { progress.count(); },
        [&](const Rejected& rejected) { progress.aside([&] { problems.tell(rejected.problem); }); }};
    const Counters counters = run(options.inputs, reading, database, listener, options.threads);
    progress.end();
    write_out(load_summary(counters, *options.db) + progress.cost() + "\n");
    if (counters.stopped) return tell_stopped(interruption);
    return counters.failed > 0 ? 1 : 0;
}

}  // namespace

void add_load(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand("load", "read articles and store them with their figures");
    auto options = std::make_shared<LoadOptions>();
    command
        ->add_option(
            "FILE", options->inputs,
            "web pages, RSS and Atom, web archives (WARC), JSON Lines, CSV or plain text, also packed with "
            "gzip, "
            "zstd or brotli; folders are walked; http:// and https:// are fetched; - is standard input")
        ->required();
    options->db = add_db_option(*command);
    options->input = add_input_option(*command);
    add_map_option(*command, options->known.fields);
    options->published =
        add_date_option(*command, "--published", "the day of publication, where the input has none");
    command->add_option("--publication", options->known.publication, "the paper, where the input names none");
    command->add_option("--url", options->known.url, "the address of the one article");
    command->add_option("--headline", options->known.headline, "the headline of the one article");
    add_private_option(*command, options->fetch);
    add_threads_option(*command, options->threads);
    add_progress_option(*command, options->progress);
    command->callback([options, &chosen] { chosen = [options] { return load(*options); }; });
}

}  // namespace figbook
