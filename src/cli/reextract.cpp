// figbook reextract: after an upgrade, the articles of a database extracted again by the newer rules.
#include "pipeline/reextract.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <csignal>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/interruption.hpp"
#include "cli/open_database.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/review_words.hpp"
#include "cli/terminal.hpp"
#include "cli/wrapped.hpp"
#include "pipeline/extract_articles.hpp"

namespace figbook {
namespace {

struct ReextractCommand {
    std::shared_ptr<std::string> db;
    ReextractOptions options;
    std::size_t examples = 3;
    double progress = 5;  // seconds
    std::optional<std::size_t> width;
};

std::string quoted(const std::string& words) {
    return words.empty() ? "nothing" : fmt::format("\"{}\"", printable(on_one_line(words)));
}

// How many differences of each sort there are, and the first few of each.
class Differences {
 public:
    explicit Differences(std::size_t examples) : most_(examples) {}

    void add(const ChangeInArticle& change) {
        const std::string where =
            quoted(change.change.text) + (change.headline.empty()
                                              ? fmt::format(" in {}", change.document_id)
                                              : " in " + printable(on_one_line(change.headline)));
        if (change.change.what == ClaimChange::What::added) return added_.add(where, most_);
        if (change.change.what == ClaimChange::What::gone) return gone_.add(where, most_);
        ++changed_;
        for (const FieldChange& field : change.change.fields)
            fields_[field.field].add(
                fmt::format("{} to {}: {}", quoted(field.before), quoted(field.after), where), most_);
    }

    std::string text(std::size_t width) const {
        std::string lines = fmt::format("figures added: {}\n", added_.count) + added_.lines(width) +
                            fmt::format("figures gone: {}\n", gone_.count) + gone_.lines(width) +
                            fmt::format("figures changed: {}\n", changed_);
        for (const auto& [field, sort] : fields_)
            lines += fmt::format("  {}: {}\n", claim_fields().at(field), sort.count) + sort.lines(width);
        return lines;
    }

 private:
    struct Sort {
        std::size_t count = 0;
        std::vector<std::string> examples;

        void add(const std::string& example, std::size_t most) {
            ++count;
            if (examples.size() < most) examples.push_back(example);
        }
        std::string lines(std::size_t width) const {
            std::string lines;
            for (const std::string& example : examples) lines += wrapped(example, "    ", 6, width);
            return lines;
        }
    };

    std::size_t most_;
    Sort added_;
    Sort gone_;
    std::size_t changed_ = 0;
    std::map<std::size_t, Sort> fields_;
};

std::string reviews_text(const Database& database, const Reextracted& done, std::size_t width) {
    std::string lines;
    if (done.reviews_found > 0)
        lines +=
            fmt::format("{} read again as when {} made\n", counted(done.reviews_found, "reviewed figure"),
                        done.reviews_found == 1 ? "its review was" : "their reviews were");
    if (done.reviews_lost.empty()) return lines;
    lines += fmt::format("{} without a figure that is read as it was; kept, see figbook log --unmatched:\n",
                         counted(done.reviews_lost.size(), "review"));
    for (const std::int64_t id : done.reviews_lost) {
        const Table table = database.query("SELECT * FROM reviews WHERE review_id = :id", {{":id", id}});
        for (const auto& row : table.rows)
            lines += wrapped(fmt::format("{}: {}", reviewed_figure(table, row), review_words(table, row)),
                             "    ", 6, width);
    }
    return lines;
}

std::string summary(const Reextracted& done) {
    if (done.articles == 0 && !done.stopped) return "every article was extracted by these rules already";
    return fmt::format("extracted {} again: {} before, {} now; {} different",
                       counted(done.articles, "article"), counted(done.figures_before, "figure"),
                       done.figures, counted(done.changed_articles, "article"));
}

int tell_stopped(const Interruption& interruption, bool all) {
    const int signal = interruption.signal().value_or(SIGTERM);
    write_error(fmt::format("figbook: stopped{}; the same command {}\n", signal == SIGINT ? " by Ctrl-C" : "",
                            all ? "begins anew" : "goes on where it stopped"));
    return 128 + signal;
}

int run_reextract(const ReextractCommand& command) {
    Database database = open_existing(*command.db);
    const std::size_t width = text_width(command.width);
    ReadControl control;
    const Interruption interruption(control.stop);
    ReextractOptions options = command.options;
    options.stop = &control.stop;
    const std::uint64_t all_bytes = bytes_to_reextract(database, options.all);
    Progress progress(
        control, [all_bytes] { return all_bytes; }, std::chrono::duration<double>(command.progress));
    Differences differences(command.examples);
    const ReextractListener listener{[&](const ChangeInArticle& change) { differences.add(change); },
                                     [&](std::size_t bytes) {
                                         control.bytes_read += bytes;
                                         progress.count();
                                     }};
    const Reextracted done = reextract(database, options, listener);
    progress.end();
    write_out(summary(done) + progress.cost() + "\n");
    if (done.articles > 0) write_out(differences.text(width) + reviews_text(database, done, width));
    if (done.stopped) return tell_stopped(interruption, options.all);
    return done.reviews_lost.empty() ? 0 : 1;
}

}  // namespace

void add_reextract(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand(
        "reextract", "after an upgrade, extract again what older rules have extracted, and say what changed");
    command->footer(
        "Reviews stay; status 1 where one has no figure any more that is read as it was when it was made.");
    auto options = std::make_shared<ReextractCommand>();
    options->options.threads = usual_threads();
    command->add_flag("--all", options->options.all,
                      "all articles, also those that these rules have extracted");
    command->add_option("--examples", options->examples, "how many examples of each sort of change")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1000}))
        ->capture_default_str()
        ->type_name("N");
    options->db = add_db_option(*command);
    add_threads_option(*command, options->options.threads);
    add_progress_option(*command, options->progress);
    add_width_option(*command, options->width);
    command->callback([options, &chosen] { chosen = [options] { return run_reextract(*options); }; });
}

}  // namespace figbook
