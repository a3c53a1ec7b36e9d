#include "rates/compact.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fmt/format.h>
#include <optional>

namespace figbook {
namespace {

using DayRates = std::map<std::string, Decimal>;

// The rate as a whole number of its last decimal: 1.037 with 4 decimals is 10370.
std::int64_t in_last_decimal(const Decimal& rate, int decimals) {
    std::int64_t value = rate.coefficient();
    for (int zeros = rate.exponent() + decimals; zeros > 0; --zeros) value *= 10;
    return value;
}

constexpr std::string_view explanation =
    "# Source of the figures: European Central Bank, euro foreign exchange reference rates, at\n"
    "# https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/. The bank "
    "sets them\n"
    "# once each business day, for information only. There are none on weekends and on its holidays.\n"
    "# Written by 'figbook rates compact FILE' (scripts/update-rates); not edited by hand.\n"
    "#\n"
    "# How it is read. A block a year: 'year', then the year's currencies, each with the number of decimals "
    "of its\n"
    "# rates. Then a line a day: month and day, and for each currency of the block, in order, by how much "
    "its rate\n"
    "# (units of the currency for one euro) changed since it was last given in the block, counted in its "
    "last\n"
    "# decimal, and from 0 on; '.' where there is no rate that day. So 'year 2025 USD.4', '0102+10321', "
    "'0103-22'\n"
    "# say that a euro was 1.0321 dollars on 2 January 2025 and 1.0299 dollars on the day after.\n";

void write_year(int year, const std::map<Date, DayRates>& days, std::string& text) {
    std::map<std::string, int> decimals;
    for (const auto& [day, rates] : days)
        for (const auto& [currency, rate] : rates) {
            int& most = decimals[currency];
            most = std::max(most, -rate.exponent());
        }
    text += fmt::format("year {}", year);
    for (const auto& [currency, places] : decimals) text += fmt::format(" {}.{}", currency, places);
    text += '\n';
    std::map<std::string, std::int64_t> before;
    for (const auto& [day, rates] : days) {
        text += fmt::format("{:02}{:02}", month_of(day), day_of_month(day));
        for (const auto& [currency, places] : decimals) {
            const auto found = rates.find(currency);
            if (found == rates.end()) {
                text += '.';
                continue;
            }
            const std::int64_t value = in_last_decimal(found->second, places);
            text += fmt::format("{:+}", value - before[currency]);
            before[currency] = value;
        }
        text += '\n';
    }
}

// Reads line after line; every function moves `at_` on, and false means that the line is malformed.
class Reader {
 public:
    explicit Reader(std::string_view text) : text_(text) {}
    Result<RateTable> read();

 private:
    struct Column {
        std::vector<DayRate>* rates;
        int decimals;
        std::int64_t value;
    };
    bool read_line(std::string_view line);
    bool read_year(std::string_view line);
    bool read_day(std::string_view line);

    std::string_view text_;
    RateTable table_;
    std::vector<Column> columns_;
    int year_ = 0;
    std::optional<Date> last_;
};

// The number at the start of `text`, which is cut off; a '+' is allowed for.
bool take_number(std::string_view& text, std::int64_t& value) {
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
    const char* first = text[0] == '+' ? text.data() + 1 : text.data();
    const auto [end, error] = std::from_chars(first, text.data() + text.size(), value);
    if (error != std::errc{} || (text[0] == '+' && value < 0)) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool Reader::read_year(std::string_view line) {
    columns_.clear();
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), year_);
    if (error != std::errc{}) return false;
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    while (!line.empty()) {
        // " USD.4"
        if (line.size() < 6 || line[0] != ' ' || !is_currency_code(line.substr(1, 3)) || line[4] != '.' ||
            line[5] < '0' || line[5] > '8')
            return false;
        columns_.push_back({&table_[std::string(line.substr(1, 3))], line[5] - '0', 0});
        line.remove_prefix(6);
    }
    return !columns_.empty();
}

bool Reader::read_day(std::string_view line) {
    constexpr std::int64_t limit = 100'000'000'000'000'000;  // parse_rate's largest, with all its decimals
    if (line.size() < 4) return false;
    unsigned month_day = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + 4, month_day);
    if (error != std::errc{} || end != line.data() + 4) return false;
    const auto day = make_date(year_, month_day / 100, month_day % 100);
    if (!day || (last_ && *day <= *last_)) return false;
    last_ = day;
    line.remove_prefix(4);
    for (Column& column : columns_) {
        if (!line.empty() && line[0] == '.') {
            line.remove_prefix(1);
            continue;
        }
        std::int64_t change = 0;
        if (!take_number(line, change) || change > limit || change < -limit) return false;
        column.value += change;
        if (column.value <= 0 || column.value > limit) return false;
        column.rates->push_back({*day, Decimal(column.value, -column.decimals)});
    }
    return line.empty();
}

bool Reader::read_line(std::string_view line) {
    if (line.empty() || line[0] == '#') return true;
    constexpr std::string_view year = "year ";
    return line.starts_with(year) ? read_year(line.substr(year.size())) : read_day(line);
}

Result<RateTable> Reader::read() {
    std::size_t number = 0;
    for (std::size_t start = 0; start < text_.size();) {
        const auto end = std::min(text_.find('\n', start), text_.size());
        ++number;
        if (!read_line(text_.substr(start, end - start)))
            return Problem{"not a line of the compact form of reference rates",
                           "write the file anew with scripts/update-rates",
                           "",
                           number,
                           {}};
        start = end + 1;
    }
    return std::move(table_);
}

}  // namespace

std::string write_compact(const std::vector<EuroRate>& rates) {
    std::map<int, std::map<Date, DayRates>> years;
    for (const EuroRate& rate : rates)
        years[year_of(rate.day)][rate.day].try_emplace(rate.currency, rate.per_euro);
    if (years.empty()) return {};
    std::string text =
        fmt::format("# Euro foreign exchange reference rates from {} to {}.\n",
                    iso(years.begin()->second.begin()->first), iso(years.rbegin()->second.rbegin()->first));
    text += explanation;
    for (const auto& [year, days] : years) write_year(year, days, text);
    return text;
}

Result<RateTable> read_compact(std::string_view text) {
    return Reader(text).read();
}

}  // namespace figbook
