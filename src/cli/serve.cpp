// figbook serve: a page to look at the database by.
#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <mutex>
#include <spawn.h>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "base/utf8.hpp"
#include "claim/explain.hpp"
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "cli/web_load.hpp"
#include "cli/web_review.hpp"
#include "store/database.hpp"
#include "web/answer_once.hpp"
#include "web/server.hpp"

namespace figbook {
namespace {

struct ServeOptions {
    std::shared_ptr<std::string> db;
    int port = 8077;
    bool open = false;
    bool read_only = false;
    bool is_public = false;
    std::string password_file;
    std::vector<std::string> hosts;
    std::string get;
};

std::vector<web::Reasons> reasons_of(const Article& article) {
    std::vector<web::Reasons> all;
    for (const Derivation& figure : explain(article).figures) {
        web::Reasons& reasons = all.emplace_back();
        reasons.start = figure.claim.span.start;
        reasons.end = figure.claim.span.end;
        for (const Step& step : figure.steps)
            reasons.reasons.push_back({std::string(step.field), step.value, step.how});
    }
    return all;
}

web::Services services_of(const ServeOptions& options) {
    web::Services services;
    services.explain = reasons_of;
    if (options.read_only) return services;
    // One load at a time: each takes all processors, and the database has one writer.
    const auto one_by_one = std::make_shared<std::mutex>();
    services.load = [path = *options.db, one_by_one](const web::LoadRequest& request) {
        const std::lock_guard lock(*one_by_one);
        return load_from_page(path, request);
    };
    services.review = [path = *options.db, one_by_one](const web::ReviewRequest& request) {
        const std::lock_guard lock(*one_by_one);
        review_from_page(path, request);
    };
    return services;
}

// The first line: what a text editor puts behind it is no part of a password.
std::string read_password(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line))
        throw EnvironmentError(
            fmt::format("{}: there is no password in it ({}); write it into its first line", printable(path),
                        errno == 0 ? "empty" : std::strerror(errno)));
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::optional<std::string> password_of(const ServeOptions& options) {
    if (!options.is_public) return std::nullopt;
    if (!options.password_file.empty()) return read_password(options.password_file);
    if (const char* given = std::getenv("FIGBOOK_PASSWORD"); given != nullptr && *given != '\0') return given;
    throw EnvironmentError(
        "--public needs a password; write it into a file and give that with --password-file, or set "
        "FIGBOOK_PASSWORD");
}

// Those of BROWSER, as others read it, where it is set; then what desktops have.
std::vector<std::string> browsers() {
    std::vector<std::string> programs;
    if (const char* set = std::getenv("BROWSER"); set != nullptr) {
        std::istringstream names(set);
        for (std::string name; std::getline(names, name, ':');)
            if (!name.empty()) programs.push_back(name);
    }
    programs.emplace_back("xdg-open");
    return programs;
}

// Tells where the program ends without having opened anything: what opens a browser ends at once, or with it.
void tell_failure(pid_t child, const std::string& program, const std::string& address) {
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) == 0) return;
    write_error(fmt::format("figbook: no browser was opened ({} ended with {}); open {} yourself\n", program,
                            WEXITSTATUS(status), address));
}

void open_browser(const std::string& address) {
    int error = 0;
    for (std::string program : browsers()) {
        std::string argument = address;
        char* const words[] = {program.data(), argument.data(), nullptr};
        pid_t child = 0;
        error = ::posix_spawnp(&child, program.c_str(), nullptr, nullptr, words, environ);
        if (error != 0) continue;
        std::thread([child, program, address] { tell_failure(child, program, address); }).detach();
        return;
    }
    write_error(fmt::format("figbook: no browser can be opened (xdg-open: {}); open {} yourself\n",
                            std::strerror(error), address));
}

int print_one(const ServeOptions& options) {
    const int status = web::answer_once(*options.db, services_of(options), options.get, !options.read_only,
                                        [](std::string_view text) { write_out(text); });
    if (status < 400) return 0;
    write_error(fmt::format("figbook serve: {} has the status {}\n", printable(options.get), status));
    return 1;
}

std::string exposed(bool read_only) {
    return fmt::format(
        "Everybody who can reach this machine and knows the password can read the whole database, with the "
        "text of all\n"
        "articles{}. It is sent as plain HTTP: put a proxy with TLS before it where the network is not "
        "yours.\n",
        read_only ? "" : ", load more into it, also from addresses of the web, and review figures");
}

// As `figbook load` does: what the page loads needs a place. True where there was none.
bool make_missing(const std::string& path) {
    std::error_code unknown;
    if (std::filesystem::exists(path, unknown) || unknown) return false;
    Database::open(path, OpenMode::read_write);
    return true;
}

int serve(const ServeOptions& options) {
    if (!options.get.empty()) return print_one(options);
    web::ServerOptions server_options;
    server_options.port = options.port;
    server_options.is_public = options.is_public;
    server_options.password = password_of(options);
    server_options.may_write = !options.read_only;
    server_options.hosts = options.hosts;
    const bool is_new = !options.read_only && make_missing(*options.db);
    web::Server server(*options.db, services_of(options), server_options);
    const std::string address = fmt::format("http://127.0.0.1:{}/", server.listen());
    std::atomic<bool> stop = false;
    const Interruption interruption(stop);
    server.get_ready(stop);
    write_out(fmt::format("{} at {}; Ctrl-C ends it\n", printable(*options.db), address));
    if (is_new) write_out(fmt::format("{} is new and empty\n", printable(*options.db)));
    if (options.is_public) write_out(exposed(options.read_only));
    flush_out();
    if (options.open) open_browser(address);
    server.run(stop);
    return 0;
}

}  // namespace

void add_serve(CLI::App& program, Action& chosen) {
    CLI::App* command = program.add_subcommand("serve", "a page to look at it, at a port of this machine");
    auto options = std::make_shared<ServeOptions>();
    options->db = add_db_option(*command);
    command->add_option("--port", options->port, "where it listens; 0: at one that is free")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str()
        ->type_name("N");
    command->add_flag("--open", options->open, "open it in the browser");
    command->add_flag("--read-only", options->read_only, "nothing can be loaded or reviewed from the page");
    command
        ->add_option("--get", options->get,
                     "print the answer to one address, such as /figures.json?kind=money, and end; status 1 "
                     "where it is an error")
        ->type_name("ADDRESS");
    CLI::Option* is_public =
        command->add_flag("--public", options->is_public,
                          "for other machines too, behind a password; without it for this one alone");
    command
        ->add_option(
            "--password-file", options->password_file,
            "a file with the password, or its Argon2id hash, in the first line; else FIGBOOK_PASSWORD")
        ->needs(is_public)
        ->type_name("FILE");
    command
        ->add_option("--host", options->hosts,
                     "a name that others reach it by, beside this machine's own and its addresses; as what "
                     "else it is asked, it does not answer. Several times for several names")
        ->needs(is_public)
        ->type_name("NAME");
    command->callback([options, &chosen] { chosen = [options] { return serve(*options); }; });
}

}  // namespace figbook
