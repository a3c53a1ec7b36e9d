#include "check/stored_rates.hpp"

#include <vector>

namespace figbook {

RateBook rate_book(const Database& database, const std::set<std::string>& currencies) {
    std::vector<EuroRate> extra;
    const auto add = [&](const std::string& currency) {
        for (const RateRow& row : database.rates(currency))
            extra.push_back({row.currency, row.day, row.per_euro, row.source});
    };
    if (currencies.empty()) add("");
    for (const std::string& currency : currencies) add(currency);
    return RateBook(extra);
}

RateBook rate_book_at(const std::filesystem::path& path, const std::set<std::string>& currencies) {
    if (!std::filesystem::exists(path)) return RateBook();
    return rate_book(Database::open(path, OpenMode::read_only), currencies);
}

}  // namespace figbook
