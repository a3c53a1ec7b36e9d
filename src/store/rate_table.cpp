#include "store/rate_table.hpp"

#include <stdexcept>

#include "store/statements.hpp"

namespace figbook {

std::size_t write_rates(SQLite::Database& connection, const std::vector<RateRow>& rows) {
    SQLite::Statement upsert(
        connection,
        "INSERT INTO reference_rate (currency, day, per_euro, source) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (currency, day) DO UPDATE SET per_euro = excluded.per_euro, "
        "source = excluded.source WHERE (per_euro, source) IS NOT (excluded.per_euro, "
        "excluded.source)");
    std::size_t changed = 0;
    for (const RateRow& row : rows) {
        upsert.tryReset();
        Binder(upsert).text(row.currency).text(iso(row.day)).text(row.per_euro.to_string()).text(row.source);
        changed += static_cast<std::size_t>(upsert.exec());
    }
    return changed;
}

std::vector<RateRow> read_rates(const SQLite::Database& connection, std::string_view currency) {
    SQLite::Statement rows(connection,
                           "SELECT currency, day, per_euro, source FROM reference_rate "
                           "WHERE ?1 = '' OR currency = ?1 ORDER BY currency, day");
    Binder(rows).text(currency);
    std::vector<RateRow> rates;
    while (rows.executeStep()) {
        const Result<Date> day = parse_date(rows.getColumn(1).getString());
        const auto per_euro = Decimal::parse(rows.getColumn(2).getString());
        if (!day || !per_euro)
            throw std::runtime_error("reference_rate holds no valid rate for " +
                                     rows.getColumn(0).getString() + " on " + rows.getColumn(1).getString());
        rates.push_back({rows.getColumn(0).getString(), *day, *per_euro, rows.getColumn(3).getString()});
    }
    return rates;
}

}  // namespace figbook
