#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <vector>

#include "base/ascii.hpp"
#include "rates/ecb_forms.hpp"

namespace figbook {
namespace {

// The cells of a line. The bank ends each line with a comma, which starts no cell.
std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    line = without_blanks(line);
    if (!line.empty() && line.back() == ',') line.remove_suffix(1);
    for (std::size_t start = 0; start <= line.size();) {
        const auto end = std::min(line.find(',', start), line.size());
        cells.push_back(without_blanks(line.substr(start, end - start)));
        start = end + 1;
    }
    return cells;
}

// "12 February 2025"
std::optional<Date> parse_long_date(std::string_view text) {
    const auto first = text.find(' ');
    const auto last = text.rfind(' ');
    if (first == std::string_view::npos || first == last) return std::nullopt;
    unsigned day = 0;
    int year = 0;
    const std::string_view day_text = text.substr(0, first);
    const std::string_view year_text = text.substr(last + 1);
    const auto number = [](std::string_view digits, auto& value) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc{} && end == digits.data() + digits.size();
    };
    if (!number(day_text, day) || !number(year_text, year)) return std::nullopt;
    for (unsigned month = 1; month <= month_names.size(); ++month)
        if (month_names[month - 1] == text.substr(first + 1, last - first - 1))
            return make_date(year, month, day);
    return std::nullopt;
}

Result<Date> parse_day(std::string_view text) {
    if (const auto day = parse_long_date(text)) return *day;
    return parse_date(text);
}

// The currencies of the header, in order.
Result<std::vector<std::string>> read_header(std::string_view line, const std::string& name) {
    const auto cells = cells_of(line);
    const std::string advice =
        "the first line must be 'Date,' and currency codes, as the European Central Bank writes it";
    if (cells.front() != "Date" || cells.size() < 2)
        return Problem{"not a table of reference rates", advice, name, 1, {}};
    std::vector<std::string> currencies;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (!is_currency_code(cells[i]))
            return Problem{fmt::format("'{}' is not a currency code", shown(cells[i])), advice, name, 1, {}};
        currencies.emplace_back(cells[i]);
    }
    return currencies;
}

// Adds the rates of one line; or says what is wrong with it, and then adds none of them.
std::optional<Problem> read_line(std::string_view line, const std::vector<std::string>& currencies,
                                 std::optional<Date> newest, std::vector<EuroRate>& rates) {
    const auto cells = cells_of(line);
    const auto day = parse_day(cells.front());
    if (!day)
        return Problem{
            fmt::format("'{}' is not a date", shown(cells.front())), "the line is left out", {}, 0, {}};
    if (const auto impossible = why_impossible(*day, newest))
        return Problem{*impossible, "the line is left out", {}, 0, {}};
    if (cells.size() != currencies.size() + 1)
        return Problem{fmt::format("{} cells where the header has {}", cells.size(), currencies.size() + 1),
                       "the line may be cut off; it is left out",
                       {},
                       0,
                       {}};
    const std::size_t before = rates.size();
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (cells[i] == "N/A" || cells[i].empty()) continue;
        const auto rate = parse_rate(cells[i]);
        if (!rate) {
            rates.resize(before);
            return Problem{fmt::format("'{}' is not a rate of {}", shown(cells[i]), currencies[i - 1]),
                           "the line is left out",
                           {},
                           0,
                           {}};
        }
        rates.push_back({currencies[i - 1], *day, *rate});
    }
    return std::nullopt;
}

}  // namespace

Result<RateFile> read_ecb_csv(std::string_view text, const std::string& name, std::optional<Date> newest) {
    RateFile file;
    std::vector<std::string> currencies;
    std::size_t number = 0;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        start = end + 1;
        ++number;
        if (number == 1) {
            auto header = read_header(line, name);
            if (!header) return header.problem();
            currencies = std::move(*header);
        } else if (!without_blanks(line).empty()) {
            auto problem = read_line(line, currencies, newest, file.rates);
            if (!problem) continue;
            problem->file = name;
            problem->line = number;
            file.problems.push_back(std::move(*problem));
        }
    }
    return file;
}

}  // namespace figbook
