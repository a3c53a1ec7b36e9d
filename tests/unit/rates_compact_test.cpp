// The compact form, and that the built-in rates are the European Central Bank's, each to its last digit.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "rates/compact.hpp"
#include "rates/rate_file.hpp"
#include "rates/rates.hpp"
#include "support/catch.hpp"

using namespace figbook;

namespace {

EuroRate rate(const std::string& currency, const std::string& day, const std::string& number) {
    return {currency, *parse_date(day), Decimal::parse(number).value()};
}

std::string body(const std::string& text) {
    const auto year = text.find("\nyear ");
    return year == std::string::npos ? "" : text.substr(year + 1);
}

}  // namespace

TEST_CASE("the compact form is a block a year and a line a day", "[rates]") {
    const std::vector<EuroRate> rates{rate("USD", "2025-01-03", "1.03"), rate("USD", "2025-01-02", "1.0321"),
                                      rate("JPY", "2025-01-03", "161.77"),
                                      rate("USD", "2024-12-31", "1.0389"), rate("JPY", "2025-01-07", "163")};
    const std::string text = write_compact(rates);
    CHECK(body(text) ==
          "year 2024 USD.4\n1231+10389\nyear 2025 JPY.2 USD.4\n0102.+10321\n0103+16177-21\n0107+123.\n");
    CHECK(text.starts_with("# Euro foreign exchange reference rates from 2024-12-31 to 2025-01-07.\n"));
    CHECK(text.find("European Central Bank") != std::string::npos);
    const std::vector<EuroRate> reversed(rates.rbegin(), rates.rend());
    CHECK(write_compact(reversed) == text);

    const auto table = read_compact(text);
    REQUIRE(table);
    CHECK(table->size() == 2);
    const auto& dollars = table->at("USD");
    REQUIRE(dollars.size() == 3);
    CHECK(iso(dollars[2].day) == "2025-01-03");
    CHECK(dollars[2].per_euro.to_string() == "1.03");
    CHECK(table->at("JPY").back().per_euro.to_string() == "163");
}

TEST_CASE("a broken compact form is refused with its line", "[rates]") {
    const std::vector<std::string> broken{
        "year 2025 USD.4\n0102+10321\n0101+3\n",  // days out of order
        "year 2025 USD.4\n0230+10321\n",          // no such day
        "year 2025 USD.4\n0102\n",                // no rate for a column
        "year 2025 USD.4\n0102+10321+7\n",        // one too many
        "year 2025 USD.4\n0102-5\n",              // below zero
        "year 2025 USD.4\n0102+99999999999999999999\n",
        "year 2025 USD.4\n0102++5\n",
        "year 2025 USD.4\n0102+-5\n",
        "year 2025 USD\n",
        "year 2025\n",
        "year USD.4\n",
        "0102+10321\n",  // a day without a year
        "year 2025 USD.4\n01\n",
    };
    for (const std::string& text : broken) {
        const auto table = read_compact("# comment\n" + text);
        INFO(text);
        REQUIRE(!table);
        CHECK(table.problem().line >= 2);
    }
}

TEST_CASE("every rate of the bank's own history is built in, to its last digit", "[rates]") {
    const std::filesystem::path path =
        std::filesystem::path(FIGBOOK_SOURCE_DIR) / "../shared/rates/eurofxref-hist.zip";
    if (!std::filesystem::exists(path)) {
        WARN("skipped: " << path.string() << " is not there to compare the built-in rates with");
        return;
    }
    const auto file = read_rate_file(path);
    REQUIRE(file);
    CHECK(file->problems.empty());
    CHECK(file->rates.size() > 200000);
    const std::filesystem::path built_in =
        std::filesystem::path(FIGBOOK_SOURCE_DIR) / "schema/rates/ecb-reference-rates.txt";
    std::ifstream in(built_in, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const RateBook book;
    if (book.newest_day() == file->rates.front().day) CHECK(write_compact(file->rates) == text);
    std::size_t different = 0;
    for (const EuroRate& published : file->rates) {
        const auto known = book.rates_between("EUR", published.currency, published.day, published.day);
        if (known.size() != 1 || known[0].per_euro.to_string() != published.per_euro.to_string()) ++different;
    }
    CHECK(different == 0);
}
