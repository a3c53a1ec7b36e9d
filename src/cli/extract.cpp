// figbook extract [FILE...]: documents in, claims out, no database: a filter that any job runner can spread.
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/extract_output.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "load/load.hpp"
#include "pipeline/extract_articles.hpp"

namespace figbook {
namespace {

struct ExtractOptions {
    std::vector<std::string> inputs{"-"};
    std::shared_ptr<std::string> input;
    std::string output = "jsonl";
    std::optional<std::size_t> width;
    std::shared_ptr<std::optional<Date>> published;
    FieldNames fields;
    FetchOptions fetch;
    std::size_t threads = usual_threads();
};

int extract_all(const ExtractOptions& options) {
    ReadOptions reading;
    reading.known.published = *options.published;
    reading.known.fields = options.fields;
    reading.reader = reader_named(*options.input);
    reading.fetch = options.fetch;
    const auto output = extract_output(options.output, text_width(options.width));
    bool failed = false;
    const ExtractedSink sink{[&](const ExtractedArticle& extracted) {
                                 output->claims(extracted.article, extracted.claims);
                                 // Whoever feeds a line and waits for its answer gets it now.
                                 flush_out();
                             },
                             [&](const Rejected& rejected) {
                                 if (rejected.what == Rejected::What::field)
                                     return write_problem(rejected.problem);
                                 failed = true;
                                 output->rejected(rejected);
                             }};
    extract_articles(options.inputs, reading, options.threads, sink);
    output->end();
    return failed ? 1 : 0;
}

}  // namespace

void add_extract(CLI::App& program, Action& chosen) {
    CLI::App* command =
        program.add_subcommand("extract", "write the figures of articles, without a database");
    auto options = std::make_shared<ExtractOptions>();
    command->add_option(
        "FILE", options->inputs,
        "web pages, RSS and Atom, web archives (WARC), JSON Lines, CSV or plain text, also packed with "
        "gzip, zstd or brotli; http:// and https:// are fetched; none or - is standard input");
    options->input = add_input_option(*command);
    add_map_option(*command, options->fields);
    add_private_option(*command, options->fetch);
    add_threads_option(*command, options->threads);
    command->add_option("--output", options->output, "the form of the output")
        ->check(CLI::IsMember(extract_output_names()))
        ->capture_default_str();
    add_width_option(*command, options->width);
    options->published =
        add_date_option(*command, "--published", "the day of publication, where the input has none");
    command->callback([options, &chosen] { chosen = [options] { return extract_all(*options); }; });
}

}  // namespace figbook
