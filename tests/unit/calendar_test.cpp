#include "base/calendar.hpp"

#include "support/catch.hpp"

namespace figbook {

TEST_CASE("calendar: days that are") {
    for (const char* text : {"2025-02-12", "2024-02-29", "1999-12-31", "2000-02-29"}) {
        const auto day = parse_date(text);
        REQUIRE(day);
        CHECK(iso(*day) == text);
    }
    CHECK(iso(*parse_date("2025-02-12T23:59:59Z")) == "2025-02-12");
    CHECK(iso(*parse_date("2025-02-12 09:30")) == "2025-02-12");
}

TEST_CASE("calendar: days that are not") {
    for (const char* text :
         {"2025-02-30", "2023-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-4-1",
          "12.02.2025", "2025-02-12x", "2025-02", "", "yesterday"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text));
    }
    CHECK(parse_date("2025-02-30").problem().message.find("no such day") != std::string::npos);
    CHECK_FALSE(make_date(2025, 2, 29).has_value());
}

TEST_CASE("calendar: months and days") {
    const Date end_of_january = *make_date(2024, 1, 31);
    CHECK(iso(add_months(end_of_january, 1)) == "2024-02-29");
    CHECK(iso(add_months(end_of_january, -2)) == "2023-11-30");
    CHECK(iso(add_months(end_of_january, 12)) == "2025-01-31");
    CHECK(iso(add_days(end_of_january, 30)) == "2024-03-01");
    CHECK(iso(last_of_month(2023, 2)) == "2023-02-28");
    CHECK(iso(first_of_month(2023, 2)) == "2023-02-01");
    CHECK(days_between(*make_date(2024, 2, 1), *make_date(2024, 3, 1)) == 29);
    CHECK(weekday_of(*make_date(2025, 2, 12)) == 3);
    CHECK(year_of(end_of_january) == 2024);
    CHECK(month_of(end_of_january) == 1);
    CHECK(day_of_month(end_of_january) == 31);
}

}  // namespace figbook

TEST_CASE("a span of days is as short as it goes", "[calendar]") {
    const auto text = [](const char* first, const char* last) {
        return figbook::days_text(*figbook::parse_date(first), *figbook::parse_date(last));
    };
    CHECK(text("2010-01-01", "2010-12-31") == "2010");
    CHECK(text("2010-01-01", "2012-12-31") == "2010–2012");
    CHECK(text("2010-02-01", "2010-02-28") == "2010-02");
    CHECK(text("2010-10-01", "2010-12-31") == "2010 Q4");
    CHECK(text("2010-02-03", "2010-02-03") == "2010-02-03");
    CHECK(text("2010-02-03", "2011-03-31") == "2010-02-03–2011-03-31");
}
