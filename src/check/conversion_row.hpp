// One row of the view `conversions`: two amounts of an article, of which one restates the other.
//
//     amount_of(row, "restated_")     // the amount that is restated
//     day_of(row, "published")
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "base/decimal.hpp"
#include "check/conversion.hpp"
#include "check/shop_prices.hpp"
#include "store/database.hpp"

namespace figbook {

class ConversionRow {
 public:
    ConversionRow(const std::map<std::string, std::size_t>& columns, const std::vector<Value>& cells)
        : columns_(columns), cells_(cells) {}

    const Value& cell(const std::string& column) const { return cells_[columns_.at(column)]; }
    // "" and 0 where the cell is null.
    std::string text(const std::string& column) const;
    std::int64_t whole(const std::string& column) const;
    // None where the cell is null. The store writes nothing but decimals there.
    std::optional<Decimal> decimal(const std::string& column) const;

 private:
    const std::map<std::string, std::size_t>& columns_;
    const std::vector<Value>& cells_;
};

// `prefix` is "restated_" for the first of them, "" for the second.
StatedAmount amount_of(const ConversionRow& row, const std::string& prefix);
PricePair prices_of(const ConversionRow& row, const ConversionCheck& check);

std::optional<Date> day_of(const ConversionRow& row, const std::string& column);
// None where an end is open: "since 2010" is no time whose rate anyone would take.
std::optional<AmountTime> time_of(const ConversionRow& row);

}  // namespace figbook
