// figbook rates import|show|list|compact: the European Central Bank's euro reference rates.
#include "rates/rates.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "check/stored_rates.hpp"
#include "cli/commands.hpp"
#include "cli/counted.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "rates/compact.hpp"
#include "rates/rate_file.hpp"
#include "store/database.hpp"

namespace figbook {
namespace {

// ---- import

struct Counts {
    std::set<std::string> currencies;
    std::set<Date> days;
    std::size_t added = 0;
    std::vector<std::string> changed;  // "USD on 2025-02-12: 1.0371 instead of 1.037"
    std::size_t known = 0;
};

// The last day that can have a rate: tomorrow, since it is already tomorrow somewhere.
Date newest_possible_day() {
    return add_days(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()), 1);
}

// Stores what neither the database nor the program itself has: the whole history would be twenty megabytes.
Counts store_rates(const std::vector<EuroRate>& rates, const std::string& path, Database& database) {
    const std::string source = fmt::format("{}, imported from {}", rate_publisher,
                                           printable(std::filesystem::path(path).filename().string()));
    const RateBook book = rate_book(database);
    Counts counts;
    std::vector<RateRow> rows;
    for (const EuroRate& rate : rates) {
        counts.currencies.insert(rate.currency);
        counts.days.insert(rate.day);
        const auto known = book.per_euro(rate.currency, rate.day);
        if (!known)
            ++counts.added;
        else if (*known == rate.per_euro)
            ++counts.known;
        else
            counts.changed.push_back(fmt::format("{} on {}: {} instead of {}", rate.currency, iso(rate.day),
                                                 rate.per_euro.to_string(), known->to_string()));
        if (known != rate.per_euro) rows.push_back({rate.currency, rate.day, rate.per_euro, source});
    }
    database.put_rates(rows);
    return counts;
}

std::string changed_lines(const std::vector<std::string>& changed) {
    constexpr std::size_t told = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(told, changed.size()); ++i)
        text += fmt::format("  changed {}\n", changed[i]);
    if (changed.size() > told) text += fmt::format("  and {} more\n", changed.size() - told);
    return text;
}

int import(const std::vector<std::string>& paths, const std::string& db) {
    std::vector<std::pair<std::string, RateFile>> files;
    bool failed = false;
    for (const std::string& path : paths) {
        auto file = read_rate_file(path, newest_possible_day());
        failed = failed || !file || !file->problems.empty();
        if (!file) {
            write_problem(file.problem());
            continue;
        }
        for (const Problem& problem : file->problems) write_problem(problem);
        files.emplace_back(path, std::move(*file));
    }
    if (files.empty()) return 1;  // and no database is made for nothing
    Database database = Database::open(db, OpenMode::read_write);
    for (const auto& [path, file] : files) {
        const Counts counts = store_rates(file.rates, path, database);
        write_out(fmt::format("{}: {} of {} on {}, {} to {}: {} new, {} changed, {} known\n", printable(path),
                              counted(file.rates.size(), "rate", "rates"),
                              counted(counts.currencies.size(), "currency", "currencies"),
                              counted(counts.days.size(), "day", "days"), iso(*counts.days.begin()),
                              iso(*counts.days.rbegin()), counts.added, counts.changed.size(), counts.known));
        write_out(changed_lines(counts.changed));
    }
    return failed ? 1 : 0;
}

void add_import(CLI::App& rates, Action& chosen) {
    CLI::App* command = rates.add_subcommand("import", "read reference rates into the database");
    auto files = std::make_shared<std::vector<std::string>>();
    command
        ->add_option("FILE", *files,
                     "a csv, xml or zip of the European Central Bank, such as eurofxref-hist.zip")
        ->required();
    const auto db = add_db_option(*command);
    command->callback([files, db, &chosen] { chosen = [files, db] { return import(*files, *db); }; });
}

// ---- show

struct ShowOptions {
    std::string from;
    std::string to;
    std::shared_ptr<std::string> db;
    std::shared_ptr<std::optional<Date>> on;
    std::shared_ptr<std::optional<Date>> first;
    std::shared_ptr<std::optional<Date>> last;
};

// With the reason as an error: there is no rate to print.
ReferenceRate rate_or_error(const RateBook& book, const std::string& from, const std::string& to, Date day) {
    const auto rate = book.rate_on(from, to, day);
    if (!rate) throw EnvironmentError(rate.problem());
    return *rate;
}

int show_range(const RateBook& book, const std::string& from, const std::string& to, Date first, Date last) {
    if (last < first)
        throw EnvironmentError(fmt::format("--from {} is after --to {}; swap them", iso(first), iso(last)));
    const auto rates = book.rates_between(from, to, first, last);
    // Where the range is empty, the reason is that of its last day; or it lies between two business days.
    if (rates.empty()) rate_or_error(book, from, to, last);
    write_out(fmt::format("{} for 1 {}\n", to, from));
    for (const DayRate& rate : rates)
        write_out(fmt::format("{}  {}\n", iso(rate.day), rate.per_euro.to_string()));
    write_out(fmt::format("{}; European Central Bank euro reference rates\n",
                          counted(rates.size(), "day", "days")));
    return 0;
}

int show(const ShowOptions& options) {
    const std::string from = upper_code(options.from);
    const std::string to = upper_code(options.to);
    const RateBook book = rate_book_at(*options.db, {from, to});
    if (*options.first || *options.last)
        return show_range(book, from, to, options.first->value_or(euro_began),
                          options.last->value_or(book.newest_day()));
    const Date day = options.on->value_or(book.newest_day());
    const ReferenceRate rate = rate_or_error(book, from, to, day);
    write_out(rate_words(rate, from, to, day));
    if (!*options.on) write_out("the newest there is; --on YYYY-MM-DD gives that of another day\n");
    return 0;
}
void add_show(CLI::App& rates, Action& chosen) {
    CLI::App* command =
        rates.add_subcommand("show", "the rate between two currencies, its day and its source");
    auto options = std::make_shared<ShowOptions>();
    command->add_option("FROM", options->from, "a currency code, such as EUR")->required();
    command->add_option("TO", options->to, "a currency code, such as USD")->required();
    options->on = add_date_option(*command, "--on", "the day; without it the newest there is");
    options->first = add_date_option(*command, "--from", "every rate from this day on");
    options->last = add_date_option(*command, "--to", "every rate up to this day");
    command->get_option("--on")->excludes("--from")->excludes("--to");
    options->db = add_db_option(*command);
    command->callback([options, &chosen] { chosen = [options] { return show(*options); }; });
}

// ---- list

std::string coverage_line(const Coverage& coverage) {
    const auto day_or_dash = [](const std::optional<Date>& day) {
        return day ? iso(*day) : std::string("-");
    };
    std::string line = fmt::format("{:<8}  {:<10}  {:<10}  {:>5}", coverage.currency,
                                   day_or_dash(coverage.first), day_or_dash(coverage.last), coverage.days);
    if (coverage.fixed)
        line += fmt::format("  {} since {}", coverage.fixed->to_string(), iso(*coverage.fixed_since));
    return line + "\n";
}

int list(const std::string& db) {
    std::string text = "currency  first       last         days  fixed to the euro\n";
    for (const Coverage& coverage : rate_book_at(db).coverage()) text += coverage_line(coverage);
    write_out(text);
    return 0;
}

void add_list(CLI::App& rates, Action& chosen) {
    CLI::App* command =
        rates.add_subcommand("list", "the currencies, with the first and last day of their rates");
    const auto db = add_db_option(*command);
    command->callback([db, &chosen] { chosen = [db] { return list(*db); }; });
}

// ---- compact

// Strict, for what it writes is built into the program: a file with any problem is refused.
int compact(const std::string& path) {
    const auto file = read_rate_file(path);
    if (!file) throw EnvironmentError(file.problem());
    if (!file->problems.empty()) throw EnvironmentError(file->problems.front());
    write_out(write_compact(file->rates));
    return 0;
}

void add_compact(CLI::App& rates, Action& chosen) {
    CLI::App* command =
        rates.add_subcommand("compact", "write a file's rates in the form that is built into the program");
    auto path = std::make_shared<std::string>();
    command->add_option("FILE", *path, "a csv, xml or zip with the whole history")->required();
    command->callback([path, &chosen] { chosen = [path] { return compact(*path); }; });
}

}  // namespace

void add_rates(CLI::App& program, Action& chosen) {
    CLI::App* rates = program.add_subcommand(
        "rates", "the European Central Bank's euro reference rates: show, list, import");
    rates->require_subcommand(1);
    add_import(*rates, chosen);
    add_show(*rates, chosen);
    add_list(*rates, chosen);
    add_compact(*rates, chosen);
}

}  // namespace figbook
