// One euro reference rate: how many units of a currency one euro was worth on a day.
//
//     EuroRate rate{"USD", *parse_date("2025-02-12"), *Decimal::parse("1.037")};
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "base/decimal.hpp"

namespace figbook {

struct EuroRate {
    std::string currency;  // ISO 4217
    Date day;
    Decimal per_euro;  // above zero
    // "European Central Bank, imported from new.csv"; "" where it is the bank's and nothing more is known.
    std::string source = {};

    friend bool operator==(const EuroRate&, const EuroRate&) = default;
};

constexpr std::string_view rate_publisher = "European Central Bank";
constexpr Date first_rate_day{std::chrono::year{1999} / 1 / 4};

// Why there can be no reference rate of that day: "is before ..."; none where there can. `newest` is the last
// day that can have one, none where that is not asked.
std::optional<std::string> why_impossible(Date day, std::optional<Date> newest);

// Three capital letters; whether there is such a currency is not asked.
bool is_currency_code(std::string_view text);

// "usd" as a code is written, "USD"; nothing is checked.
std::string upper_code(std::string_view text);

// The number of a published rate: above zero, below a thousand million, at most eight decimals. None
// otherwise.
std::optional<Decimal> parse_rate(std::string_view text);

// Untrusted text for a message: at most 60 bytes, '?' for all that is not printable ASCII.
std::string shown(std::string_view text);

}  // namespace figbook
