// The program: declares the commands, runs the chosen one, and turns whatever goes wrong into a message and
// an exit status. The one catch of the project is here.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <fmt/format.h>
#include <new>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/freed_memory.hpp"
#include "base/problem.hpp"
#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace figbook {
namespace {

constexpr int not_done = 2;

void add_commands(CLI::App& program, Action& chosen) {
    add_load(program, chosen);
    add_extract(program, chosen);
    add_explain(program, chosen);
    add_search(program, chosen);
    add_report(program, chosen);
    add_export(program, chosen);
    add_facts(program, chosen);
    add_fact(program, chosen);
    add_check(program, chosen);
    add_review(program, chosen);
    add_log(program, chosen);
    add_reextract(program, chosen);
    add_rates(program, chosen);
    add_convert(program, chosen);
    add_serve(program, chosen);
    add_migrate(program, chosen);
}

// How many letters must be changed, added or taken away to make one word the other (Levenshtein).
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
        }
    }
    return row.back();
}

// "load" for "laod"; "" where no command is near.
std::string nearest_command(const CLI::App& program, const std::string& word) {
    std::string nearest;
    std::size_t least = 3;
    for (const CLI::App* command : program.get_subcommands({})) {
        const std::size_t steps = distance(word, command->get_name());
        if (steps < least) {
            least = steps;
            nearest = command->get_name();
        }
    }
    return nearest;
}

// Throws for a first word that is no command, which CLI11 would only call unexpected.
void refuse_unknown_command(const CLI::App& program, int count, char** words) {
    if (count < 2 || words[1][0] == '-') return;
    const std::string word = words[1];
    for (const CLI::App* command : program.get_subcommands({}))
        if (command->get_name() == word) return;
    const std::string nearest = nearest_command(program, word);
    throw EnvironmentError(fmt::format("there is no command '{}'; {}`figbook --help` lists them", word,
                                       nearest.empty() ? "" : fmt::format("did you mean '{}'? ", nearest)));
}

int complain(std::string_view command, std::string_view message) {
    write_error(fmt::format("figbook{}{}: {}\n", command.empty() ? "" : " ", command, printable(message)));
    return not_done;
}

// The name of the command that was being parsed: "check conversions".
std::string parsed_command(const CLI::App& program) {
    const auto chosen = program.get_subcommands();
    if (chosen.empty()) return "";
    const std::string rest = parsed_command(*chosen.back());
    return chosen.back()->get_name() + (rest.empty() ? "" : " " + rest);
}

// Reads the command line; the exit status where that was all: --help, --version, or a mistake in it.
std::optional<int> parse(CLI::App& program, int argc, char** argv) {
    try {
        program.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::CallForVersion& version) {
        write_out(fmt::format("{}\n", version.what()));
        return 0;
    } catch (const CLI::CallForHelp&) {
        write_out(program.help());
        return 0;
    } catch (const CLI::ParseError& error) {
        const std::string command = parsed_command(program);
        std::string_view message = error.what();
        if (message.ends_with('.')) message.remove_suffix(1);
        return complain(command, fmt::format("{}; `figbook {}--help` shows the options", message,
                                             command.empty() ? "" : command + " "));
    }
}

int run(int argc, char** argv) {
    CLI::App program{
        "figbook keeps the facts and figures of the news: it reads articles, finds every figure with\n"
        "who said it, its currency and its period, stores them in SQLite, checks and reports them.",
        "figbook"};
    program.set_version_flag("--version", "figbook " FIGBOOK_VERSION, "print the version and exit");
    program.require_subcommand(0, 1);
    Action chosen;
    add_commands(program, chosen);
    refuse_unknown_command(program, argc, argv);
    if (const auto status = parse(program, argc, argv)) return *status;
    if (chosen) return chosen();
    write_out(program.help());
    return 0;
}

}  // namespace
}  // namespace figbook

int main(int argc, char** argv) {
    using namespace figbook;
    // A reader that closes its pipe early is then an error of writing, with a name, instead of a sudden
    // death.
    std::signal(SIGPIPE, SIG_IGN);
    // The same for a file that may not grow (ulimit -f).
    std::signal(SIGXFSZ, SIG_IGN);
    keep_freed_memory();
    try {
        const int status = run(argc, argv);
        flush_out();
        return status;
    } catch (const OutputClosed&) {
        return 0;
    } catch (const EnvironmentError& error) {
        return complain("", error.what());
    } catch (const std::bad_alloc&) {
        return complain("", "out of memory; give it smaller files or a larger machine");
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::broken_pipe) return 0;
        return complain("", error.what());
    } catch (const std::exception& error) {
        return complain("",
                        fmt::format("stopped at an error of its own: {}; please report it", error.what()));
    }
}
