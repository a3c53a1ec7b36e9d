#include "check/unit_factors.hpp"

#include <map>
#include <stdexcept>

#include "base/csv.hpp"
#include "base/decimal.hpp"
#include "embedded.hpp"

namespace figbook {
namespace {

double number_in(const std::string& cell) {
    const auto number = Decimal::parse(cell);
    if (!number) throw std::logic_error("unit-factors.csv: no number: " + cell);
    return number->to_double();
}

std::map<std::string, UnitFactor, std::less<>> read_factors() {
    const CsvTable table = read_csv(check_tables::embedded("unit-factors.csv"));
    std::map<std::string, UnitFactor, std::less<>> factors;
    for (const auto& row : table.rows) {
        const auto cell = [&](std::string_view name) { return row[table.column(name)]; };
        UnitFactor factor;
        factor.code = cell("code");
        factor.name = cell("name");
        factor.dimension = cell("dimension");
        factor.multiply = number_in(cell("multiply"));
        factor.divide = number_in(cell("divide"));
        if (!cell("offset").empty()) factor.offset = number_in(cell("offset"));
        factor.of = cell("of");
        factor.may_mean = split(cell("may_mean"), '|');
        factor.source = cell("source");
        factors.emplace(factor.code, factor);
    }
    return factors;
}

}  // namespace

const UnitFactor* unit_factor(std::string_view code) {
    static const auto factors = read_factors();
    const auto found = factors.find(code);
    return found == factors.end() ? nullptr : &found->second;
}

}  // namespace figbook
