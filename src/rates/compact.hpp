// The project's own form of a history of reference rates: readable text, a third of the csv, and a new day is
// a new line. schema/rates/ecb-reference-rates.txt is in it, and its header says how it is read:
//
//     year 2025 EUR.4 JPY.2 ...   a block a year: its currencies, and how many decimals their numbers have
//     0102+10321+16242...         a line a day (month, day): each currency's change in its last decimal since
//                                 the block's line before, from 0 on; '.' where there is no rate that day
//
//     std::string text = write_compact(rates);
//     RateTable table = *read_compact(text);   // table.at("USD").front().per_euro
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "rates/euro_rate.hpp"

namespace figbook {

struct DayRate {
    Date day;
    Decimal per_euro;

    friend bool operator==(const DayRate&, const DayRate&) = default;
};

// Currency -> its rates by day, ascending, each day once.
using RateTable = std::map<std::string, std::vector<DayRate>, std::less<>>;

// The same rates give the same text, whatever their order; at most one rate a currency and day.
std::string write_compact(const std::vector<EuroRate>& rates);

// Takes a few milliseconds for the whole history. The problem names the line.
Result<RateTable> read_compact(std::string_view text);

}  // namespace figbook
