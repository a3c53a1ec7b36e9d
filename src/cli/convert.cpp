// figbook convert AMOUNT FROM TO [--on DAY]: an amount in another currency, at the reference rate of the day.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "check/amount_words.hpp"
#include "check/stored_rates.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "cli/typed_amount.hpp"
#include "rates/rates.hpp"

namespace figbook {
namespace {

// In cents, which is more than any rate is good for; six digits of what is smaller than one.
Decimal in_cents(const Decimal& amount) {
    const Decimal cents = amount.rounded(-2);
    if (cents.absolute() < Decimal(1)) return Decimal::multiply(amount, Decimal(1), 6).value_or(amount);
    return cents;
}

// A converted amount: as it is where it is exact and short, rounded where it is not.
struct Converted {
    Decimal amount;
    bool is_exact;  // the rate is, and no digit of the amount is left out
};

constexpr int exact_places = 4;  // of a result that is not rounded to cents

std::string equals(bool exact) {
    return exact ? "=" : "is about";
}

// For programs and for whoever counts on.
std::string plain_line(const Decimal& amount, const std::string& from, const Converted& result,
                       const std::string& to) {
    const bool whole = result.is_exact && result.amount.exponent() >= -exact_places;
    const Decimal shown = whole ? result.amount : in_cents(result.amount);
    const int places = shown.exponent() < 0 && shown.absolute() >= Decimal(1) ? 2 : 0;
    return fmt::format("{} {} {} {} {}\n", amount.to_string(), from,
                       equals(result.is_exact && shown == result.amount), shown.to_string(places), to);
}

// For reading: four digits from a million on, cents below; or a few more where they make it exact.
std::string readable_line(const Decimal& amount, const std::string& from, const Converted& result,
                          const std::string& to) {
    const auto digits = [&](int count) {
        return Decimal::multiply(result.amount, Decimal(1), count).value_or(result.amount);
    };
    constexpr int all_digits = 18;
    const bool small = result.amount.absolute() < Decimal::power_of_ten(6);
    const bool short_enough = small ? result.amount.exponent() >= -exact_places : digits(8) == result.amount;
    Decimal shown = small ? in_cents(result.amount) : digits(4);
    if (result.is_exact && short_enough) shown = result.amount;
    return fmt::format("{} {} {}\n", amount_words(amount, from, all_digits),
                       equals(result.is_exact && shown == result.amount),
                       amount_words(shown, to, all_digits));
}

struct ConvertOptions {
    std::string amount;
    std::string from;
    std::string to;
    std::shared_ptr<std::optional<Date>> on;
    std::shared_ptr<std::string> db;
};

int convert(const ConvertOptions& options) {
    const Decimal amount = typed_amount(options.amount).value;
    const std::string from = upper_code(options.from);
    const std::string to = upper_code(options.to);
    const RateBook book = rate_book_at(*options.db, {from, to});
    const Date day = options.on->value_or(book.newest_day());
    const auto rate = book.rate_on(from, to, day);
    if (!rate) throw EnvironmentError(rate.problem());
    const auto exact = amount * rate->rate;
    const auto product = exact ? exact : Decimal::multiply(amount, rate->rate);
    if (!product) throw EnvironmentError(fmt::format("'{}' is too large to convert", options.amount));
    const Converted result{*product, exact && rate->is_exact};
    write_out(readable_line(amount, from, result, to));
    write_out(plain_line(amount, from, result, to));
    write_out(rate_words(*rate, from, to, day));
    if (!*options.on) write_out("at the newest rate there is; --on YYYY-MM-DD takes that of another day\n");
    return 0;
}

}  // namespace

void add_convert(CLI::App& program, Action& chosen) {
    CLI::App* command =
        program.add_subcommand("convert", "an amount in another currency, at the rate of a day");
    auto options = std::make_shared<ConvertOptions>();
    command
        ->add_option("AMOUNT", options->amount, "50000000000, 50,000,000,000, 50e9, 50bn or \"50 billion\"")
        ->required();
    command->add_option("FROM", options->from, "the amount's currency code, such as EUR")->required();
    command->add_option("TO", options->to, "the currency code to convert to, such as USD")->required();
    options->on = add_date_option(*command, "--on", "the day of the rate; without it the newest there is");
    options->db = add_db_option(*command);
    command->callback([options, &chosen] { chosen = [options] { return convert(*options); }; });
}

}  // namespace figbook
