// Stated conversions and what the check says of them, one a line. The rates are the built-in ones.
#include <string>
#include <vector>

#include "check/conversion.hpp"
#include "support/catch.hpp"

using namespace figbook;

namespace {

Decimal number(const std::string& text) {
    return Decimal::parse(text).value();
}

// "50000000000 EUR": the resolution is that of the words, here "50 billion".
StatedAmount money(const std::string& value, const std::string& resolution, const std::string& unit,
                   Bound bound = Bound::exact) {
    StatedAmount amount;
    amount.value = number(value);
    amount.resolution = number(resolution);
    amount.unit = unit;
    amount.bound = bound;
    return amount;
}

StatedAmount assumed(StatedAmount amount) {
    amount.unit_assumed = true;
    return amount;
}

StatedAmount range(StatedAmount amount, const std::string& high) {
    amount.high = number(high);
    return amount;
}

const RateBook& book() {
    static const RateBook rates;
    return rates;
}

ConversionCheck check(const StatedAmount& original, const StatedAmount& converted, const std::string& day) {
    return check_conversion(original, converted, *parse_date(day), book());
}

struct Case {
    std::string words;
    StatedAmount original;
    StatedAmount converted;
    std::string day;
};

const std::string bn = "1000000000";
const std::string m = "1000000";

}  // namespace

TEST_CASE("conversions that hold stay unremarked", "[check]") {
    const std::vector<Case> cases{
        {"€50 billion ($51.9 billion)", money("50000000000", bn, "EUR"),
         money("51900000000", "100000000", "USD"), "2025-02-12"},
        {"some €50 billion ($51.9 billion)", money("50000000000", bn, "EUR", Bound::about),
         money("51900000000", "100000000", "USD"), "2025-02-12"},
        {"on a Sunday", money("50000000000", bn, "EUR"), money("52400000000", "100000000", "USD"),
         "2025-02-16"},
        {"yesterday's rate, 1.0324", money("10000000", "1", "EUR"), money("10324000", "1000", "USD"),
         "2025-02-12"},
        {"€1m (£729,000)", money("1000000", m, "EUR"), money("729000", "1", "GBP"), "2015-09-17"},
        {"€1m (£700,000): rounded", money("1000000", m, "EUR"), money("700000", "1", "GBP"), "2015-09-17"},
        {"$100m (£80m)", money("100000000", m, "USD"), money("80000000", m, "GBP"), "2025-02-12"},
        {"£300,000 ($370,000)", money("300000", "1", "GBP"), money("370000", "1", "USD"), "2025-02-12"},
        {"£300,000 ($400,000): one digit, at 1.30", money("300000", "1", "GBP"), money("400000", "1", "USD"),
         "2025-05-01"},
        {"more than €50 billion ($52 billion)", money("50000000000", bn, "EUR", Bound::over),
         money("52000000000", bn, "USD"), "2025-02-12"},
        {"€50 billion (more than $51 billion)", money("50000000000", bn, "EUR"),
         money("51000000000", bn, "USD", Bound::over), "2025-02-12"},
        {"nearly €20m ($20m)", money("20000000", m, "EUR", Bound::under), money("20000000", m, "USD"),
         "2025-02-12"},
        {"up to €500 ($520)", money("500", "1", "EUR", Bound::at_most),
         money("520", "1", "USD", Bound::at_most), "2025-02-12"},
        {"$1.2bn (¥184bn)", money("1200000000", "100000000", "USD"), money("184000000000", bn, "JPY"),
         "2025-02-12"},
        {"10,000 kronor (€886)", money("10000", "1", "SEK"), money("886", "1", "EUR"), "2025-02-12"},
        {"1m marks (€511,000), fixed", money("1000000", m, "DEM"), money("511000", "1", "EUR"), "2001-05-05"},
        {"€40m-€60m ($41m-$62m)", range(money("40000000", m, "EUR"), "60000000"),
         range(money("41000000", m, "USD"), "62000000"), "2025-02-12"},
        {"€40m-€60m ($52m)", range(money("40000000", m, "EUR"), "60000000"), money("52000000", m, "USD"),
         "2025-02-12"},
        {"a loss of €9.99 ($10.36)", money("-9.99", "0.01", "EUR"), money("-10.36", "0.01", "USD"),
         "2025-02-12"},
        {"1.5 lakh crore rupees ($17bn)", money("1500000000000", "100000000000", "INR"),
         money("17000000000", bn, "USD"), "2025-02-12"},
    };
    for (const Case& row : cases) {
        const auto result = check(row.original, row.converted, row.day);
        INFO(row.words << ": " << result.explanation);
        CHECK(result.verdict == Verdict::consistent);
    }
}

TEST_CASE("conversions that do not hold are off, with what the rate gives", "[check]") {
    struct OffCase {
        Case stated;
        std::string explanation;
    };
    const std::vector<OffCase> cases{
        {{"€1m (£72,000)", money("1000000", m, "EUR"), money("72000", "1", "GBP"), "2015-09-17"},
         "off by ten times: at 0.72865 GBP for 1 EUR, €1 million is about £728,700, not £72,000"},
        {{"€50 billion ($519 billion)", money("50000000000", bn, "EUR"), money("519000000000", bn, "USD"),
          "2025-02-12"},
         "off by ten times: at 1.037 USD for 1 EUR, €50 billion is about $51.85 billion, not $519 billion"},
        {{"€50 million ($519,000)", money("50000000", m, "EUR"), money("519000", "1000", "USD"),
          "2025-02-12"},
         "off by a hundred times: at 1.037 USD for 1 EUR, €50 million is about $51.85 million, not $519,000"},
        {{"€50 million ($51.9 billion)", money("50000000", m, "EUR"),
          money("51900000000", "100000000", "USD"), "2025-02-12"},
         "off by a thousand times: at 1.037 USD for 1 EUR, €50 million is about $51.85 million, not $51.9 "
         "billion"},
        {{"€50 trillion ($52 million)", money("50000000000000", "1000000000000", "EUR"),
          money("52000000", m, "USD"), "2025-02-12"},
         "off by a million times: at 1.037 USD for 1 EUR, €50 trillion is about $51.85 trillion, not $52 "
         "million"},
        {{"€50 billion ($48.2 billion)", money("50000000000", bn, "EUR"),
          money("48200000000", "100000000", "USD"), "2025-02-12"},
         "off: at 1.037 USD for 1 EUR, €50 billion is about $51.85 billion, not $48.2 billion (7.04% too "
         "little)"},  // near to one, a rate of another day is no less likely than one that is upside down
        {{"1,000 kronor (€11,300)", money("1000", "1", "SEK"), money("11300", "1", "EUR"), "2025-02-12"},
         "the rate seems to have been applied upside down: at 0.0885779 EUR for 1 SEK, SEK 1,000 is about "
         "€88.58, not €11,300"},
        {{"€50 billion ($60 billion)", money("50000000000", bn, "EUR"), money("60000000000", bn, "USD"),
          "2025-02-12"},
         "off: at 1.037 USD for 1 EUR, €50 billion is about $51.85 billion, not $60 billion (15.7% too "
         "much)"},
        {{"more than €50 billion ($60 billion)", money("50000000000", bn, "EUR", Bound::over),
          money("60000000000", bn, "USD"), "2025-02-12"},
         "off: at 1.037 USD for 1 EUR, €50 billion is about $51.85 billion, not $60 billion (15.7% too "
         "much)"},
        {{"€40m-€60m ($41m-$72m)", range(money("40000000", m, "EUR"), "60000000"),
          range(money("41000000", m, "USD"), "72000000"), "2025-02-12"},
         "off: at 1.037 USD for 1 EUR, €60 million is about $62.22 million, not $72 million (15.7% too "
         "much)"},
        {{"$20 (€15)", money("20", "1", "USD"), money("15", "1", "EUR"), "2025-02-12"},
         "off: at 0.96432 EUR for 1 USD, $20 is about €19.29, not €15 (22.2% too little); "
         "it would be right in GBP"},
        {{"1m marks (€611,000), fixed", money("1000000", "1", "DEM"), money("611000", "1", "EUR"),
          "2001-05-05"},
         "off: at 0.511292 EUR for 1 DEM, DEM 1 million is about €511,300, not €611,000 (19.5% too much)"},
    };
    for (const auto& [stated, explanation] : cases) {
        const auto result = check(stated.original, stated.converted, stated.day);
        INFO(stated.words);
        CHECK(result.verdict == Verdict::off);
        CHECK(result.explanation == explanation);
    }
}

TEST_CASE("what cannot be checked says why", "[check]") {
    const auto euros = money("50000000000", bn, "EUR");
    const auto dollars = money("51900000000", "100000000", "USD");
    const auto explain = [](const ConversionCheck& result) {
        CHECK(result.verdict == Verdict::cannot_check);
        return result.explanation;
    };
    CHECK(explain(check_conversion(euros, dollars, std::nullopt, book())) ==
          "the article has no publication date");
    CHECK(explain(check(euros, money("2", "1", "UAH"), "2025-02-12")) ==
          "no reference rates of UAH are known");
    CHECK(explain(check(euros, money("2", "1", "RUB"), "2023-02-12")) ==
          "no reference rate of RUB on 2023-02-12: the European Central Bank has published none since "
          "2022-03-01");
    CHECK(explain(check(euros, money("2", "1", "ISK"), "2012-01-02")) ==
          "no reference rate of ISK on 2012-01-02 or in the 5 days before: there is none between 2008-12-09 "
          "and 2018-02-01");
    CHECK(explain(check(euros, dollars, "1998-12-31")) ==
          "the reference rates of USD begin on 1999-01-04, after 1998-12-31");
    CHECK(explain(check(euros, euros, "2025-02-12")) == "both amounts are in EUR");
    CHECK(explain(check(euros, money("0", "1", "USD"), "2025-02-12")) == "the amounts allow no comparison");
    CHECK(explain(check(euros, money("5", "1", "dollars"), "2025-02-12")) ==
          "'dollars' is not a currency code");
}

TEST_CASE("an assumed currency is said, and never blamed where another of its name would fit", "[check]") {
    const auto fits = check(money("50", "1", "EUR"), assumed(money("52", "1", "USD")), "2025-02-12");
    CHECK(fits.verdict == Verdict::consistent);
    CHECK(fits.explanation ==
          "the text's 1.04 fits the reference rate of 2025-02-12, 1.037 USD for 1 EUR; "
          "the text leaves the currency of $52 open, USD was assumed");
    const auto australian = check(money("50", "1", "EUR"), assumed(money("83", "1", "USD")), "2025-02-12");
    CHECK(australian.verdict == Verdict::cannot_check);
    CHECK(australian.explanation ==
          "which currency is meant is not clear: AUD would fit; the text leaves the currency of $83 open, "
          "USD was assumed");
    const auto original = check(assumed(money("1000", "1", "SEK")), money("134", "1", "EUR"), "2025-02-12");
    CHECK(original.verdict == Verdict::cannot_check);
    CHECK(original.explanation.find("DKK would fit") != std::string::npos);
    const auto none = check(money("50", "1", "EUR"), assumed(money("300", "1", "USD")), "2025-02-12");
    CHECK(none.verdict == Verdict::off);
    CHECK(none.explanation.find("USD was assumed") != std::string::npos);
}

TEST_CASE("a check gives the figures it was made of", "[check]") {
    const auto result =
        check(money("50000000000", bn, "EUR"), money("51900000000", "100000000", "USD"), "2025-02-12");
    REQUIRE(result.implied);
    CHECK(result.implied->to_string() == "1.038");
    REQUIRE(result.implied_range);
    CHECK(result.implied_range->low == *Decimal::divide(number("51.85"), number("50.5"), 12));
    CHECK(result.implied_range->high == *Decimal::divide(number("51.95"), number("49.5"), 12));
    REQUIRE(result.reference);
    CHECK(result.reference->rate == number("1.037"));
    CHECK(iso(result.reference->day) == "2025-02-12");
    REQUIRE(result.accepted);
    // The lowest of 5 to 12 February 2025 is 1.032 (10 February), the highest 1.0422 (5 February).
    CHECK(result.accepted->low == number("1.01652"));
    CHECK(result.accepted->high == number("1.057833"));
    CHECK(result.difference == number("0.1"));
    CHECK(result.expected == number("51850000000"));
}

TEST_CASE("an amount of another time may be converted at a rate of then", "[check]") {
    const auto then = [](const StatedAmount& original, const StatedAmount& converted, const char* first,
                         const char* last) {
        return check_conversion(original, converted, *parse_date("2025-05-01"), book(),
                                AmountTime{*parse_date(first), *parse_date(last)});
    };
    const auto euros = money("80000000", m, "EUR");
    const auto dollars = money("107000000", m, "USD");
    const auto fits = then(euros, dollars, "2010-01-01", "2010-12-31");
    CHECK(fits.verdict == Verdict::consistent);
    CHECK(fits.explanation ==
          "the text's 1.3375 fits the rates of 2010, 1.1942 to 1.4563 USD for 1 EUR; on the day of "
          "publication it would be off by 17.6 %");
    REQUIRE(fits.other_time);
    CHECK(fits.other_time->rates.low == number("1.1942"));
    CHECK(fits.other_time->accepted.low == number("1.176287"));

    const auto neither = then(euros, money("160000000", m, "USD"), "2010-01-01", "2010-12-31");
    CHECK(neither.verdict == Verdict::off);
    CHECK(neither.explanation ==
          "off: at 1.1373 USD for 1 EUR, €80 million is about $90.98 million, not $160 million (75.9% too "
          "much); that is the rate of 2025-04-30, and those of 2010, 1.1942 to 1.4563, do not fit either");

    CHECK(
        then(euros, money("91000000", m, "USD"), "2010-01-01", "2010-12-31").explanation.find("2025-04-30") !=
        std::string::npos);
    CHECK(then(euros, dollars, "2010-03-01", "2010-03-31").explanation.find("rates of 2010-03, 1.3") !=
          std::string::npos);
    // Of the future no rate can have been used; and of a time before the euro none is known.
    CHECK(then(euros, dollars, "2030-01-01", "2030-12-31").verdict == Verdict::off);
    const auto old = then(euros, dollars, "1995-01-01", "1995-12-31");
    CHECK(old.verdict == Verdict::cannot_check);
    CHECK(old.explanation.starts_with(
        "no rates of 1995 are known; at the rate of 2025-04-30 it would be off: "));
}

TEST_CASE("a currency that has gone by is no reason to guess at other dollars", "[check]") {
    const auto guilders = money("80000000", m, "NLG");
    for (const char* dollars : {"50000000", "55000000", "65000000", "70000000"}) {
        const auto result = check(guilders, assumed(money(dollars, m, "USD")), "2025-05-01");
        INFO(result.explanation);
        CHECK(result.verdict == Verdict::cannot_check);
        CHECK(result.explanation.find("would fit") == std::string::npos);
    }
    // Without a rate of the other currency nothing is said of namesakes either.
    const auto unknown = check(money("80", "1", "UAH"), assumed(money("50", "1", "USD")), "2025-05-01");
    CHECK(unknown.explanation.find("would fit") == std::string::npos);
}

TEST_CASE("an amount of another time that was converted at the rate of the day gets a note", "[check]") {
    const auto result =
        check_conversion(money("80000000", m, "EUR"), money("91000000", m, "USD"), *parse_date("2025-05-01"),
                         book(), AmountTime{*parse_date("2010-01-01"), *parse_date("2010-12-31")});
    CHECK(result.verdict == Verdict::consistent);
    CHECK(result.explanation ==
          "the text's 1.1375 fits the reference rate of 2025-04-30, 1.1373 USD for 1 EUR; at the rates of "
          "2010, "
          "1.1942 to 1.4563, €80 million was $95.54 million to $116.5 million");
    REQUIRE(result.other_time);
}

TEST_CASE("a sign of another currency is named where its rate fits", "[check]") {
    const auto result =
        check(money("19500000", "100000", "USD"), money("14900000", "100000", "GBP"), "2005-01-14");
    CHECK(result.verdict == Verdict::off);
    CHECK(result.explanation.ends_with("; it would be right in EUR"));
}

TEST_CASE("either of two open currencies may be another", "[check]") {
    const auto result =
        check(assumed(money("1200000", "100000", "MXN")), assumed(money("20600", "1", "USD")), "2025-02-12");
    CHECK(result.verdict == Verdict::cannot_check);
    CHECK(result.explanation.starts_with("which currency is meant is not clear: PHP would fit"));
}

TEST_CASE("a bare sign that the article decides is not blamed where its usual currency fits", "[check]") {
    auto singapore = money("220000000", m, "SGD");
    const auto pounds = money("117000000", m, "GBP");
    CHECK(check(singapore, pounds, "2005-01-14").verdict == Verdict::off);
    singapore.is_bare = true;
    const auto bare = check(singapore, pounds, "2005-01-14");
    CHECK(bare.verdict == Verdict::cannot_check);
    CHECK(bare.explanation == "which currency is meant is not clear: USD would fit");
    auto american = money("6300000000", "100000000", "USD");
    american.is_bare = true;
    CHECK(check(money("2600000000", "100000000", "GBP"), american, "2005-01-14").verdict == Verdict::off);
}
