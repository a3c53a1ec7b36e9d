#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "base/ascii.hpp"
#include "load/fetch.hpp"
#include "load/reader.hpp"

namespace figbook {

std::shared_ptr<std::string> add_db_option(CLI::App& command) {
    auto path = std::make_shared<std::string>("figbook.db");
    command
        .add_option_function<std::string>(
            "--db", [path](const std::string& value) { *path = value; }, "the database file")
        ->envname("FIGBOOK_DB")
        ->default_str(*path)
        ->type_name("PATH");
    return path;
}

std::shared_ptr<std::optional<Date>> add_date_option(CLI::App& command, const std::string& name,
                                                     const std::string& help) {
    auto day = std::make_shared<std::optional<Date>>();
    const auto set = [day, name](const std::string& text) {
        const Result<Date> parsed = parse_date(text);
        if (!parsed) throw CLI::ValidationError(name, to_string(parsed.problem()));
        *day = *parsed;
    };
    command.add_option_function<std::string>(name, set, help)->type_name("YYYY-MM-DD");
    return day;
}

void refuse_reversed(const std::optional<Date>& from, const std::optional<Date>& to) {
    if (from && to && *from > *to) throw EnvironmentError("--from is a later day than --to; exchange them");
}

void add_width_option(CLI::App& command, std::optional<std::size_t>& width) {
    command
        .add_option("--width", width,
                    "columns of a table, 0 cuts nothing; without it the terminal's, 100 elsewhere")
        ->type_name("N")
        ->check([](const std::string& given) {
            const bool digits = is_all_digits(given);
            return digits ? std::string()
                          : fmt::format("'{}' is no number of columns; give 0 or more", given);
        });
}

std::shared_ptr<std::string> add_input_option(CLI::App& command) {
    auto format = std::make_shared<std::string>("auto");
    std::vector<std::string> names{"auto"};
    for (const Reader& reader : readers()) names.emplace_back(reader.name);
    command
        .add_option_function<std::string>(
            "--input", [format](const std::string& value) { *format = value; },
            "what the input is; auto: by its content")
        ->check(CLI::IsMember(names))
        ->default_str(*format);
    return format;
}

void add_map_option(CLI::App& command, FieldNames& fields) {
    const auto set = [&fields](const std::string& text) {
        const Result<FieldNames> parsed = parse_field_names(text);
        if (!parsed) throw CLI::ValidationError("--map", to_string(parsed.problem()));
        fields = *parsed;
    };
    command
        .add_option_function<std::string>(
            "--map", set,
            "what the fields of JSON Lines or the columns of CSV are called: text=body,published=meta.date")
        ->type_name("FIELD=THEIRS,...");
}

void add_progress_option(CLI::App& command, double& seconds) {
    command
        .add_option(
            "--progress", seconds,
            "seconds between two lines on standard error where that is no terminal; 0: no such lines, "
            "no bar, no times")
        ->envname("FIGBOOK_PROGRESS")
        ->check([](const std::string& given) {
            double number = -1;
            const char* end = given.data() + given.size();
            const bool is_number =
                std::from_chars(given.data(), end, number).ptr == end && number >= 0 && std::isfinite(number);
            return is_number ? std::string()
                             : fmt::format("'{}' is no number of seconds; give 0 or more", given);
        })
        ->capture_default_str()
        ->type_name("SECONDS");
}

void add_threads_option(CLI::App& command, std::size_t& threads) {
    command
        .add_option(
            "--threads", threads,
            "how many of them extract; the result is the same for any number. Without it: one for each "
            "processor")
        ->type_name("N")
        ->check([](const std::string& given) {
            const bool number = given.size() <= 3 && is_all_digits(given) && given[0] != '0';
            return number ? std::string() : fmt::format("'{}' is no number of threads; give 1 to 999", given);
        });
}

void add_private_option(CLI::App& command, FetchOptions& fetch) {
    command.add_flag("--allow-private-addresses", fetch.allow_private,
                     "fetch from this machine and its network too, and through the environment's proxy");
}

}  // namespace figbook
