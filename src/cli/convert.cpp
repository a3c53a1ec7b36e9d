// figbook convert AMOUNT FROM TO [--on DAY]: an amount in another currency, at the reference rate of the day.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
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
#include "rates/rates.hpp"

namespace figbook {
namespace {

// Takes the magnitude off the end of "51.9bn", "50 billion" or "1.5e9" and returns its power of ten; 0 where
// there is none, none where it is malformed.
std::optional<int> take_power(std::string& text) {
    constexpr std::array<std::pair<std::string_view, int>, 13> magnitudes{{{"thousand", 3},
                                                                           {"million", 6},
                                                                           {"billion", 9},
                                                                           {"trillion", 12},
                                                                           {"mln", 6},
                                                                           {"bln", 9},
                                                                           {"mn", 6},
                                                                           {"bn", 9},
                                                                           {"tn", 12},
                                                                           {"k", 3},
                                                                           {"m", 6},
                                                                           {"b", 9},
                                                                           {"t", 12}}};
    for (const auto& [word, power] : magnitudes) {
        if (!text.ends_with(word)) continue;
        text.resize(text.size() - word.size());
        while (!text.empty() && text.back() == ' ') text.pop_back();
        return power;
    }
    const auto e = text.find('e');
    if (e == std::string::npos) return 0;
    std::string_view exponent = std::string_view(text).substr(e + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    int power = 0;
    const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
    if (error != std::errc{} || end != exponent.data() + exponent.size() || power < -30 || power > 30)
        return std::nullopt;
    text.resize(e);
    return power;
}

// "50,000,000" -> "50000000". False unless every comma stands before three digits and after one to three.
bool ungroup(std::string& text) {
    auto comma = text.find(',');
    if (comma == std::string::npos) return true;
    const auto whole_end = std::min(text.find('.'), text.size());
    if (comma == 0 || comma > 3 || text.find(',', whole_end) != std::string::npos) return false;
    for (std::size_t at = comma; at < whole_end; at += 4)
        if (text[at] != ',' || whole_end - at < 4 || text.substr(at + 1, 3).find(',') != std::string::npos)
            return false;
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    return true;
}

Decimal parse_amount(const std::string& words) {
    std::string text = lower(words);
    const auto power = take_power(text);
    const auto number = power && ungroup(text) ? Decimal::parse(text) : std::nullopt;
    const auto amount = number ? number->scaled(*power) : std::nullopt;
    if (!amount)
        throw EnvironmentError(fmt::format(
            "'{}' is not an amount; write 50000000000, 50,000,000,000, 50e9, 50bn or '50 billion'", words));
    return *amount;
}

// In cents from 1 on, which is more than any rate is good for; six digits of what is smaller.
std::string exact_words(const Decimal& amount) {
    const Decimal cents = amount.rounded(-2);
    if (cents.absolute() < Decimal(1))
        return Decimal::multiply(amount, Decimal(1), 6).value_or(amount).to_string();
    return cents.exponent() < 0 ? cents.to_string(2) : cents.to_string();
}

struct ConvertOptions {
    std::string amount;
    std::string from;
    std::string to;
    std::shared_ptr<std::optional<Date>> on;
    std::shared_ptr<std::string> db;
};

int convert(const ConvertOptions& options) {
    const Decimal amount = parse_amount(options.amount);
    const std::string from = upper_code(options.from);
    const std::string to = upper_code(options.to);
    const RateBook book = rate_book_at(*options.db, {from, to});
    const Date day = options.on->value_or(book.newest_day());
    const auto rate = book.rate_on(from, to, day);
    if (!rate) throw EnvironmentError(rate.problem());
    const auto result = Decimal::multiply(amount, rate->rate);
    if (!result) throw EnvironmentError(fmt::format("'{}' is too large to convert", options.amount));
    constexpr int shown_digits = 4;
    const bool is_exact = Decimal::multiply(*result, Decimal(1), shown_digits) == *result;
    write_out(fmt::format("{} {} {}\n", amount_words(amount, from, 18), is_exact ? "=" : "is about",
                          amount_words(*result, to, shown_digits)));
    write_out(fmt::format("{} {} = {} {}\n", amount.to_string(), from, exact_words(*result), to));
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
