#include "report/functions.hpp"

#include <bit>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/calendar.hpp"
#include "base/decimal.hpp"
#include "check/stored_rates.hpp"
#include "rates/rates.hpp"
#include "store/cell.hpp"

namespace figbook {
namespace {

using Cells = std::vector<Value>;

constexpr int converted_digits = 12;  // as rates through the euro have
constexpr int shown_digits = 4;       // a rate makes no amount more exact than it was printed

Value days_of(const Cells& cells) {
    const auto first = parse_date(text_of(cells[0]));
    const auto last = parse_date(text_of(cells[1]));
    if (first && last) return days_text(*first, *last);
    if (first) return "from " + iso(*first);
    if (last) return "until " + iso(*last);
    return std::monostate{};
}

// Few periods are told apart among many figures.
class KnownDays {
 public:
    const Value& text(const Cells& cells) {
        key_.assign(text_of(cells[0])).append(1, ' ').append(text_of(cells[1]));
        if (known_.size() >= most_known) known_.clear();
        const auto [known, is_new] = known_.try_emplace(key_);
        if (is_new) known->second = days_of(cells);
        return known->second;
    }

 private:
    static constexpr std::size_t most_known = 10'000;

    std::unordered_map<std::string, Value> known_;
    std::string key_;
};

void append_number(std::string& key, std::uint64_t bits) {
    for (int shift = 56; shift >= 0; shift -= 8) key.push_back(static_cast<char>(bits >> shift & 0xffU));
}

// Those of the same are told apart by the numbers of their figures.
Value with_numbers(std::string key, const Cells& cells) {
    append_number(key, static_cast<std::uint64_t>(whole_of(cells[1])));
    append_number(key, static_cast<std::uint64_t>(whole_of(cells[2])));
    return key;
}

Value newest_first(const Cells& cells) {
    std::string key = text_of(cells[0]);
    for (char& c : key) c = static_cast<char>('0' + '9' - c);
    if (key.empty()) key.push_back('~');
    return with_numbers(std::move(key), cells);
}

Value lowest_first(const Cells& cells) {
    const auto* number = std::get_if<double>(&cells[0]);
    std::string key(1, number != nullptr ? '0' : '1');
    // The bits of a number from zero on are in its order, those of one below zero the other way round. Two zeros are one.
    const auto bits = std::bit_cast<std::uint64_t>(number == nullptr || *number == 0 ? 0.0 : *number);
    constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
    append_number(key, (bits & sign) == 0 ? bits | sign : ~bits);
    return with_numbers(std::move(key), cells);
}

// "a, b" of 'a', NULL and 'b'.
Value comma_list(const Cells& cells) {
    std::string list;
    for (const Value& cell : cells) {
        const auto* words = std::get_if<std::string>(&cell);
        if (words == nullptr) continue;
        if (!list.empty()) list += ", ";
        list += *words;
    }
    return list;
}

Value figure_id(const Cells& cells) {
    return std::to_string(whole_of(cells[0])) + '#' + std::to_string(whole_of(cells[1]));
}

// Rates are asked for once for each pair of currencies and day.
class KnownRates {
 public:
    explicit KnownRates(const Database& database) : database_(database) {}

    const std::optional<ReferenceRate>& on(const std::string& from, const std::string& to,
                                           const std::string& day) {
        key_.assign(from).append(1, ' ').append(to).append(1, ' ').append(day);
        const auto [known, is_new] = rates_.try_emplace(key_);
        if (is_new) known->second = ask(from, to, day);
        return known->second;
    }

 private:
    std::optional<ReferenceRate> ask(const std::string& from, const std::string& to, const std::string& day) {
        const auto date = parse_date(day);
        if (!date) return std::nullopt;
        if (from == to) return ReferenceRate{Decimal(1), *date, {}, true};
        const auto book = books_.find({from, to});
        const RateBook& rates =
            book != books_.end()
                ? book->second
                : books_.emplace(std::pair(from, to), rate_book(database_, {from, to})).first->second;
        const auto rate = rates.rate_on(from, to, *date);
        if (!rate) return std::nullopt;
        return *rate;
    }

    const Database& database_;
    std::map<std::pair<std::string, std::string>, RateBook> books_;
    std::unordered_map<std::string, std::optional<ReferenceRate>> rates_;  // "EUR USD 2024-03-01"
    std::string key_;
};

}  // namespace

void define_functions(Database& database) {
    const auto rates = std::make_shared<KnownRates>(database);
    database.define("days_text", 2, [days = std::make_shared<KnownDays>()](const Cells& cells) -> Value {
        return days->text(cells);
    });
    database.define("comma_list", -1, comma_list);
    database.define("figure_id", 2, figure_id);
    database.define("newest_first", 3, newest_first);
    database.define("lowest_first", 3, lowest_first);
    database.define("rate", 3, [rates](const Cells& cells) -> Value {
        const auto& rate = rates->on(text_of(cells[0]), text_of(cells[1]), text_of(cells[2]));
        return rate ? Value(rate->rate.to_string()) : Value();
    });
    database.define("rate_day", 3, [rates](const Cells& cells) -> Value {
        const auto& rate = rates->on(text_of(cells[0]), text_of(cells[1]), text_of(cells[2]));
        return rate ? Value(iso(rate->day)) : Value();
    });
    database.define("shortened", 1, [](const Cells& cells) -> Value {
        const auto value = Decimal::parse(text_of(cells[0]));
        const auto shorter = value ? Decimal::multiply(*value, Decimal(1), shown_digits) : std::nullopt;
        return shorter ? Value(shorter->to_string()) : Value();
    });
    database.define("converted", 4, [rates](const Cells& cells) -> Value {
        const auto value = Decimal::parse(text_of(cells[0]));
        if (value && cells[1] == cells[2]) return value->to_string();
        const auto& rate = rates->on(text_of(cells[1]), text_of(cells[2]), text_of(cells[3]));
        if (!value || !rate) return {};
        const auto amount = Decimal::multiply(*value, rate->rate, converted_digits);
        return amount ? Value(amount->to_string()) : Value();
    });
}

}  // namespace figbook
