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

// A number of more digits than are counted with, "99999999999999999999".
bool is_too_long(const std::string& number) {
    const auto digits =
        std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits > 18 &&
           number.find_first_not_of("0123456789.", number.starts_with('-') ? 1 : 0) == std::string::npos;
}

Decimal parse_amount(const std::string& words) {
    std::string text = lower(words);
    const auto power = take_power(text);
    const bool is_grouped = power && ungroup(text);
    const auto number = is_grouped ? Decimal::parse(text) : std::nullopt;
    const auto amount = number ? number->scaled(*power) : std::nullopt;
    if (amount) return *amount;
    if (is_grouped && is_too_long(text))
        throw EnvironmentError(fmt::format(
            "'{}' has more than 18 digits, which are not counted with; round it, for example to 100e18",
            words));
    throw EnvironmentError(fmt::format(
        "'{}' is not an amount; write 50000000000, 50,000,000,000, 50e9, 50bn or '50 billion'", words));
}

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
    const Decimal amount = parse_amount(options.amount);
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
