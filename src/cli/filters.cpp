#include "cli/filters.hpp"

#include <CLI/CLI.hpp>
#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "rates/euro_rate.hpp"

namespace figbook {
// "eur" -> "EUR"; complains about what is no three letters.
std::string currency_code(std::string code) {
    if (!is_currency_code(upper_code(code)))
        throw CLI::ValidationError(fmt::format("'{}' is no currency code such as EUR", code));
    return upper_code(code);
}

Filters FilterOptions::filters() const {
    Filters filters = filters_;
    filters.from = *from_;
    filters.to = *to_;
    refuse_reversed(filters.from, filters.to);
    return filters;
}

void add_filters(CLI::App& command, FilterOptions& options) {
    Filters& filters = options.filters_;
    command.add_option("--currency", filters.currency, "only money in this currency")
        ->transform(currency_code)
        ->type_name("CODE");
    command.add_option("--kind", filters.kind, "only figures of this kind")
        ->check(CLI::IsMember(std::vector<std::string>{"money", "percent", "points", "count", "measure",
                                                       "ratio", "multiple", "number"}));
    command
        .add_option("--source", filters.source,
                    "only from sources whose name, title or organisation has words that begin so")
        ->type_name("WORDS");
    command.add_option("--subject", filters.subject, "only figures whose subject has words that begin so")
        ->type_name("WORDS");
    command
        .add_option("--publication", filters.publication,
                    "only from publications whose name has words that begin so")
        ->type_name("WORDS");
    options.from_ = add_date_option(command, "--from", "only articles published on this day or later");
    options.to_ = add_date_option(command, "--to", "only articles published on this day or before");
    command.add_flag("--copies", filters.copies, "a story as often as papers print it");
    command.add_flag("--durations", filters.durations, "spans of time (five years) too");
    command.add_option("--limit", filters.limit, "at most so many rows; in the summary, of each list")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}))
        ->type_name("N");
}

}  // namespace figbook
