// Exchange rates: the European Central Bank's euro reference rates, built into the program from
// schema/rates/, and whatever rows the caller adds. No SQL, no files, no clock.
//
//     RateBook book;
//     auto rate = book.rate_on("EUR", "USD", *parse_date("2025-02-12"));
//     rate->rate      // 1.037: so many dollars for one euro
//     rate->day       // 2025-02-12
//     rate->source    // "European Central Bank euro reference rate of 2025-02-12"
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "rates/compact.hpp"
#include "rates/euro_rate.hpp"

namespace figbook {

constexpr int max_days_back = 5;  // the longest runs without a rate are four days: Easter, Christmas

constexpr Date euro_began{std::chrono::year{1999} / 1 /
                          1};  // the first reference rates are three days younger

struct ReferenceRate {
    Decimal rate;          // units of `to` for one unit of `from`
    Date day;              // the day the rate is from; the day asked for where the rate is fixed for good
    std::string source;    // who says so, of which day, and whether it was crossed through the euro
    bool is_exact = true;  // false where the quotient of two rates was rounded
};

// What the book has of one currency.
struct Coverage {
    std::string currency;
    std::optional<Date> first;  // of its market rates; none where it only has a fixed one
    std::optional<Date> last;
    std::size_t days = 0;
    std::optional<Decimal> fixed;  // units for one euro, for good, since it joined
    std::optional<Date> fixed_since;
};

class RateBook {
 public:
    // The built-in rates, and `extra` ones: they win over a built-in rate of the same currency and day, and the
    // source of a reference rate says where they are from.
    explicit RateBook(const std::vector<EuroRate>& extra = {});

    // The rate of the day or of the last business day before it, at most max_days_back days back and never
    // interpolated. EUR to X is the bank's own figure. All else goes through the euro: both rates of the same
    // day, divided and rounded half up to 12 significant digits. A currency that joined the euro has its
    // fixed rate from that day on. The problem says why there is no rate, and which days there are.
    Result<ReferenceRate> rate_on(std::string_view from, std::string_view to, Date day) const;

    // The rates of each day in [first, last] that has one of its own, ascending; empty where there is none.
    std::vector<DayRate> rates_between(std::string_view from, std::string_view to, Date first,
                                       Date last) const;

    // The market rate that was set on that very day; none where there is none.
    std::optional<Decimal> per_euro(std::string_view currency, Date day) const;

    // The newest day of any rate in the book.
    Date newest_day() const;

    // Every currency there is something of, by code; EUR itself is left out.
    std::vector<Coverage> coverage() const;

 private:
    // "imported from new.csv": where the extra rate of the day is from; "" for a built-in one.
    std::string origin_of(std::string_view currency, Date day) const;

    RateTable extra_;
    std::map<std::pair<std::string, Date>, std::string> origins_;  // of extra rates that have one
};

// Two lines that name rate, day and source: "1 EUR = 1.0478 USD on 2025-02-16, at the rate of the last
// business day before, 2025-02-14". `asked` is the day that was asked for.
std::string rate_words(const ReferenceRate& rate, std::string_view from, std::string_view to, Date asked);

}  // namespace figbook
