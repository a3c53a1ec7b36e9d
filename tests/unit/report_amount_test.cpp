#include "base/decimal.hpp"
#include "report/amount.hpp"
#include "support/catch.hpp"

using namespace figbook;

TEST_CASE("amount_text: one line a form", "[report]") {
    struct Case {
        Amount amount;
        std::string_view text;
    };
    const std::vector<Case> cases{
        // money
        {{.kind = "money", .value = "50000000000", .unit = "EUR", .bound = "about"}, "about €50 billion"},
        {{.kind = "money", .value = "51900000000", .unit = "USD", .resolution = "100000000"},
         "$51.9 billion"},
        {{.kind = "money", .value = "52000000000", .unit = "USD", .resolution = "100000000"},
         "$52.0 billion"},
        {{.kind = "money", .value = "729800000000000", .unit = "USD", .resolution = "1"}, "$729.8 trillion"},
        {{.kind = "money", .value = "5000000", .unit = "USD", .resolution = "1"}, "$5 million"},
        {{.kind = "money", .value = "1200000000000", .unit = "NOK"}, "1.2 trillion NOK"},
        {{.kind = "money", .value = "125000000000", .unit = "INR"}, "₹125 billion"},
        {{.kind = "money", .value = "1500", .unit = "GBP"}, "£1,500"},
        {{.kind = "money", .value = "0.41", .unit = "USD", .resolution = "0.01"}, "$0.41"},
        {{.kind = "money", .value = "12.5", .unit = "USD", .resolution = "0.01"}, "$12.50"},
        {{.kind = "money", .value = "-3000000", .unit = "EUR"}, "-€3 million"},
        {{.kind = "money", .value = "70", .unit = "USD", .per = "barrel"}, "$70 per barrel"},
        {{.kind = "money", .value = "0.3", .unit = "EUR", .per = "kW.h"}, "€0.3 per kWh"},
        {{.kind = "money", .value = "999999", .unit = "JPY"}, "¥999,999"},
        {{.kind = "money", .value = "1000000", .unit = "JPY"}, "¥1 million"},
        {{.kind = "money", .value = "1234567", .unit = "EUR"}, "€1,234,567"},  // never rounded
        {{.kind = "money", .value = "1234000000000000", .unit = "EUR"}, "€1,234 trillion"},
        {{.kind = "money", .value = "5", .unit = ""}, "5"},
        // ranges
        {{.kind = "percent", .value = "30", .high = "40", .unit = "%"}, "30–40 %"},
        {{.kind = "money", .value = "30000000000", .high = "40000000000", .unit = "EUR"}, "€30–40 billion"},
        {{.kind = "money", .value = "500000000", .high = "1200000000", .unit = "EUR"},
         "€500 million–€1.2 billion"},
        {{.kind = "percent", .value = "-2", .high = "-1", .unit = "%"}, "-2–-1 %"},
        // the others
        {{.kind = "percent", .value = "20", .unit = "%", .resolution = "0.1"}, "20.0 %"},
        {{.kind = "percent", .value = "3.75", .unit = "%", .bound = "at_most"}, "up to 3.75 %"},
        {{.kind = "points", .value = "25", .unit = "bp"}, "25 bp"},
        {{.kind = "count", .value = "15000", .unit = "doctors", .bound = "at_least"},
         "at least 15,000 doctors"},
        {{.kind = "count", .value = "1300000", .unit = "people", .bound = "under"},
         "under 1.3 million people"},
        {{.kind = "measure", .value = "39.5", .unit = "Cel"}, "39.5 °C"},
        {{.kind = "measure", .value = "120", .unit = "km/h"}, "120 km/h"},
        {{.kind = "measure", .value = "5", .unit = "a"}, "5 years"},
        {{.kind = "ratio", .value = "0.5", .resolution = "0", .bound = "over"}, "over half"},
        {{.kind = "ratio", .value = "0.333333333333333333", .resolution = "0"}, "a third"},
        {{.kind = "ratio", .value = "0.5", .resolution = "0.1"}, "0.5"},
        {{.kind = "ratio", .value = "0.142857142857", .resolution = "0"}, "0.1429"},
        {{.kind = "ratio", .value = "0.00004", .resolution = "0"}, "0.00004"},
        {{.kind = "multiple", .value = "2.5"}, "2.5 times"},
        {{.kind = "number", .value = "42000.5"}, "42,000.5"},
        {{.kind = "number", .value = "no decimal"}, "no decimal"},
    };
    for (const Case& one : cases) CHECK(amount_text(one.amount) == one.text);
}

TEST_CASE("grouped: commas between thousands", "[report]") {
    CHECK(grouped("0") == "0");
    CHECK(grouped("999") == "999");
    CHECK(grouped("1000") == "1,000");
    CHECK(grouped("-123456") == "-123,456");
    CHECK(grouped("1234567.891234") == "1,234,567.891234");
}
