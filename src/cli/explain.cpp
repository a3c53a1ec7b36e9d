// figbook explain [TEXT...]: how each figure of a text came about, and why a number in it is none.
#include "claim/explain.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/explain_output.hpp"
#include "cli/marked_text.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "load/load.hpp"
#include "load/plain_text_reader.hpp"

namespace figbook {
namespace {

struct ExplainOptions {
    std::vector<std::string> words;
    std::vector<std::string> files;
    std::shared_ptr<std::string> input;
    bool json = false;
    bool rules = false;
    std::optional<std::size_t> width;
    std::shared_ptr<std::optional<Date>> published;
};

// Somebody who gives a file as to the other commands is told how it is meant here.
void advise_file(const std::vector<std::string>& words) {
    if (words.size() != 1 || ::access(words[0].c_str(), R_OK) != 0) return;
    write_problem({fmt::format("'{}' is taken for the text itself", words[0]),
                   fmt::format("`figbook explain --file {}` reads the file", words[0]),
                   "",
                   0,
                   {}});
}

// `figbook explain "Sales rose 4%." "Prices fell 5%."` has two texts, `figbook explain Sales rose 4%` the words of one.
std::vector<std::string> texts_of(const std::vector<std::string>& words) {
    const auto has_words = [](const std::string& text) {
        const auto first = text.find_first_not_of(white_space);
        return first != std::string::npos && text.find_first_of(white_space, first) != std::string::npos;
    };
    if (std::all_of(words.begin(), words.end(), has_words)) return words;
    return {fmt::format("{}", fmt::join(words, " "))};
}

void advise_typing() {
    if (is_terminal(stdin))
        write_problem({"type or paste the text", "Ctrl-D on a line of its own ends it", "", 0, {}});
}

int explain_all(const ExplainOptions& options) {
    ReadOptions reading;
    reading.known.published = *options.published;
    reading.reader = reader_named(*options.input);
    const auto output =
        options.json ? explain_as_json() : explain_for_readers(text_width(options.width), options.rules);
    bool failed = false;
    const Sink sink{[&](Article article) {
                        if (!article.published) article.published = reading.known.published;
                        output->explanation(article, explain(article));
                        flush_out();
                    },
                    [&](const Rejected& rejected) {
                        if (rejected.what == Rejected::What::field) return write_problem(rejected.problem);
                        failed = true;
                        output->rejected(rejected);
                    }};
    const bool is_text = !options.words.empty() && options.words != std::vector<std::string>{"-"};
    if (is_text && !options.files.empty())
        throw EnvironmentError("give either TEXT or --file, not both; quote a text that has words with --");
    if (is_text && *options.input == "jsonl")
        throw EnvironmentError("TEXT is plain text; give JSON Lines with --file or on standard input");
    if (is_text) {
        advise_file(options.words);
        for (const std::string& text : texts_of(options.words))
            if (text.find_first_not_of(white_space) == std::string::npos)
                sink.rejected(
                    {{"is empty", "give a text in quotes, or a file of it with --file", "TEXT", 0, {}}, ""});
            else
                read_text(text, "TEXT", reading.known, sink);
        return failed ? 1 : 0;
    }
    std::vector<std::string> inputs = options.files;
    if (inputs.empty()) inputs.emplace_back("-");
    if (inputs == std::vector<std::string>{"-"}) advise_typing();
    read_articles(inputs, reading, sink);
    return failed ? 1 : 0;
}

}  // namespace

void add_explain(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand(
        "explain", "say how each figure of a text came about, and why a number is none");
    auto options = std::make_shared<ExplainOptions>();
    command->add_option("TEXT", options->words,
                        "the text itself, each in quotes; none or - is standard input");
    command->add_option("--file", options->files, "a web page, plain text or JSON Lines; may be given again")
        ->type_name("FILE")
        ->allow_extra_args(false);
    options->input = add_input_option(*command);
    command->add_flag("--json", options->json, "one line of JSON a document, for programs");
    command->add_flag("--rules", options->rules, "with the names that the rules have in the code");
    add_width_option(*command, options->width);
    options->published =
        add_date_option(*command, "--published", "the day of publication, where the input has none");
    command->callback([options, &chosen] { chosen = [options] { return explain_all(*options); }; });
}

}  // namespace figbook
