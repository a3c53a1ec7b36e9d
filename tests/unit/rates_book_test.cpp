// RateBook: which rate, of which day, from which source, and why there is none.
#include <string>
#include <vector>

#include "rates/fixed_rates.hpp"
#include "rates/rates.hpp"
#include "support/catch.hpp"

using namespace figbook;

namespace {

// "1.037 of 2025-02-12, SOURCE", or the reason why there is none.
std::string asked(const RateBook& book, const std::string& from, const std::string& to,
                  const std::string& day) {
    const auto rate = book.rate_on(from, to, *parse_date(day));
    if (!rate) return "none: " + to_string(rate.problem());
    return rate->rate.to_string() + " of " + iso(rate->day) + ", " + rate->source;
}

}  // namespace

TEST_CASE("a rate comes with its day and source", "[rates]") {
    struct Row {
        std::string from, to, day, answer;
    };
    const std::string ecb = "European Central Bank euro reference rate of ";
    const std::string crossed = "European Central Bank euro reference rates of ";
    const std::vector<Row> rows{
        {"EUR", "USD", "2025-02-12", "1.037 of 2025-02-12, " + ecb + "2025-02-12"},
        {"USD", "EUR", "2025-02-12", "0.964320154291 of 2025-02-12, " + ecb + "2025-02-12"},
        {"USD", "GBP", "2025-02-12",
         "0.803645130183 of 2025-02-12, " + crossed + "2025-02-12, crossed through the euro"},
        {"EUR", "GBP", "2015-09-17", "0.72865 of 2015-09-17, " + ecb + "2015-09-17"},
        // A Sunday, and the last day of the longest gap, Easter 2025.
        {"EUR", "USD", "2025-02-16", "1.0478 of 2025-02-14, " + ecb + "2025-02-14"},
        {"EUR", "USD", "2025-04-21", "1.136 of 2025-04-17, " + ecb + "2025-04-17"},
        {"EUR", "USD", "1999-01-04", "1.1789 of 1999-01-04, " + ecb + "1999-01-04"},
        // Fixed rates, from the day of joining on.
        {"EUR", "DEM", "1999-01-01", "1.95583 of 1999-01-01, fixed conversion rate 1.95583 DEM to the euro"},
        {"DEM", "FRF", "2025-02-12",
         "3.35385488514 of 2025-02-12, fixed conversion rate 1.95583 DEM to the euro and "
         "fixed conversion rate 6.55957 FRF to the euro"},
        {"DEM", "USD", "1999-01-04",
         "0.602761998742 of 1999-01-04, " + ecb +
             "1999-01-04 and fixed conversion rate 1.95583 DEM to the euro"},
        {"EUR", "HRK", "2022-12-31", "7.5365 of 2022-12-30, " + ecb + "2022-12-30"},
        {"EUR", "HRK", "2023-01-01", "7.5345 of 2023-01-01, fixed conversion rate 7.5345 HRK to the euro"},
        {"EUR", "BGN", "2025-12-31", "1.9558 of 2025-12-31, " + ecb + "2025-12-31"},
        {"EUR", "BGN", "2026-01-01", "1.95583 of 2026-01-01, fixed conversion rate 1.95583 BGN to the euro"},
        {"EUR", "BGN", "2099-01-01", "1.95583 of 2099-01-01, fixed conversion rate 1.95583 BGN to the euro"},
        // The Icelandic gap's edges: five days after the last, and the first day after.
        {"EUR", "ISK", "2008-12-14", "290 of 2008-12-09, " + ecb + "2008-12-09"},
        {"EUR", "ISK", "2018-02-01", "125.01 of 2018-02-01, " + ecb + "2018-02-01"},
        {"EUR", "EUR", "2025-02-12", "1 of 2025-02-12, the same currency"},
        {"USD", "USD", "1970-01-01", "1 of 1970-01-01, the same currency"},
        // Why not.
        {"EUR", "ISK", "2008-12-15",
         "none: no reference rate of ISK on 2008-12-15 or in the 5 days before: there is none between "
         "2008-12-09 and 2018-02-01"},
        {"RUB", "USD", "2022-03-07",
         "none: no reference rate of RUB on 2022-03-07: the European Central Bank has published none "
         "since 2022-03-01"},
        {"EUR", "USD", "1999-01-03",
         "none: the reference rates of USD begin on 1999-01-04, after 1999-01-03"},
        {"EUR", "DEM", "1998-12-31",
         "none: no reference rate of DEM is known before it joined the euro on 1999-01-01"},
        {"EUR", "GRD", "2000-12-31",
         "none: no reference rate of GRD is known before it joined the euro on 2001-01-01"},
        {"EUR", "TRL", "2005-01-10",
         "none: no reference rate of TRL on 2005-01-10: the European Central Bank has published none "
         "since 2004-12-31"},
        {"EUR", "UAH", "2025-02-12",
         "none: no reference rates of UAH are known; 'figbook rates list' names the currencies"},
        {"EUR", "dollar", "2025-02-12",
         "none: 'dollar' is not a currency code; a code has three letters, such as EUR or USD"},
    };
    const RateBook book;
    for (const Row& row : rows) CHECK(asked(book, row.from, row.to, row.day) == row.answer);
}

TEST_CASE("a day after the newest rate has none, and says how to get newer ones", "[rates]") {
    const RateBook book;
    const Date newest = book.newest_day();
    CHECK(book.rate_on("EUR", "USD", add_days(newest, max_days_back)));
    const auto rate = book.rate_on("EUR", "USD", add_days(newest, max_days_back + 1));
    REQUIRE(!rate);
    CHECK(rate.problem().message.find("the known ones end on " + iso(newest)) != std::string::npos);
    CHECK(rate.problem().advice.find("figbook rates import") != std::string::npos);
}

TEST_CASE("given rates win over the built-in ones, and later ones over earlier", "[rates]") {
    const Date day = *parse_date("2025-02-12");
    const Date later = *parse_date("2050-02-01");
    const RateBook book({{"USD", day, *Decimal::parse("1.1")},
                         {"USD", later, *Decimal::parse("1.4")},
                         {"USD", later, *Decimal::parse("1.5")},
                         {"UAH", later, *Decimal::parse("45")}});
    CHECK(book.rate_on("EUR", "USD", day)->rate.to_string() == "1.1");
    CHECK(book.rate_on("EUR", "USD", *parse_date("2025-02-11"))->rate.to_string() == "1.0324");
    CHECK(book.rate_on("USD", "UAH", later)->rate.to_string() == "30");
    CHECK(book.newest_day() == later);
    // Both sides of a cross are of one day.
    CHECK(!book.rate_on("JPY", "UAH", later));
}

TEST_CASE("a range has the days that have a rate of their own", "[rates]") {
    const RateBook book;
    const auto rates = book.rates_between("EUR", "USD", *parse_date("2025-02-13"), *parse_date("2025-02-18"));
    REQUIRE(rates.size() == 4);
    CHECK(iso(rates[1].day) == "2025-02-14");
    CHECK(iso(rates[2].day) == "2025-02-17");
    CHECK(rates[1].per_euro.to_string() == "1.0478");
    CHECK(book.rates_between("EUR", "RUB", *parse_date("2023-01-01"), *parse_date("2024-01-01")).empty());
}

TEST_CASE("the currencies that joined the euro have their fixed rates", "[rates]") {
    CHECK(fixed_rates().size() == 21);
    REQUIRE(fixed_rate("ITL") != nullptr);
    CHECK(fixed_rate("ITL")->per_euro.to_string() == "1936.27");
    CHECK(fixed_rate("USD") == nullptr);
    const RateBook book;
    bool found = false;
    for (const Coverage& coverage : book.coverage()) {
        if (coverage.currency != "SKK") continue;
        found = true;
        CHECK(iso(*coverage.first) == "1999-01-04");
        CHECK(iso(*coverage.last) == "2008-12-31");
        CHECK(coverage.fixed->to_string() == "30.126");
    }
    CHECK(found);
}

TEST_CASE("an imported rate names the file it is from, and a rounded quotient says that it is one",
          "[rates]") {
    const Date day = *parse_date("2025-02-12");
    const RateBook rates(
        {{"USD", day, *Decimal::parse("1.05"), "European Central Bank, imported from conflict.csv"},
         {"GBP", day, *Decimal::parse("0.84"), "European Central Bank"}});
    const auto dollars = rates.rate_on("EUR", "USD", day);
    REQUIRE(dollars);
    CHECK(dollars->source ==
          "European Central Bank euro reference rate of 2025-02-12, imported from conflict.csv");
    CHECK(dollars->is_exact);
    const auto pounds = rates.rate_on("GBP", "USD", day);
    REQUIRE(pounds);
    CHECK(pounds->source ==
          "European Central Bank euro reference rates of 2025-02-12, crossed through the euro, USD imported "
          "from conflict.csv");
    CHECK(pounds->rate == *Decimal::parse("1.25"));
    CHECK(pounds->is_exact);
    const auto back = rates.rate_on("USD", "EUR", day);
    REQUIRE(back);
    CHECK_FALSE(back->is_exact);
}
