// figbook export: the figures for other programs, as a data package, CSV, JSON Lines or JSON-LD.
#include "report/export.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <system_error>

#include "base/output_file.hpp"
#include "cli/commands.hpp"
#include "cli/filters.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"

namespace figbook {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
    std::shared_ptr<std::string> db;
    std::string format = "package";
    std::optional<std::string> output;
    FilterOptions filters;
};

constexpr const char* advice = "give another path with --output";

// Each file of the package under its final name only when it is whole, the descriptor last: a folder with
// datapackage.json is a whole package.
void write_package(const Database& database, const Filters& filters, const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw EnvironmentError(Problem{"the folder cannot be made: " + error.message(), advice,
                                       folder.string(), 0, std::nullopt});
    fs::remove(folder / "datapackage.json", error);  // that of an older export, should this one end half way
    for (const ExportTable* table : {&figures_export(), &articles_export(), &sources_export()}) {
        OutputFile file(folder / fmt::format("{}.csv", table->name), "the export", advice);
        write_csv(database, filters, *table, [&](std::string_view text) { file.write(text); });
        file.finish();
    }
    OutputFile descriptor(folder / "datapackage.json", "the export", advice);
    descriptor.write(package_descriptor());
    descriptor.finish();
}

void write_rows(const Database& database, const Filters& filters, const std::string& format,
                const Write& write) {
    if (format == "csv")
        write_csv(database, filters, figures_export(), write);
    else if (format == "claimreview")
        write_claim_reviews(database, filters, write);
    else
        write_json_lines(database, filters, figures_export(), write);
}

void write_to(const std::optional<std::string>& output, const std::function<void(const Write&)>& rows) {
    if (!output) return rows([](std::string_view text) { write_out(text); });
    OutputFile file(*output, "the export", advice);
    rows([&](std::string_view text) { file.write(text); });
    file.finish();
}

int run_export(const ExportOptions& options) {
    const bool is_package = options.format == "package";
    if (is_package && !options.output)
        throw EnvironmentError(
            "a data package is a folder: name it with --output, or choose --format csv or jsonl");
    const Filters filters = options.filters.filters();
    Database database = Database::open(*options.db, OpenMode::read_only);
    LeftOut left;
    // One state of the database for all files, whatever is loaded meanwhile.
    database.transaction([&] {
        left = Selection(database, filters).left_out(ListOrder::other);
        if (is_package) return write_package(database, filters, *options.output);
        write_to(options.output,
                 [&](const Write& write) { write_rows(database, filters, options.format, write); });
    });
    if (!wrong_in_words(left).empty())
        write_problem(Problem{"left out: " + wrong_in_words(left),
                              "`figbook log --verdict wrong` shows them",
                              {},
                              0,
                              std::nullopt});
    if (!in_words(left).empty())
        write_problem(Problem{"left out: " + in_words(left), "--copies exports them", {}, 0, std::nullopt});
    return 0;
}

}  // namespace

void add_export(CLI::App& program, Action& chosen) {
    CLI::App* command =
        program.add_subcommand("export", "write figures, articles and sources for other programs");
    auto options = std::make_shared<ExportOptions>();
    options->db = add_db_option(*command);
    command
        ->add_option(
            "--format", options->format,
            "package: a folder with datapackage.json, figures.csv, articles.csv and sources.csv; "
            "csv or jsonl: the figures alone; claimreview: the reviewed ones as schema.org's ClaimReview")
        ->check(CLI::IsMember({"package", "csv", "jsonl", "claimreview"}))
        ->default_str(options->format);
    command
        ->add_option("--output", options->output,
                     "the folder or file to write; the others without it: standard output")
        ->type_name("PATH");
    add_filters(*command, options->filters);
    command->callback([options, &chosen] { chosen = [options] { return run_export(*options); }; });
}

}  // namespace figbook
