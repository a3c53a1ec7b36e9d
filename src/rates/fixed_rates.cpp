#include "rates/fixed_rates.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/csv.hpp"
#include "embedded.hpp"

namespace figbook {
namespace {

std::vector<FixedRate> read_fixed_rates() {
    const CsvTable table = read_csv(rates_data::embedded("fixed-conversion-rates.csv"));
    std::vector<FixedRate> rates;
    for (const auto& row : table.rows) {
        const auto per_euro = Decimal::parse(row[table.column("per_euro")]);
        const auto since = parse_date(row[table.column("since")]);
        if (!per_euro || !since) throw std::logic_error("fixed-conversion-rates.csv: bad row of " + row[0]);
        rates.push_back({row[table.column("code")], row[table.column("name")], *per_euro, *since});
    }
    std::sort(rates.begin(), rates.end(),
              [](const auto& a, const auto& b) { return a.currency < b.currency; });
    return rates;
}

}  // namespace

const std::vector<FixedRate>& fixed_rates() {
    static const std::vector<FixedRate> rates = read_fixed_rates();
    return rates;
}

const FixedRate* fixed_rate(std::string_view currency) {
    const auto& rates = fixed_rates();
    const auto found =
        std::find_if(rates.begin(), rates.end(), [&](const auto& rate) { return rate.currency == currency; });
    return found == rates.end() ? nullptr : &*found;
}

}  // namespace figbook
