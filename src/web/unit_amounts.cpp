#include "web/unit_amounts.hpp"

#include <algorithm>

#include "store/cell.hpp"
#include "web/filters.hpp"
#include "web/json.hpp"

namespace figbook::web {
namespace {

// By the index claim_size alone, from one unit to the next.
constexpr const char* units_sql =
    "WITH RECURSIVE units(unit) AS ("
    " SELECT min(unit) FROM claim WHERE kind = :kind"
    " UNION ALL"
    " SELECT (SELECT min(claim.unit) FROM claim WHERE claim.kind = :kind AND claim.unit > units.unit)"
    " FROM units WHERE units.unit IS NOT NULL)"
    " SELECT :kind, unit,"
    " (SELECT min(amount) FROM claim WHERE kind = :kind AND claim.unit = units.unit),"
    " (SELECT max(amount) FROM claim WHERE kind = :kind AND claim.unit = units.unit)"
    " FROM units WHERE unit IS NOT NULL"
    " UNION ALL SELECT :kind, NULL,"
    " (SELECT min(amount) FROM claim WHERE kind = :kind AND unit IS NULL),"
    " (SELECT max(amount) FROM claim WHERE kind = :kind AND unit IS NULL)";

}  // namespace

void UnitAmounts::add(const std::vector<Value>& row) {
    const auto* smallest = std::get_if<double>(&row[2]);
    const auto* largest = std::get_if<double>(&row[3]);
    if (smallest == nullptr || largest == nullptr) return;
    const auto [unit, is_new] = units_.try_emplace({text_of(row[0]), row[1]}, Ends{*smallest, *largest});
    if (is_new) return;
    unit->second.smallest = std::min(unit->second.smallest, *smallest);
    unit->second.largest = std::max(unit->second.largest, *largest);
}

void UnitAmounts::read(const Database& database) {
    for (const std::string_view kind : kind_names())
        database.for_each_row(units_sql, {{":kind", std::string(kind)}},
                              [&](const std::vector<Value>& row) { add(row); });
}

void UnitAmounts::widen(const Database& database, const std::vector<std::int64_t>& articles) {
    database.for_each_row(
        "SELECT kind, unit, min(amount), max(amount) FROM claim"
        " WHERE document_id IN (SELECT value FROM json_each(:articles)) GROUP BY 1, 2",
        {{":articles", json_array(articles)}}, [&](const std::vector<Value>& row) { add(row); });
}

std::shared_ptr<const UnitsBySize> UnitAmounts::by_size() const {
    auto sorted = std::make_shared<UnitsBySize>();
    for (const auto& [unit, ends] : units_)
        sorted->largest_first.push_back({unit.first, unit.second, ends.smallest, ends.largest});
    sorted->smallest_first = sorted->largest_first;
    std::stable_sort(sorted->largest_first.begin(), sorted->largest_first.end(),
                     [](const UnitAmount& a, const UnitAmount& b) { return a.largest > b.largest; });
    std::stable_sort(sorted->smallest_first.begin(), sorted->smallest_first.end(),
                     [](const UnitAmount& a, const UnitAmount& b) { return a.smallest < b.smallest; });
    return sorted;
}

}  // namespace figbook::web
